#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "mapping/check.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

/// "no faults", or "2 errors, 1 warning, 3 notes" without those that are none.
std::string sum_up(const Diagnostics& diagnostics) {
  std::string out;
  const auto count = [&](Severity severity, std::string_view word) {
    const auto n = std::count_if(diagnostics.begin(), diagnostics.end(),
                                 [&](const Diagnostic& d) { return d.severity == severity; });
    if (n > 0) out += fmt::format("{}{} {}{}", out.empty() ? "" : ", ", n, word, n == 1 ? "" : "s");
  };
  count(Severity::error, "error");
  count(Severity::warning, "warning");
  count(Severity::note, "note");
  return out.empty() ? "no faults" : out;
}

}  // namespace

ExitCode run_check(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, {}, values)) return ExitCode::ok;
  Diagnostics diagnostics;
  const auto resources = load_resources(values, diagnostics);
  std::string counts;
  if (resources) {
    const extract::Knowledge& k = resources->knowledge();
    // A rule with an error is left out: gaps would be told that are none.
    if (!has_errors(diagnostics)) {
      for (Diagnostic& gap : mapping::find_gaps(k.ontology, k.mappings, resources->language_folder())) {
        diagnostics.push_back(std::move(gap));
      }
    }
    counts = fmt::format("{} rules for {} relation types, {} names: ", k.mappings.rules().size(),
                         k.ontology.relations().size(), k.names.rows().size());
  }
  for (const Diagnostic& d : diagnostics) print_diagnostic(d);
  if (!resources) return ExitCode::usage;
  write_out(fmt::format("{}{}\n", counts, sum_up(diagnostics)));
  return has_errors(diagnostics) ? ExitCode::usage : ExitCode::ok;
}

}  // namespace depeche::cli
