#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "rdf/statement.hpp"
#include "table/claim_table.hpp"

namespace depeche::table {

/// One cell of a CSV file (RFC 4180). Words that a spreadsheet would take for a formula (they begin with = + - @, a
/// tab or a line end) get an apostrophe in front.
std::string csv_cell(std::string_view text, bool words);

/// A row, with its line end.
std::string csv_line(const ClaimTable& table, const ClaimRow& row);

/// Writes statements about claims as CSV, one row a claim, with a head; lines end in CR LF. Takes the statements of
/// one article at a time and keeps of earlier ones only the names of entities.
class CsvWriter final : public rdf::StatementSink {
 public:
  /// Table and sink must live as long as the writer.
  CsvWriter(const ClaimTable& table, ByteSink& sink);

  using StatementSink::write;
  void write(const rdf::Iri& subject, const rdf::Iri& predicate, const rdf::Term& object,
             const rdf::Iri* graph) override;
  /// The article whose statements came since the last call is complete: writes its rows.
  void end_article();
  std::uint64_t statements() const { return statements_; }

 private:
  const ClaimTable& table_;
  ByteSink& sink_;
  sparql::Dataset article_;
  Labels labels_;
  std::uint64_t statements_ = 0;
};

}  // namespace depeche::table
