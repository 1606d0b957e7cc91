#pragma once
#include <memory>

#include <boost/program_options.hpp>

#include "cli/exit_code.hpp"
#include "pipeline/resources.hpp"

namespace depeche::cli {

/// --mappings, --ontology, --lexicon: the options of every command that needs the program's knowledge.
void add_resource_options(boost::program_options::options_description& options);

/// Loads what the options name. Reports faults on standard error; nullptr if something is wrong.
std::unique_ptr<pipeline::Resources> load_resources(const boost::program_options::variables_map& values);

}  // namespace depeche::cli
