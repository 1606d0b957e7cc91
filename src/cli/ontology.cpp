#include "cli/command.hpp"

#include "base/mapped_file.hpp"
#include "cli/faults.hpp"
#include "cli/streams.hpp"
#include "mapping/ontology.hpp"
#include "pipeline/ontology_page.hpp"
#include "pipeline/resources.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

ExitCode run_ontology(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()("ontology", po::value<std::string>()->value_name("DIR"),
                        "folder of the ontology, instead of the one delivered");
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, {}, values)) return ExitCode::ok;
  const std::string folder = values.count("ontology") != 0 ? values["ontology"].as<std::string>()
                                                           : pipeline::ResourcePaths::beside_program().ontology;
  Diagnostics faults;
  const auto ontology = mapping::Ontology::load(folder, faults);
  for (const Diagnostic& d : faults) print_diagnostic(d);
  if (!ontology) print_error(ontology.error().message);
  if (!ontology || has_errors(faults)) return ExitCode::usage;
  const auto picture = read_file(folder + "/model.svg");
  write_out(pipeline::ontology_page(ontology->triples(), picture ? *picture : std::string()));
  return ExitCode::ok;
}

}  // namespace depeche::cli
