#pragma once
#include <memory>

#include <boost/program_options.hpp>

#include "base/diagnostic.hpp"
#include "pipeline/resources.hpp"

namespace depeche::cli {

/// --mappings, --ontology, --lexicon: the options of every command that needs the program's knowledge.
void add_resource_options(boost::program_options::options_description& options);

/// Where the knowledge lies that the options name.
pipeline::ResourcePaths resource_paths(const boost::program_options::variables_map& values);

/// Reads what the options name from its sources; all faults found on the way go to `diagnostics`. nullptr, with a
/// message on standard error, if a file is missing or cannot be read.
std::unique_ptr<pipeline::Resources> load_resources(const boost::program_options::variables_map& values,
                                                    Diagnostics& diagnostics);

/// The same for commands that work with the mappings and are not about them: errors are printed and make it nullptr,
/// warnings are left to `check`. Compiled knowledge stands for the sources where it is that of their content, unless
/// `from` is the sources: for who needs the examples of the rules. What is loaded stays until the process ends: to take
/// a hundred thousand words apart one by one would make a short run longer and serve nobody.
enum class Knowledge { compiled, sources };
const pipeline::Resources* load_faultless(const boost::program_options::variables_map& values,
                                          Knowledge from = Knowledge::compiled);

}  // namespace depeche::cli
