#include "cli/sync_exit.hpp"

#include <csignal>

namespace depeche::cli {

ExitCode exit_code_of(sync::Cause cause, int signal) {
  switch (cause) {
    case sync::Cause::disk:
      return ExitCode::output;
    case sync::Cause::locked:
      return ExitCode::locked;
    case sync::Cause::damaged:
      return ExitCode::damaged;
    case sync::Cause::settings:
      return ExitCode::usage;
    case sync::Cause::guard:
      return ExitCode::guard;
    case sync::Cause::no_input:
      return ExitCode::input;
    case sync::Cause::stopped:
      break;
  }
  return signal == SIGINT ? ExitCode::interrupted : ExitCode::terminated;
}

ExitCode exit_code_of(const sync::Outcome& outcome, int signal) {
  if (outcome.failed) return exit_code_of(*outcome.failed, signal);
  if (!outcome.committed) return ExitCode::nothing_new;
  return outcome.counts.rejected > 0 ? ExitCode::some_rejected : ExitCode::ok;
}

std::string describe_failure(sync::Cause cause, const std::string& message) {
  switch (cause) {
    case sync::Cause::damaged:
      return message + "\n  hint: restore the folder from a copy, or read everything anew with --rebuild";
    case sync::Cause::guard:
      return message + "\n  hint: if that is right, say so with --max-shrink TYPE=100";
    default:
      return message;
  }
}

}  // namespace depeche::cli
