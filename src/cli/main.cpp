#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/streams.hpp"

namespace {

using namespace depeche::cli;

std::string overview() {
  std::string text =
      "depeche turns news articles into a knowledge graph that people can cite.\n\n"
      "Usage: depeche COMMAND [ARGUMENTS]\n\n";
  for (const Command& c : commands()) text += fmt::format("  {:<9} {}\n", c.name, c.purpose);
  text +=
      "\nTo begin with: depeche export ARTICLE.txt -o out/kg.ttl\n"
      "More about a command: depeche COMMAND --help\n";
  return text;
}

ExitCode run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    write_message(overview());
    return ExitCode::usage;
  }
  const std::string& name = arguments[0];
  if (name == "--help" || name == "-h" || name == "help") {
    write_out(overview());
    return ExitCode::ok;
  }
  if (name == "--version") {
    write_out(fmt::format("depeche {}\n", DEPECHE_VERSION));
    return ExitCode::ok;
  }
  for (const Command& c : commands()) {
    if (c.name != name) continue;
    try {
      return c.run({arguments.begin() + 1, arguments.end()}, c);
    } catch (const UsageError& e) {
      print_error(fmt::format("{}\nSee: depeche {} --help", e.what(), c.name));
      return ExitCode::usage;
    }
  }
  print_error(fmt::format("there is no command '{}'\nSee: depeche --help", name));
  return ExitCode::usage;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a broken pipe is an output that failed, and is told as such
  try {
    return static_cast<int>(close_output(run({argv + 1, argv + argc})));
  } catch (const std::exception& e) {
    print_error(fmt::format("a fault of depeche itself: {}", e.what()));
    return static_cast<int>(ExitCode::internal);
  }
}
