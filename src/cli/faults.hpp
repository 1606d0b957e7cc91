#pragma once
#include <cstddef>
#include <map>
#include <string>

#include "base/diagnostic.hpp"

namespace depeche::cli {

/// Prints a fault on standard error, with colour on a terminal.
void print_diagnostic(const Diagnostic& diagnostic);

/// Prints faults as they come: the first ten of each code, and at the end how many more there were of it, so that a
/// million bad records do not make a million messages.
class FaultReport {
 public:
  void add(const Diagnostic& diagnostic);
  void add(const Diagnostics& diagnostics);
  void finish();

 private:
  std::map<std::string, std::size_t> count_;
};

}  // namespace depeche::cli
