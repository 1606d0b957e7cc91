#pragma once
#include <cstdint>
#include <memory>

#include "base/byte_sink.hpp"
#include "mapping/ontology.hpp"
#include "rdf/writer.hpp"

namespace depeche::pipeline {

/// Where an export goes, whatever its form: RDF, or a table of claims.
class Target {
 public:
  virtual ~Target() = default;
  virtual rdf::StatementSink& sink() = 0;
  virtual void end_article() = 0;
  virtual void finish() = 0;
  virtual std::uint64_t statements() const = 0;
};

std::unique_ptr<Target> make_rdf_target(rdf::Syntax syntax, const rdf::Prefixes& prefixes, ByteSink& output);
/// One row of CSV for each claim (table/claim_table.hpp).
std::unique_ptr<Target> make_table_target(const mapping::Ontology& ontology, ByteSink& output);

}  // namespace depeche::pipeline
