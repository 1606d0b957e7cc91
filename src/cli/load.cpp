#include "cli/load.hpp"

#include <algorithm>
#include <thread>

#include "cli/faults.hpp"
#include "cli/streams.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

void add_resource_options(po::options_description& options) {
  options.add_options()  //
      ("mappings", po::value<std::string>()->value_name("DIR"),
       "folder of the mappings, instead of the one delivered")  //
      ("ontology", po::value<std::string>()->value_name("DIR"),
       "folder of the ontology, instead of the one delivered")  //
      ("lexicon", po::value<std::vector<std::string>>()->value_name("FILE"),
       "names of your own, beside those delivered: a table or Turtle (.ttl); may be repeated");
}

pipeline::ResourcePaths resource_paths(const po::variables_map& values) {
  pipeline::ResourcePaths paths = pipeline::ResourcePaths::beside_program();
  if (values.count("mappings") != 0) paths.mappings = values["mappings"].as<std::string>();
  if (values.count("ontology") != 0) paths.ontology = values["ontology"].as<std::string>();
  if (values.count("lexicon") != 0) paths.lexicons = values["lexicon"].as<std::vector<std::string>>();
  return paths;
}

std::unique_ptr<pipeline::Resources> load_resources(const po::variables_map& values, Diagnostics& diagnostics) {
  const std::size_t threads = std::thread::hardware_concurrency();
  auto resources = pipeline::Resources::load(resource_paths(values), diagnostics, threads);
  if (resources) return std::move(*resources);
  print_error(resources.error().message);
  return nullptr;
}

std::unique_ptr<pipeline::Resources> load_faultless(const po::variables_map& values) {
  Diagnostics diagnostics;
  auto resources = load_resources(values, diagnostics);
  const auto harmless = [](const Diagnostic& d) { return d.severity != Severity::error; };
  diagnostics.erase(std::remove_if(diagnostics.begin(), diagnostics.end(), harmless), diagnostics.end());
  FaultReport report;
  report.add(diagnostics);
  report.finish();
  return diagnostics.empty() ? std::move(resources) : nullptr;
}

}  // namespace depeche::cli
