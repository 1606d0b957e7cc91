#include "cli/streams.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace depeche::cli {
namespace {

int output_errno = 0;

void keep_failure() {
  if (output_errno == 0) output_errno = errno != 0 ? errno : EIO;
}

}  // namespace

void write_out(std::string_view text) {
  if (output_errno != 0) return;
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) keep_failure();
}

bool output_failed() {
  return output_errno != 0;
}

ExitCode close_output(ExitCode code) {
  errno = 0;
  if (output_errno == 0 && std::fflush(stdout) != 0) keep_failure();
  if (output_errno == 0) return code;
  if (output_errno != EPIPE) {
    print_error("cannot write 'standard output': " + std::generic_category().message(output_errno));
  }
  return ExitCode::output;
}

void write_message(std::string_view text) {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stderr);
  static_cast<void>(written);
}

void print_error(std::string_view message) {
  const bool colour = colour_on(STDERR_FILENO);
  write_message(fmt::format("depeche: {}error:{} {}\n", colour ? "\033[1;31m" : "", colour ? "\033[0m" : "", message));
}

bool colour_on(int descriptor) {
  const char* off = std::getenv("NO_COLOR");
  return ::isatty(descriptor) == 1 && (off == nullptr || *off == '\0');
}

}  // namespace depeche::cli
