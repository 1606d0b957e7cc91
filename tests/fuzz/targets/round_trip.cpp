// What is written is read back as it was, in whatever syntax.
#include <set>

#include "base/byte_sink.hpp"
#include "base/utf8.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"
#include "targets.hpp"

namespace depeche::fuzz {
namespace {

const rdf::Iri some_graph = *rdf::make_iri("http://example.org/graph");

rdf::Prefixes prefixes() {
  rdf::Prefixes out;
  out.add("ex", rdf::Namespace("http://example.org/"));
  out.add("xsd", rdf::Namespace("http://www.w3.org/2001/XMLSchema#"));
  return out;
}

std::string write(const std::vector<rdf::Statement>& statements, rdf::Syntax syntax, const rdf::Iri* graph) {
  StringSink sink;
  const rdf::Prefixes known = prefixes();
  rdf::Writer writer(syntax, known, sink);
  for (const rdf::Statement& s : statements) writer.write(s.subject, s.predicate, s.object, graph);
  writer.finish();
  return sink.text();
}

/// Statements that carry the bytes wherever bytes from outside can come to stand.
std::vector<rdf::Statement> carry(std::string_view bytes) {
  std::vector<rdf::Statement> out;
  const rdf::Iri subject = *rdf::make_iri("http://example.org/s"), predicate = *rdf::make_iri("http://example.org/p");
  const auto add = [&](const auto& term) {
    if (term) out.push_back({subject, predicate, rdf::Term(*term), std::nullopt});
  };
  out.push_back({subject, predicate, rdf::text_literal(bytes, "fr"), std::nullopt});
  add(rdf::make_string(bytes));
  add(rdf::make_language_string("mot", bytes));
  add(rdf::make_decimal(bytes));
  for (const char* type : {"date", "gYear", "boolean", "integer", "decimal", "dateTime", "anyURI"}) {
    add(rdf::make_typed(bytes, *rdf::make_iri(std::string("http://www.w3.org/2001/XMLSchema#") + type)));
  }
  for (const std::string& text : {std::string(bytes), "http://example.org/" + std::string(bytes)}) {
    const auto iri = rdf::make_iri(text);
    if (!iri) continue;
    out.push_back({*iri, *iri, *iri, std::nullopt});
    add(rdf::make_typed("mot", *iri));
  }
  return out;
}

void require_same(const std::vector<rdf::Statement>& statements, rdf::Syntax syntax) {
  const std::string text = write(statements, syntax, nullptr);
  Diagnostics faults;
  std::multiset<rdf::Statement> read;
  for (const rdf::ReadTriple& triple : rdf::read_turtle(text, "written", faults)) {
    const auto statement = rdf::make_statement(triple);
    require(statement.has_value(), "what is read back is sound");
    read.insert(*statement);
  }
  require(faults.empty(), "what is written can be read");
  require(read == std::multiset<rdf::Statement>(statements.begin(), statements.end()), "what is read back is the same");
}

/// N-Quads are the lines of N-Triples with a graph in each; TriG is the Turtle between braces.
void require_graphs(const std::vector<rdf::Statement>& statements) {
  std::string expected;
  const std::string triples = write(statements, rdf::Syntax::ntriples, nullptr);
  for (std::size_t at = 0; at < triples.size();) {
    const std::size_t end = triples.find(" .\n", at);
    require(end != std::string::npos && triples.find('\n', at) == end + 2, "a triple is a line");
    expected += triples.substr(at, end - at) + " <" + some_graph.text() + "> .\n";
    at = end + 3;
  }
  require(write(statements, rdf::Syntax::nquads, &some_graph) == expected, "N-Quads are N-Triples with a graph");
  const std::string turtle = write(statements, rdf::Syntax::turtle, nullptr);
  const std::string trig = write(statements, rdf::Syntax::trig, &some_graph);
  const std::size_t head = write({}, rdf::Syntax::turtle, nullptr).size();
  require(trig.find(turtle.substr(head)) != std::string::npos, "TriG is Turtle between braces");
}

}  // namespace

void round_trip(std::string_view bytes) {
  std::vector<rdf::Statement> statements = carry(bytes);
  Diagnostics told;
  for (const rdf::ReadTriple& triple : rdf::read_turtle(bytes, "input", told)) {
    if (auto statement = rdf::make_statement(triple)) statements.push_back(std::move(*statement));
  }
  require_told(told);
  require_same(statements, rdf::Syntax::turtle);
  require_same(statements, rdf::Syntax::ntriples);
  require_graphs(statements);
}

}  // namespace depeche::fuzz
