#include "base/toml_file.hpp"

#include <fmt/format.h>

namespace depeche {

TomlFile::TomlFile(std::string text, std::string name, std::string kind, Diagnostics& diagnostics)
    : text_(std::move(text)), name_(std::move(name)), kind_(std::move(kind)), diagnostics_(diagnostics) {
  try {
    root_ = toml::parse(text_);
  } catch (const toml::parse_error& error) {
    report(error.source(), "syntax", std::string(error.description()));
  }
}

void TomlFile::check_keys(const toml::table& table, const std::vector<std::string_view>& known) const {
  for (const auto& [key, value] : table) {
    bool found = false;
    for (const std::string_view name : known) found = found || key.str() == name;
    if (found) continue;
    const std::string_view nearest = nearest_word(key.str(), known);
    report(key.source(), "unknown-key", fmt::format("unknown key '{}'", key.str()),
           nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest));
  }
}

const toml::table& TomlFile::table(const toml::table& parent, std::string_view key) const {
  static const toml::table none;
  const toml::node* node = parent.get(key);
  if (node == nullptr) return none;
  if (const toml::table* table = node->as_table()) return *table;
  report(node->source(), "wrong-type", fmt::format("'{}' has to be a table", key));
  return none;
}

std::vector<std::string> TomlFile::strings(const toml::table& parent, std::string_view key) const {
  std::vector<std::string> out;
  each_string(parent, key, [&out](const std::string& text, const toml::source_region&) { out.push_back(text); });
  return out;
}

void TomlFile::each_string(const toml::table& parent, std::string_view key,
                           const std::function<void(const std::string&, const toml::source_region&)>& take) const {
  const toml::node* node = parent.get(key);
  if (node == nullptr) return;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    report(node->source(), "wrong-type", fmt::format("'{}' has to be a list of strings", key));
    return;
  }
  for (const toml::node& element : *array) {
    const auto* text = element.as_string();
    if (text == nullptr || text->get().empty()) {
      report(element.source(), "wrong-type", fmt::format("'{}' takes strings that are not empty", key));
    } else {
      take(text->get(), element.source());
    }
  }
}

void TomlFile::report_double(const toml::source_region& where, std::string_view word) const {
  report(where, "duplicate-word", fmt::format("'{}' stands here already", word));
}

void TomlFile::report(const toml::source_region& where, std::string_view code, std::string message,
                      std::string hint) const {
  Diagnostic diagnostic;
  diagnostic.code = fmt::format("{}-{}", kind_, code);
  diagnostic.file = name_;
  diagnostic.line = static_cast<std::uint32_t>(where.begin.line);
  diagnostic.column = static_cast<std::uint32_t>(where.begin.column);
  diagnostic.message = std::move(message);
  diagnostic.source_line = std::string(line_of(text_, diagnostic.line));
  diagnostic.hint = std::move(hint);
  diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace depeche
