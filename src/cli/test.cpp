#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "pipeline/examples.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

using Json = nlohmann::ordered_json;
using pipeline::ExampleResult;
using pipeline::RuleResult;

void print_failure(const ExampleResult& r) {
  write_out(fmt::format("{}:{}: {}\n", r.file, r.line, r.rule));
  if (!r.title.empty()) write_out(fmt::format("  title     {}\n", r.title));
  write_out(fmt::format("  {}\n", r.text));
  write_out(r.counterexample ? "  must not fire here\n" : fmt::format("  expected  {}\n", r.missing));
  for (const std::string& g : r.given) write_out(fmt::format("  gave      {}\n", g));
}

void print_text(const std::vector<ExampleResult>& results, const std::vector<RuleResult>& rules, bool verbose) {
  for (const ExampleResult& r : results) {
    if (!r.holds) print_failure(r);
  }
  if (verbose) {
    write_out(fmt::format("{:<50} {:>10} {:>16}\n", "rule", "examples", "counter-examples"));
    for (const RuleResult& r : rules) {
      write_out(fmt::format("{:<50} {:>10} {:>16}\n", r.rule, fmt::format("{}/{}", r.examples_held, r.examples),
                            fmt::format("{}/{}", r.counterexamples_held, r.counterexamples)));
    }
  }
  const auto held = std::count_if(results.begin(), results.end(), [](const ExampleResult& r) { return r.holds; });
  write_out(fmt::format("{} of {} examples of {} rules hold\n", held, results.size(), rules.size()));
}

void print_json(const std::vector<ExampleResult>& results, const std::vector<RuleResult>& rules) {
  Json out{{"rules", Json::array()}, {"failures", Json::array()}};
  for (const RuleResult& r : rules) {
    out["rules"].push_back({{"rule", r.rule},
                            {"examples", r.examples},
                            {"examples_held", r.examples_held},
                            {"counterexamples", r.counterexamples},
                            {"counterexamples_held", r.counterexamples_held}});
  }
  for (const ExampleResult& r : results) {
    if (r.holds) continue;
    Json failure{{"rule", r.rule}, {"file", r.file}, {"line", r.line}, {"counterexample", r.counterexample}};
    if (!r.title.empty()) failure["title"] = r.title;
    failure["text"] = r.text;
    if (!r.missing.empty()) failure["expected"] = r.missing;
    failure["gave"] = r.given;
    out["failures"].push_back(std::move(failure));
  }
  write_out(out.dump(1) + "\n");
}

}  // namespace

ExitCode run_test(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()                                                      //
      ("verbose,v", "a line for every rule: how many of its examples hold")  //
      ("json", "one JSON object: for every rule how many of its examples hold, and the failures");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "rule", values)) return ExitCode::ok;
  const auto resources = load_faultless(values, Knowledge::sources);
  if (!resources) return ExitCode::usage;
  std::vector<std::string> rules;
  if (values.count("rule") != 0) rules = values["rule"].as<std::vector<std::string>>();
  const auto results = pipeline::run_examples(resources->extractor(), resources->knowledge(), rules);
  if (results.empty()) throw UsageError("no rule of that name has an example");
  const auto by_rule = pipeline::sum_up(results);
  if (values.count("json") != 0) {
    print_json(results, by_rule);
  } else {
    print_text(results, by_rule, values.count("verbose") != 0);
  }
  const bool all = std::all_of(by_rule.begin(), by_rule.end(), [](const RuleResult& r) { return r.holds(); });
  return all ? ExitCode::ok : ExitCode::test_failed;
}

}  // namespace depeche::cli
