#include <map>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "pipeline/examples.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

struct Count {
  std::size_t held = 0, all = 0;

  void add(bool holds) {
    ++all;
    if (holds) ++held;
  }
};

void print_failure(const pipeline::ExampleResult& r) {
  write_out(fmt::format("{}:{}: {}\n  {}\n", r.file, r.line, r.rule, r.text));
  write_out(r.counterexample ? "  must not fire here\n" : fmt::format("  expected  {}\n", r.missing));
  for (const std::string& g : r.given) write_out(fmt::format("  gave      {}\n", g));
}

}  // namespace

ExitCode run_test(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()("verbose,v", "a line for every rule, not only for those with a failure");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "rule", values)) return ExitCode::ok;
  const auto resources = load_faultless(values);
  if (!resources) return ExitCode::usage;
  std::vector<std::string> rules;
  if (values.count("rule") != 0) rules = values["rule"].as<std::vector<std::string>>();
  const auto results = pipeline::run_examples(resources->extractor(), resources->knowledge(), rules);
  if (results.empty()) throw UsageError("no rule of that name has an example");
  std::map<std::string, Count> by_rule;
  Count total;
  for (const pipeline::ExampleResult& r : results) {
    by_rule[r.rule].add(r.holds);
    total.add(r.holds);
    if (!r.holds) print_failure(r);
  }
  if (values.count("verbose") != 0) {
    for (const auto& [rule, c] : by_rule) write_out(fmt::format("{:<50} {}/{}\n", rule, c.held, c.all));
  }
  write_out(fmt::format("{} of {} examples of {} rules hold\n", total.held, total.all, by_rule.size()));
  return total.held == total.all ? ExitCode::ok : ExitCode::test_failed;
}

}  // namespace depeche::cli
