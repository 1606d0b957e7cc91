#pragma once
#include <string>

#include "cli/exit_code.hpp"
#include "sync/session.hpp"

namespace depeche::cli {

/// The exit status for how a run over a synchronised export ended; `signal` is the one that was caught, or 0.
ExitCode exit_code_of(const sync::Outcome& outcome, int signal);
ExitCode exit_code_of(sync::Cause cause, int signal);

/// The message with what can be done about it.
std::string describe_failure(sync::Cause cause, const std::string& message);

}  // namespace depeche::cli
