#pragma once
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace depeche::recognise {

/// One line for each fault: place, message, code, hint.
inline std::string faults(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    out +=
        d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) + ": " + d.message + " [" + d.code + "]";
    out += d.hint.empty() ? "\n" : " " + d.hint + "\n";
  }
  return out;
}

/// Changes a table: puts a line behind another.
inline void add_behind(std::string& toml, std::string_view line, std::string_view added) {
  const std::size_t at = toml.find(line);
  ASSERT_NE(at, std::string::npos) << line;
  toml.insert(at + line.size(), added);
}

}  // namespace depeche::recognise
