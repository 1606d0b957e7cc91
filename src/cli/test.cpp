#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "pipeline/examples.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

ExitCode run_test(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()("verbose,v", "a line for every rule, not only for those with a failure");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "rule", values)) return ExitCode::ok;
  const auto resources = load_resources(values);
  if (!resources) return ExitCode::usage;
  std::vector<std::string> rules;
  if (values.count("rule") != 0) rules = values["rule"].as<std::vector<std::string>>();
  const auto results = pipeline::run_examples(resources->extractor(), resources->knowledge(), rules);
  if (results.empty()) throw UsageError("no rule of that name has an example");
  struct Count {
    std::size_t held = 0, all = 0;
  };
  std::map<std::string, Count> by_rule;
  Count total;
  for (const pipeline::ExampleResult& r : results) {
    Count& c = by_rule[r.rule];
    ++c.all;
    ++total.all;
    if (r.holds) {
      ++c.held;
      ++total.held;
      continue;
    }
    fmt::print("{}:{}: {}\n  {}\n", r.file, r.line, r.rule, r.text);
    if (r.counterexample) {
      fmt::print("  must not fire here\n");
    } else {
      fmt::print("  expected  {}\n", r.missing);
    }
    for (const std::string& g : r.given) fmt::print("  gave      {}\n", g);
  }
  if (values.count("verbose") != 0) {
    for (const auto& [rule, c] : by_rule) fmt::print("{:<50} {}/{}\n", rule, c.held, c.all);
  }
  fmt::print("{} of {} examples of {} rules hold\n", total.held, total.all, by_rule.size());
  return total.held == total.all ? ExitCode::ok : ExitCode::test_failed;
}

}  // namespace depeche::cli
