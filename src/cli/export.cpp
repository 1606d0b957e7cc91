#include <cstring>
#include <map>

#include <fmt/format.h>

#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/terminal.hpp"
#include "pipeline/export.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

std::string describe(const Error& e) {
  return e.system_errno == 0 ? e.message : fmt::format("{}: {}", e.message, std::strerror(e.system_errno));
}

template <class T>
T choose(const po::variables_map& values, const char* option, const std::map<std::string, T>& choices) {
  const std::string word = values[option].as<std::string>();
  const auto it = choices.find(word);
  if (it != choices.end()) return it->second;
  std::string known;
  for (const auto& [name, value] : choices) known += (known.empty() ? "" : ", ") + name;
  throw UsageError(fmt::format("--{} '{}': expected one of {}", option, word, known));
}

pipeline::ExportOptions read_options(const po::variables_map& values, const std::string& output) {
  pipeline::ExportOptions options;
  if (values.count("input") == 0) throw UsageError("no input: name at least one file or folder, or - for standard input");
  options.inputs = values["input"].as<std::vector<std::string>>();
  if (values.count("format") != 0) {
    const auto syntax = rdf::find_syntax(values["format"].as<std::string>());
    if (!syntax) {
      throw UsageError(fmt::format("--format '{}': expected one of turtle, trig, ntriples, nquads",
                                   values["format"].as<std::string>()));
    }
    options.syntax = *syntax;
  } else if (const auto syntax = rdf::syntax_of_file(output)) {
    options.syntax = *syntax;
  }
  options.graph.content = choose<graph::Content>(values, "content", {{"all", graph::Content::all}, {"facts", graph::Content::facts}});
  options.graph.quotes = choose<graph::Quotes>(
      values, "quotes", {{"full", graph::Quotes::full}, {"snippet", graph::Quotes::snippet}, {"none", graph::Quotes::none}});
  options.graph.base = values["base"].as<std::string>();
  if (values.count("facts-graph") != 0) options.graph.facts_graph = values["facts-graph"].as<std::string>();
  return options;
}

}  // namespace

ExitCode run_export(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()                                                                                          //
      ("output,o", po::value<std::string>()->default_value("out/kg.ttl")->value_name("FILE"), "where to write; - is standard output")  //
      ("format,f", po::value<std::string>()->value_name("NAME"),
       "turtle, trig, ntriples or nquads; default by the output's name (.ttl .trig .nt .nq), else turtle")        //
      ("content", po::value<std::string>()->default_value("all")->value_name("WHAT"),
       "all, or facts: only what some article asserts, without the evidence")                                    //
      ("quotes", po::value<std::string>()->default_value("full")->value_name("HOW"),
       "how much of a sentence is repeated: full, snippet, none")                                                //
      ("base", po::value<std::string>()->default_value(std::string(graph::default_base))->value_name("IRI"),
       "what the IRIs of articles, claims and unlinked entities begin with")                                     //
      ("facts-graph", po::value<std::string>()->value_name("IRI"), "named graph for the facts; default: the default graph")  //
      ("summary", "say on standard error what was done");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  const std::string path = values["output"].as<std::string>();
  const pipeline::ExportOptions run = read_options(values, path);
  const auto resources = load_resources(values);
  if (!resources) return ExitCode::usage;
  auto output = OutputFile::open(path);
  if (!output) {
    print_error(describe(output.error()));
    return ExitCode::output;
  }
  Progress progress;
  std::map<std::string, std::size_t> reported;
  constexpr std::size_t shown = 10;
  const pipeline::ExportEvents events{
      [&](const Diagnostic& d) {
        progress.clear();
        if (++reported[d.code] <= shown) print_diagnostic(d);
      },
      [&](const pipeline::ExportSummary& s, std::size_t begun, std::size_t known) {
        progress.show(s.exported, s.claims, begun, known);
      },
      [&] { return !output->failure().has_value(); }};
  const auto summary = pipeline::run_export(*resources, run, *output, events);
  progress.clear();
  for (const auto& [code, n] : reported) {
    if (n > shown) fmt::print(stderr, "… and {} more [{}]\n", n - shown, code);
  }
  if (!summary) throw UsageError(describe(summary.error()));
  if (summary->exported + summary->repeated == 0 && summary->rejected > 0) {
    print_error("no article could be read; nothing was written");
    return ExitCode::input;
  }
  if (const auto committed = output->commit(); !committed) {
    print_error(describe(committed.error()));
    return ExitCode::output;
  }
  if (summary->read == 0) {
    fmt::print(stderr, "depeche: note: the input holds no article\n");
  } else if (summary->claims == 0) {
    fmt::print(stderr, "depeche: note: {} articles, but no relation was found in them\n", summary->exported);
  }
  if (values.count("summary") != 0 || summary->rejected > 0) {
    fmt::print(stderr, "{} articles read: {} exported, {} repeated, {} rejected; {} claims, {} statements of facts, {} entities\n",
               summary->read, summary->exported, summary->repeated, summary->rejected, summary->claims, summary->facts,
               summary->entities);
  }
  return summary->rejected == 0 ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace depeche::cli
