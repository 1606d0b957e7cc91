#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/terminal.hpp"

namespace {

using namespace depeche::cli;

void print_overview(std::FILE* to) {
  fmt::print(to,
             "depeche turns news articles into a knowledge graph that people can cite.\n\n"
             "Usage: depeche COMMAND [ARGUMENTS]\n\n");
  for (const Command& c : commands()) fmt::print(to, "  {:<9} {}\n", c.name, c.purpose);
  fmt::print(to,
             "\nTo begin with: depeche export ARTICLE.txt -o out/kg.ttl\n"
             "More about a command: depeche COMMAND --help\n");
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    print_overview(stderr);
    return static_cast<int>(ExitCode::usage);
  }
  const std::string& name = arguments[0];
  if (name == "--help" || name == "-h" || name == "help") {
    print_overview(stdout);
    return 0;
  }
  if (name == "--version") {
    fmt::print("depeche {}\n", DEPECHE_VERSION);
    return 0;
  }
  for (const Command& c : commands()) {
    if (c.name != name) continue;
    try {
      return static_cast<int>(c.run({arguments.begin() + 1, arguments.end()}, c));
    } catch (const UsageError& e) {
      print_error(fmt::format("{}\nSee: depeche {} --help", e.what(), c.name));
      return static_cast<int>(ExitCode::usage);
    }
  }
  print_error(fmt::format("there is no command '{}'\nSee: depeche --help", name));
  return static_cast<int>(ExitCode::usage);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is an output that failed, and is told as such
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& e) {
    print_error(fmt::format("a fault of depeche itself: {}", e.what()));
    return static_cast<int>(ExitCode::internal);
  }
}
