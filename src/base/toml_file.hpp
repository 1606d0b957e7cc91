#pragma once
#include <toml++/toml.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace depeche {

/// A TOML file of vocabulary, read with every fault told at its place. Codes start with `kind`: "chrome-unknown-key".
class TomlFile {
 public:
  /// A syntax fault becomes a diagnostic and leaves an empty root. `diagnostics` must outlive the object.
  TomlFile(std::string text, std::string name, std::string kind, Diagnostics& diagnostics);

  const toml::table& root() const { return root_; }

  /// Reports every key of the table that is not known, with the nearest known one as hint.
  void check_keys(const toml::table& table, const std::vector<std::string_view>& known) const;
  /// The table under a key, an empty one if there is none; anything else than a table is reported.
  const toml::table& table(const toml::table& parent, std::string_view key) const;
  /// The strings of an array under a key, none if the key is missing; other values and empty strings are reported.
  std::vector<std::string> strings(const toml::table& parent, std::string_view key) const;
  /// The same, each with its place.
  void each_string(const toml::table& parent, std::string_view key,
                   const std::function<void(const std::string&, const toml::source_region&)>& take) const;
  /// Reports a word that a list must not have twice.
  void report_double(const toml::source_region& where, std::string_view word) const;
  void report(const toml::source_region& where, std::string_view code, std::string message,
              std::string hint = {}) const;

 private:
  std::string text_, name_, kind_;
  toml::table root_;
  Diagnostics& diagnostics_;
};

}  // namespace depeche
