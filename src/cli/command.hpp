#pragma once
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/program_options.hpp>

#include "cli/exit_code.hpp"

namespace depeche::cli {

/// One subcommand: what it is called, what it is for, and what it does.
struct Command {
  std::string_view name;
  std::string_view synopsis;  ///< "INPUT… -o FILE"
  std::string_view purpose;   ///< one line for the overview
  std::string_view lesson;    ///< what --help says below the options: how it is used, with examples
  ExitCode (*run)(const std::vector<std::string>& arguments, const Command& self);
};

std::span<const Command> commands();

/// The command line is wrong: told with a pointer to --help, exit 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Parses the arguments of a command. `positional` names the option that takes the free arguments. Prints help and
/// returns false if --help is among them. Throws UsageError on anything wrong.
bool parse_arguments(const std::vector<std::string>& arguments, const Command& command,
                     const boost::program_options::options_description& options, const std::string& positional,
                     boost::program_options::variables_map& values);

ExitCode run_export(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_query(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_relations(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_ontology(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_explain(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_compile(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_check(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_sync(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_retract(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_status(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_shapes(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_load(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_test(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_score(const std::vector<std::string>& arguments, const Command& self);
ExitCode run_report(const std::vector<std::string>& arguments, const Command& self);

}  // namespace depeche::cli
