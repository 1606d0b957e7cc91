#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace depeche::cli {

/// "depeche: error: …" on standard error, with colour on a terminal.
void print_error(std::string_view message);
void print_diagnostic(const Diagnostic& diagnostic);
/// The first ten of each code, then how many more there are of it. Returns true if one of them is an error.
bool print_diagnostics(const Diagnostics& diagnostics);

/// True if the stream is a terminal and NO_COLOR is not set.
bool colour_on(int descriptor);

/// One line on standard error that is rewritten while the run goes on. Silent unless standard error is a terminal.
class Progress {
 public:
  Progress();
  ~Progress();
  void show(std::uint64_t articles, std::uint64_t claims, std::size_t files_begun, std::size_t files_known);
  void clear();

 private:
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_, last_;
};

}  // namespace depeche::cli
