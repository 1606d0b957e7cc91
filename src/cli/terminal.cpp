#include "cli/terminal.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <unistd.h>

#include <fmt/format.h>

namespace depeche::cli {

bool colour_on(int descriptor) {
  const char* off = std::getenv("NO_COLOR");
  return ::isatty(descriptor) == 1 && (off == nullptr || *off == '\0');
}

void print_error(std::string_view message) {
  const bool colour = colour_on(STDERR_FILENO);
  fmt::print(stderr, "depeche: {}error:{} {}\n", colour ? "\033[1;31m" : "", colour ? "\033[0m" : "", message);
}

void print_diagnostic(const Diagnostic& diagnostic) {
  fmt::print(stderr, "{}", format_diagnostic(diagnostic, colour_on(STDERR_FILENO)));
}

bool print_diagnostics(const Diagnostics& diagnostics) {
  constexpr std::size_t shown = 10;
  std::map<std::string, std::size_t> count;
  for (const Diagnostic& d : diagnostics) {
    if (++count[d.code] <= shown) print_diagnostic(d);
  }
  for (const auto& [code, n] : count) {
    if (n > shown) fmt::print(stderr, "… and {} more [{}]\n", n - shown, code);
  }
  return has_errors(diagnostics);
}

Progress::Progress()
    : terminal_(::isatty(STDERR_FILENO) == 1), start_(std::chrono::steady_clock::now()), last_(start_) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (shown_) fmt::print(stderr, "\r\033[K");
  shown_ = false;
}

void Progress::show(std::uint64_t articles, std::uint64_t claims, std::size_t files_begun, std::size_t files_known) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string left;
  if (files_known > 1 && files_begun > 1 && files_begun <= files_known) {
    const double each = seconds / static_cast<double>(files_begun - 1);
    left = fmt::format(", {:.0f} s left", each * static_cast<double>(files_known - files_begun + 1));
  }
  fmt::print(stderr, "\r\033[K{} articles, {} claims, {:.0f} articles/s{}", articles, claims,
             static_cast<double>(articles) / seconds, left);
  std::fflush(stderr);
  shown_ = true;
}

}  // namespace depeche::cli
