#include "table/csv_writer.hpp"

#include "sparql/results.hpp"

namespace depeche::table {
namespace {

rdf::ReadTerm read_term(const rdf::Term& term) {
  if (const auto* const iri = std::get_if<rdf::Iri>(&term)) return {rdf::ReadTerm::Kind::iri, iri->text(), {}, {}};
  const auto& literal = std::get<rdf::Literal>(term);
  return {rdf::ReadTerm::Kind::literal, literal.text(), std::string(literal.datatype_iri()),
          std::string(literal.language())};
}

}  // namespace

std::string csv_cell(std::string_view text, bool words) {
  const bool formula = words && !text.empty() && std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos;
  return sparql::csv_field(formula ? "'" + std::string(text) : std::string(text));
}

std::string csv_line(const ClaimTable& table, const ClaimRow& row) {
  std::string line;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (c > 0) line += ',';
    line += csv_cell(row.cells[c], table.columns()[c].words);
  }
  return line + "\r\n";
}

CsvWriter::CsvWriter(const ClaimTable& table, ByteSink& sink) : table_(table), sink_(sink) {
  std::string head;
  for (const Column& column : table.columns()) head += (head.empty() ? "" : ",") + column.name;
  sink_.write(head + "\r\n");
}

void CsvWriter::write(const rdf::Iri& subject, const rdf::Iri& predicate, const rdf::Term& object,
                      const rdf::Iri* graph) {
  sparql::TermPool& terms = article_.terms();
  article_.add({terms.add_iri(subject.text()), terms.add_iri(predicate.text()), terms.add(read_term(object)),
                graph == nullptr ? sparql::default_graph : terms.add_iri(graph->text())});
  ++statements_;
}

void CsvWriter::end_article() {
  article_.index();
  collect_labels(article_, labels_);
  for (const ClaimRow& row : table_.rows(article_, labels_)) sink_.write(csv_line(table_, row));
  article_ = {};
}

}  // namespace depeche::table
