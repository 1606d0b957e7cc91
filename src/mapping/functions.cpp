#include "mapping/functions.hpp"

#include <absl/strings/string_view.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/mapped_file.hpp"
#include "mapping/toml_reader.hpp"

namespace depeche::mapping {
namespace {

constexpr std::array<std::string_view, 19> grammatical = {
    "subject",   "object", "genitive", "adjective", "possessive", "modified", "content", "place", "apposition", "self",
    "attribute", "clause", "theme",    "implied",   "support",    "speech",   "home",    "state", "abroad"};

}  // namespace

Functions::Functions() {
  for (const std::string_view name : grammatical) intern(name);
}

FunctionId Functions::intern(std::string_view name) {
  const auto [at, added] = ids_.try_emplace(std::string(name), static_cast<FunctionId>(names_.size()));
  if (added) names_.emplace_back(name);
  return at->second;
}

FunctionId Functions::find(std::string_view name) const {
  const auto at = ids_.find(absl::string_view(name.data(), name.size()));
  return at == ids_.end() ? no_function : at->second;
}

bool Functions::ends_path(FunctionId id) const {
  return names_[id] == "clause" || names_[id] == "theme" || names_[id] == "implied" || names_[id] == "home" ||
         names_[id] == "state" || names_[id] == "abroad";
}

Functions Functions::parse(std::string text, const std::string& file, Diagnostics& diagnostics) {
  Functions functions;
  const TomlReader reader(std::move(text), file, "grammar", diagnostics);
  reader.check_keys(reader.root(), {"prepositions"});
  const toml::node* node = reader.root().get("prepositions");
  if (node == nullptr || !node->is_table()) {
    if (!reader.root().empty()) {
      reader.error(reader.root().source(), "missing-key",
                   "expected a table [prepositions] with 'simple' and 'complex'");
    }
    return functions;
  }
  const toml::table& table = *node->as_table();
  reader.check_keys(table, {"simple", "complex"});
  for (const std::string_view key : {"simple", "complex"}) {
    for (const Located& word : reader.strings(table, key, "a list of prepositions")) {
      if (functions.find(word.text) != no_function) {
        reader.error(word.where, "duplicate", fmt::format("'{}' is listed twice", word.text));
        continue;
      }
      const FunctionId id = functions.intern(word.text);
      if (key == "complex") functions.complex_.push_back(id);
    }
  }
  std::stable_sort(functions.complex_.begin(), functions.complex_.end(),
                   [&](FunctionId a, FunctionId b) { return functions.names_[a].size() > functions.names_[b].size(); });
  return functions;
}

Result<Functions> Functions::load(const std::string& path, Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  return parse(std::move(*text), path, diagnostics);
}

}  // namespace depeche::mapping
