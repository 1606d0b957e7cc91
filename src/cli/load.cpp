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

namespace {

std::unique_ptr<pipeline::Resources> load(const po::variables_map& values, Knowledge from, Diagnostics& diagnostics) {
  pipeline::ResourcePaths paths = resource_paths(values);
  if (from == Knowledge::sources) paths.compiled.clear();
  auto resources = pipeline::Resources::load(paths, diagnostics, std::thread::hardware_concurrency());
  if (resources) return std::move(*resources);
  print_error(resources.error().message);
  return nullptr;
}

}  // namespace

std::unique_ptr<pipeline::Resources> load_resources(const po::variables_map& values, Diagnostics& diagnostics) {
  return load(values, Knowledge::sources, diagnostics);
}

const pipeline::Resources* load_faultless(const po::variables_map& values, Knowledge from) {
  Diagnostics diagnostics;
  auto resources = load(values, from, diagnostics);
  const auto harmless = [](const Diagnostic& d) { return d.severity != Severity::error; };
  diagnostics.erase(std::remove_if(diagnostics.begin(), diagnostics.end(), harmless), diagnostics.end());
  FaultReport report;
  report.add(diagnostics);
  report.finish();
  if (!diagnostics.empty()) return nullptr;
  static const pipeline::Resources* kept = nullptr;
  kept = resources.release();
  return kept;
}

}  // namespace depeche::cli
