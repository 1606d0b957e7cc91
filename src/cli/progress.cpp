#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "cli/streams.hpp"

namespace depeche::cli {

Progress::Progress()
    : terminal_(::isatty(STDERR_FILENO) == 1), start_(std::chrono::steady_clock::now()), last_(start_) {}

Progress::~Progress() {
  clear();
}

void Progress::clear() {
  if (shown_) write_message("\r\033[K");
  shown_ = false;
}

bool Progress::is_due() {
  if (!terminal_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return false;
  last_ = now;
  return true;
}

void Progress::show(std::string_view stage, std::size_t done, std::size_t all) {
  if (!is_due()) return;
  write_message(fmt::format("\r\033[K{} {} of {}", stage, done, all));
  shown_ = true;
}

void Progress::show(std::uint64_t articles, std::uint64_t claims, std::size_t files_begun, std::size_t files_known) {
  if (!is_due()) return;
  const double seconds = std::chrono::duration<double>(last_ - start_).count();
  std::string left;
  if (files_known > 1 && files_begun > 1 && files_begun <= files_known) {
    const double each = seconds / static_cast<double>(files_begun - 1);
    left = fmt::format(", {:.0f} s left", each * static_cast<double>(files_known - files_begun + 1));
  }
  write_message(fmt::format("\r\033[K{} articles, {} claims, {:.0f} articles/s{}", articles, claims,
                            static_cast<double>(articles) / seconds, left));
  shown_ = true;
}

}  // namespace depeche::cli
