#include "graph/shapes.hpp"
#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/streams.hpp"
#include "mapping/ontology.hpp"
#include "pipeline/resources.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

ExitCode run_shapes(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()  //
      ("output,o", po::value<std::string>()->default_value("-")->value_name("FILE"),
       "where to write; - is standard output")  //
      ("ontology", po::value<std::string>()->value_name("DIR"), "folder of the ontology, instead of the one delivered");
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, {}, values)) return ExitCode::ok;
  const std::string folder = values.count("ontology") != 0 ? values["ontology"].as<std::string>()
                                                           : pipeline::ResourcePaths::beside_program().ontology;
  Diagnostics faults;
  const auto ontology = mapping::Ontology::load(folder, faults);
  if (!ontology) {
    print_error(ontology.error().message);
    return ExitCode::usage;
  }
  for (const Diagnostic& fault : faults) print_diagnostic(fault);
  if (has_errors(faults)) return ExitCode::usage;
  auto output = OutputFile::open(values["output"].as<std::string>());
  if (output) {
    output->write(graph::make_shapes(*ontology));
    if (const auto committed = output->commit(); committed) return ExitCode::ok;
    print_error(output->failure() ? output->failure()->message : "the output could not be finished");
    return ExitCode::output;
  }
  print_error(output.error().message);
  return ExitCode::output;
}

}  // namespace depeche::cli
