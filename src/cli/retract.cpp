#include <ctime>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/interrupts.hpp"
#include "cli/streams.hpp"
#include "cli/sync_exit.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

ExitCode run_retract(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()                                                      //
      ("undo", "let retracted articles in again; the next sync reads them")  //
      ("erase", "leave no trace of them in DIR, and never let them in again");
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "names", values)) return ExitCode::ok;
  std::vector<std::string> names;
  if (values.count("names") != 0) names = values["names"].as<std::vector<std::string>>();
  if (names.size() < 2) throw UsageError("expected the folder of the export and at least one article");
  const bool undo = values.count("undo") != 0, erase = values.count("erase") != 0;
  if (undo && erase) throw UsageError("--undo and --erase exclude each other");
  sync::Session::Setup setup;
  setup.folder = names.front();
  names.erase(names.begin());

  const Interrupts interrupts;
  const auto fail_with = [&](sync::Cause cause, const std::string& message) {
    print_error(describe_failure(cause, message));
    return exit_code_of(cause, interrupts.caught());
  };
  sync::RunNote note;
  note.started = std::time(nullptr);
  auto session = sync::Session::open(setup);
  if (!session) return fail_with(session.error().cause, session.error().what());
  const auto how = undo    ? sync::Session::Block::allow
                   : erase ? sync::Session::Block::erase
                           : sync::Session::Block::retract;
  const auto unknown = session->block(how, names);
  if (!unknown) return fail_with(unknown.error().cause, unknown.error().what());
  if (!unknown->empty()) {
    for (const std::string& name : *unknown) {
      print_error(fmt::format("no {} has the id, URL or digits '{}'; nothing was done",
                              undo ? "retracted article" : "article in the export", name));
    }
    return ExitCode::usage;
  }
  if (undo) return ExitCode::ok;
  const sync::Outcome outcome = session->run(nullptr, {});
  note.finished = std::time(nullptr);
  const ExitCode code = exit_code_of(outcome, interrupts.caught());
  note.exit_code = static_cast<int>(code);
  if (const auto noted = session->note(outcome, note); !noted && !outcome.failed) {
    print_error(noted.error().message);
    return ExitCode::output;
  }
  return outcome.failed ? fail_with(*outcome.failed, outcome.message) : code;
}

}  // namespace depeche::cli
