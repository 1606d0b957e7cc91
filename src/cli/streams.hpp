#pragma once
#include <string_view>

#include "cli/exit_code.hpp"

namespace depeche::cli {

/// Writes to standard output: data, and nothing else. A failure is kept; see output_failed and close_output.
void write_out(std::string_view text);

/// True once standard output has failed (full disk, a reader that went away): time to end a long listing.
bool output_failed();

/// Sends on what is left for standard output. Gives `code`, or ExitCode::output if something did not arrive. A broken
/// pipe is not told, because whoever closed it (`| head`) knows.
ExitCode close_output(ExitCode code);

/// Writes to standard error: messages. If that fails there is nowhere to tell it.
void write_message(std::string_view text);

/// "depeche: error: …" on standard error, with colour on a terminal.
void print_error(std::string_view message);

/// True if the descriptor is a terminal and NO_COLOR is not set.
bool colour_on(int descriptor);

}  // namespace depeche::cli
