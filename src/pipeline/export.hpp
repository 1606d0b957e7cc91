#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "article/limits.hpp"
#include "base/byte_sink.hpp"
#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "graph/builder.hpp"
#include "pipeline/resources.hpp"
#include "rdf/writer.hpp"

namespace depeche::pipeline {

struct ExportOptions {
  std::vector<std::string> inputs;
  rdf::Syntax syntax = rdf::Syntax::turtle;
  bool table = false;  ///< a row of CSV for each claim, instead of RDF
  graph::Options graph;
  article::ReadLimits limits;
  std::size_t threads = 1;  ///< that analyse articles; the output does not depend on it
  int stop = -1;            ///< a descriptor that becomes readable when the run is to end early; -1 = none
};

/// What a run did. read = exported + repeated + rejected.
struct ExportSummary {
  std::uint64_t read = 0, exported = 0, repeated = 0, rejected = 0;
  std::uint64_t claims = 0, facts = 0, entities = 0, statements = 0;
};

/// What a run tells while it goes on, from one thread at a time.
struct ExportEvents {
  std::function<void(const Diagnostic&)> diagnostic;  ///< a record left out, or odd
  std::function<void(const ExportSummary&, std::size_t files_begun, std::size_t files_known)> progress;
  std::function<bool()> go_on;  ///< false ends the run early (output failed)
};

/// Reads all articles, writes all statements in the order of the articles, each as soon as it and those before it are
/// read; memory is bounded by the largest article and the number of threads. Fails only on options that make no graph
/// (a base that is no IRI).
Result<ExportSummary> run_export(const Resources& resources, const ExportOptions& options, ByteSink& output,
                                 const ExportEvents& events);

}  // namespace depeche::pipeline
