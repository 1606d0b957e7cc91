#pragma once
#include <boost/program_options.hpp>

#include "graph/builder.hpp"

namespace depeche::cli {

/// --content, --quotes, --base, --facts-graph: what is written of what was read.
void add_graph_options(boost::program_options::options_description& options);

/// Throws UsageError on what they do not allow.
graph::Options read_graph_options(const boost::program_options::variables_map& values);

}  // namespace depeche::cli
