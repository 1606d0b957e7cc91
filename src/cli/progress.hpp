#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche::cli {

/// One line on standard error that is rewritten while the run goes on. Silent unless standard error is a terminal.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Rewrites the line, five times a second at most. The time left is told where there are several files.
  void show(std::uint64_t articles, std::uint64_t claims, std::size_t files_begun, std::size_t files_known);
  /// The same for a load: "verifying 120 of 4579".
  void show(std::string_view stage, std::size_t done, std::size_t all);
  /// Takes the line away, so that a message may stand there.
  void clear();

 private:
  bool is_due();

  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_, last_;
};

}  // namespace depeche::cli
