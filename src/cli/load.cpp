#include "cli/load.hpp"

#include <cstring>

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

void add_resource_options(po::options_description& options) {
  options.add_options()                                                                                //
      ("mappings", po::value<std::string>()->value_name("DIR"), "folder of the mappings, instead of the one delivered")  //
      ("ontology", po::value<std::string>()->value_name("DIR"), "folder of the ontology, instead of the one delivered")  //
      ("lexicon", po::value<std::vector<std::string>>()->value_name("FILE"),
       "a table of names of your own, beside those delivered; may be repeated");
}

std::unique_ptr<pipeline::Resources> load_resources(const po::variables_map& values) {
  pipeline::ResourcePaths paths = pipeline::ResourcePaths::beside_program();
  if (values.count("mappings") != 0) paths.mappings = values["mappings"].as<std::string>();
  if (values.count("ontology") != 0) paths.ontology = values["ontology"].as<std::string>();
  if (values.count("lexicon") != 0) paths.lexicons = values["lexicon"].as<std::vector<std::string>>();
  Diagnostics diagnostics;
  auto resources = pipeline::Resources::load(paths, diagnostics);
  const bool faulty = print_diagnostics(diagnostics);
  if (!resources) {
    const Error& e = resources.error();
    print_error(e.system_errno == 0 ? e.message : fmt::format("{}: {}", e.message, std::strerror(e.system_errno)));
    return nullptr;
  }
  return faulty ? nullptr : std::move(*resources);
}

}  // namespace depeche::cli
