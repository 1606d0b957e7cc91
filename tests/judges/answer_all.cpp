// Answers many queries from one file, for tests/judges: judge_answers DATA < QUERIES. A query is a line of JSON, a
// text; its answer is one too: {"rows": SPARQL results as text} or {"graph": N-Triples} or {"fault": message}.
#include <cstdio>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "base/mapped_file.hpp"
#include "sparql/parse.hpp"
#include "sparql/results.hpp"

namespace {

namespace sparql = depeche::sparql;

nlohmann::json answer(const std::string& text, sparql::Dataset& data) {
  const auto query = sparql::parse_query(text, "query", data.terms());
  if (!query) return {{"fault", depeche::format_diagnostic(query.error())}};
  const auto found = sparql::evaluate(*query, data);
  if (!found) return {{"fault", found.error().message}};
  depeche::StringSink sink;
  if (found->is_graph()) {
    sparql::write_ntriples(*found, sink);
    return {{"graph", sink.text()}};
  }
  sparql::write_json(*found, sink);
  return {{"rows", sink.text()}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::string path = argc == 2 ? argv[1] : "";
  const auto text = depeche::read_file(path);
  const auto syntax = depeche::rdf::syntax_of_file(path);
  if (!text || !syntax) {
    std::fputs("usage: judge_answers DATA < QUERIES\n", stderr);
    return 2;
  }
  sparql::Dataset data;
  depeche::Diagnostics faults;
  data.read(*text, *syntax, path, "urn:file", faults);
  data.index();
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << answer(nlohmann::json::parse(line).get<std::string>(), data).dump() << "\n";
  }
  return faults.empty() ? 0 : 1;
}
