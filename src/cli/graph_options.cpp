#include "cli/graph_options.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "cli/command.hpp"
#include "rdf/iri.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

template <class T>
T choose(const po::variables_map& values, const char* option, const std::map<std::string, T>& choices) {
  const std::string word = values[option].as<std::string>();
  const auto it = choices.find(word);
  if (it != choices.end()) return it->second;
  std::string known;
  for (const auto& [name, value] : choices) known += (known.empty() ? "" : ", ") + name;
  throw UsageError(fmt::format("--{} '{}': expected one of {}", option, word, known));
}

}  // namespace

void add_graph_options(po::options_description& options) {
  options.add_options()  //
      ("content", po::value<std::string>()->default_value("all")->value_name("WHAT"),
       "all, or facts: only what some article asserts, without the evidence")  //
      ("quotes", po::value<std::string>()->default_value("full")->value_name("HOW"),
       "how much of a sentence is repeated: full, snippet, none")  //
      ("base", po::value<std::string>()->default_value(std::string(graph::default_base))->value_name("IRI"),
       "what the IRIs of articles, claims and unlinked entities begin with")  //
      ("facts-graph", po::value<std::string>()->value_name("IRI"),
       "named graph for the facts; default: the default graph");
}

graph::Options read_graph_options(const po::variables_map& values) {
  using graph::Content;
  using graph::Quotes;
  graph::Options options;
  options.content = choose<Content>(values, "content", {{"all", Content::all}, {"facts", Content::facts}});
  options.quotes =
      choose<Quotes>(values, "quotes", {{"full", Quotes::full}, {"snippet", Quotes::snippet}, {"none", Quotes::none}});
  options.base = values["base"].as<std::string>();
  const auto base = rdf::Namespace::make(options.base);
  if (!base) throw UsageError("--base: " + base.error().message);
  if (values.count("facts-graph") != 0) {
    options.facts_graph = values["facts-graph"].as<std::string>();
    const auto graph = rdf::make_iri(options.facts_graph);
    if (!graph) throw UsageError("--facts-graph: " + graph.error().message);
  }
  return options;
}

}  // namespace depeche::cli
