#pragma once
#include <cstddef>

#include <boost/program_options.hpp>

namespace depeche::cli {

/// --threads, for commands that read many articles.
void add_threads_option(boost::program_options::options_description& options);

/// The number given, else as many as the machine has. Throws UsageError.
std::size_t read_threads(const boost::program_options::variables_map& values);

}  // namespace depeche::cli
