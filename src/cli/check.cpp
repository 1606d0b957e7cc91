#include <cstdio>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/load.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

ExitCode run_check(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, {}, values)) return ExitCode::ok;
  const auto resources = load_resources(values);
  if (!resources) return ExitCode::usage;
  const extract::Knowledge& k = resources->knowledge();
  fmt::print("{} rules for {} relation types, {} names: no faults\n", k.mappings.rules().size(),
             k.ontology.relations().size(), k.names.rows().size());
  return ExitCode::ok;
}

}  // namespace depeche::cli
