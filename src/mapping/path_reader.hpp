#pragma once
#include <string_view>
#include <vector>

#include "mapping/functions.hpp"
#include "mapping/rule.hpp"
#include "mapping/toml_reader.hpp"

namespace depeche::mapping {

/// Compiles paths ("object.genitive") of one file; unknown functions are reported where they stand.
class PathReader {
 public:
  PathReader(const TomlReader& file, const Functions& functions) : file_(file), functions_(functions) {}

  /// Appends the path to `out`; false if it has a fault.
  bool read(const Located& text, std::vector<Path>& out) const;
  /// One path or a list of paths.
  std::vector<Path> read_all(const toml::node& node) const;

 private:
  const TomlReader& file_;
  const Functions& functions_;
};

}  // namespace depeche::mapping
