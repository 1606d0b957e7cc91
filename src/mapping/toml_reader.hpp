#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/toml_file.hpp"

namespace depeche::mapping {

/// A string of a TOML file and where it stands.
struct Located {
  std::string text;
  toml::source_region where;
};

/// Typed access to one TOML file of this room; every value of a wrong type is reported where it stands.
class TomlReader {
 public:
  TomlReader(std::string text, std::string name, std::string kind, Diagnostics& diagnostics)
      : file_(std::move(text), name, std::move(kind), diagnostics), name_(std::move(name)), diagnostics_(diagnostics) {}

  const toml::table& root() const { return file_.root(); }
  const std::string& name() const { return name_; }
  /// Number of errors reported so far, warnings not counted.
  std::size_t error_count() const;

  void error(const toml::source_region& where, std::string_view code, std::string message, std::string hint = {}) const;
  void warn(const toml::source_region& where, std::string_view code, std::string message, std::string hint = {}) const;

  /// nullopt if the key is missing or its value is of another type (reported).
  std::optional<Located> string(const toml::table& table, std::string_view key) const;
  bool boolean(const toml::table& table, std::string_view key, bool fallback) const;
  /// One string or a list of strings; `what` names what they are in the message ("a path or a list of paths").
  std::vector<Located> strings(const toml::node& node, std::string_view what) const;
  std::vector<Located> strings(const toml::table& table, std::string_view key, std::string_view what) const;
  /// The tables of an array of tables; a missing key gives none.
  std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) const;
  /// Reports keys outside `known` with the nearest one as hint.
  void check_keys(const toml::table& table, const std::vector<std::string_view>& known) const;

 private:
  TomlFile file_;
  std::string name_;
  Diagnostics& diagnostics_;
};

/// "did you mean 'lieu'?" or empty.
std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "'a', 'b' or 'c'".
std::string enumerate(const std::vector<std::string_view>& words);

}  // namespace depeche::mapping
