#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

ExitCode write_file(const std::string& path, std::string_view bytes) {
  auto output = OutputFile::open(path);
  if (!output) {
    print_error(output.error().message);
    return ExitCode::output;
  }
  output->write(bytes);
  const auto committed = output->commit();
  if (!committed) print_error(committed.error().message);
  return committed ? ExitCode::ok : ExitCode::output;
}

}  // namespace

ExitCode run_compile(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()  //
      ("output,o", po::value<std::string>()->value_name("FILE"),
       "where to write, instead of where the program looks for it")  //
      ("mappings", po::value<std::string>()->value_name("DIR"),
       "folder of the mappings, instead of the one delivered")  //
      ("ontology", po::value<std::string>()->value_name("DIR"), "folder of the ontology, instead of the one delivered");
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, {}, values)) return ExitCode::ok;
  const pipeline::ResourcePaths paths = resource_paths(values);
  Diagnostics diagnostics;
  const auto compiled = pipeline::Resources::compile(paths, diagnostics);
  for (const Diagnostic& d : diagnostics) {
    if (d.severity == Severity::error) print_diagnostic(d);
  }
  if (!compiled) print_error(compiled.error().message);
  if (!compiled || has_errors(diagnostics)) return ExitCode::usage;
  return write_file(values.count("output") != 0 ? values["output"].as<std::string>() : paths.compiled, *compiled);
}

}  // namespace depeche::cli
