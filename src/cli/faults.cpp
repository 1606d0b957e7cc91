#include "cli/faults.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/streams.hpp"

namespace depeche::cli {
namespace {

constexpr std::size_t shown = 10;

}  // namespace

void print_diagnostic(const Diagnostic& diagnostic) {
  write_message(format_diagnostic(diagnostic, colour_on(STDERR_FILENO)));
}

void FaultReport::add(const Diagnostic& diagnostic) {
  if (++count_[diagnostic.code] <= shown) print_diagnostic(diagnostic);
}

void FaultReport::add(const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics) add(d);
}

void FaultReport::finish() {
  for (const auto& [code, n] : count_) {
    if (n > shown) write_message(fmt::format("… and {} more [{}]\n", n - shown, code));
  }
  count_.clear();
}

}  // namespace depeche::cli
