#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "program.hpp"

namespace depeche::cli_test {

/// A fresh folder for one test, in which the program is run.
class Workbench : public ::testing::Test {
 protected:
  Workbench();
  ~Workbench() override;

  /// Runs depeche in the folder.
  Outcome run_call(const Call& call) const;
  Outcome run(std::vector<std::string> arguments) const;
  /// Runs another program, found in PATH.
  Outcome run_tool(const std::string& tool, std::vector<std::string> arguments, std::string input = {}) const;

  std::filesystem::path path(std::string_view name) const { return folder_ / name; }
  void write(std::string_view name, std::string_view content) const;
  std::string read(std::string_view name) const;
  bool exists(std::string_view name) const { return std::filesystem::exists(path(name)); }
  /// Names of everything in the folder, hidden files included, sorted.
  std::vector<std::string> list() const;

  /// A folder of mappings that has the delivered files, but of rules only the one given (as rules/visit.toml).
  std::string make_mappings(std::string_view rules) const;

 private:
  std::filesystem::path folder_;
};

/// One line of JSON Lines. The text is one that no escape is needed for.
std::string record(std::string_view id, std::string_view text);

/// A text with one relation: Visit, Mevlut Demir > Italy, asserted.
inline constexpr std::string_view visit = "Le ministre turc Mevlut Demir s'est rendu lundi à Rome.";
/// And another, of Anna Kovacs.
inline constexpr std::string_view other_visit = "La ministre hongroise Anna Kovacs s'est rendue mardi à Oslo.";

inline const std::string articles = DEPECHE_SOURCE_DIR "/tests/cases/articles";

/// How often a text occurs in another.
std::size_t count(std::string_view text, std::string_view part);

std::vector<std::string> lines_of(std::string_view text);

}  // namespace depeche::cli_test
