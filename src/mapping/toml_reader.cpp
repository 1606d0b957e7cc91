#include "mapping/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace depeche::mapping {

void TomlReader::error(const toml::source_region& where, std::string_view code, std::string message,
                       std::string hint) const {
  file_.report(where, code, std::move(message), std::move(hint));
}

void TomlReader::warn(const toml::source_region& where, std::string_view code, std::string message,
                      std::string hint) const {
  file_.report(where, code, std::move(message), std::move(hint));
  diagnostics_.back().severity = Severity::warning;
}

std::size_t TomlReader::error_count() const {
  const auto is_error = [](const Diagnostic& d) { return d.severity == Severity::error; };
  return static_cast<std::size_t>(std::count_if(diagnostics_.begin(), diagnostics_.end(), is_error));
}

std::optional<Located> TomlReader::string(const toml::table& table, std::string_view key) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const auto* text = node->as_string();
  if (text == nullptr || text->get().empty()) {
    error(node->source(), "wrong-type", fmt::format("'{}' has to be a string that is not empty", key));
    return std::nullopt;
  }
  return Located{text->get(), node->source()};
}

bool TomlReader::boolean(const toml::table& table, std::string_view key, bool fallback) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return fallback;
  if (const auto* value = node->as_boolean()) return value->get();
  error(node->source(), "wrong-type", fmt::format("'{}' has to be true or false", key));
  return fallback;
}

std::vector<Located> TomlReader::strings(const toml::node& node, std::string_view what) const {
  std::vector<Located> out;
  const auto add = [&](const toml::node& item) {
    const auto* text = item.as_string();
    if (text == nullptr || text->get().empty()) {
      error(item.source(), "wrong-type", fmt::format("expected {}", what));
    } else {
      out.push_back({text->get(), item.source()});
    }
  };
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& item : *list) add(item);
    if (list->empty()) error(node.source(), "wrong-type", fmt::format("the list is empty; expected {}", what));
  } else {
    add(node);
  }
  return out;
}

std::vector<Located> TomlReader::strings(const toml::table& table, std::string_view key, std::string_view what) const {
  const toml::node* node = table.get(key);
  return node == nullptr ? std::vector<Located>() : strings(*node, what);
}

std::vector<const toml::table*> TomlReader::tables(const toml::table& table, std::string_view key) const {
  std::vector<const toml::table*> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) return out;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    error(node->source(), "wrong-type", fmt::format("'{0}' has to be a list of tables: [[{0}]]", key));
    return out;
  }
  for (const toml::node& item : *list) {
    if (const toml::table* element = item.as_table()) {
      out.push_back(element);
    } else {
      error(item.source(), "wrong-type", fmt::format("'{0}' has to be a list of tables: [[{0}]]", key));
    }
  }
  return out;
}

void TomlReader::check_keys(const toml::table& table, const std::vector<std::string_view>& known) const {
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    error(key.source(), "unknown-key", fmt::format("unknown key '{}'", key.str()), suggest(key.str(), known));
  }
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view nearest = nearest_word(word, candidates);
  return nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest);
}

std::string enumerate(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += fmt::format("'{}'", words[i]);
  }
  return out;
}

}  // namespace depeche::mapping
