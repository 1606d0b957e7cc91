#include "cli/threads.hpp"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "cli/command.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

void add_threads_option(po::options_description& options) {
  options.add_options()("threads", po::value<std::size_t>()->value_name("N"),
                        "threads that analyse; default: as many as the machine has. The output is the same");
}

std::size_t read_threads(const po::variables_map& values) {
  constexpr std::size_t most = 256;
  if (values.count("threads") == 0) return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most);
  const std::size_t threads = values["threads"].as<std::size_t>();
  if (threads < 1 || threads > most) throw UsageError(fmt::format("--threads {}: expected 1 to {}", threads, most));
  return threads;
}

}  // namespace depeche::cli
