#pragma once
#include <boost/program_options.hpp>

#include "article/limits.hpp"

namespace depeche::cli {

/// --max-line, --max-text, --max-unpacked, --max-ratio, --max-nesting, --max-names: the options of every command that
/// reads articles.
void add_limit_options(boost::program_options::options_description& options);

/// Throws UsageError where one is no number, 0 or beyond what the program can count.
article::ReadLimits read_limits(const boost::program_options::variables_map& values);

}  // namespace depeche::cli
