#include "base/toml_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace depeche {

std::string table_key(std::string_view word, Spelling spelling) {
  return spelling == Spelling::folded ? utf8::fold(word) : std::string(word);
}

void read_words(const TomlFile& file, const toml::table& parent, std::string_view key, WordSet& out,
                Spelling spelling) {
  file.each_string(parent, key, [&](const std::string& word, const toml::source_region& where) {
    if (!out.insert(table_key(word, spelling))) file.report_double(where, word);
  });
}

void read_numbers(const TomlFile& file, const toml::table& parent, std::string_view key, int least, int most,
                  WordTable<int>& out, Spelling spelling) {
  std::vector<std::pair<const toml::key*, const toml::node*>> rows;
  for (const auto& [word, value] : file.table(parent, key)) rows.emplace_back(&word, &value);
  // In the order of the file: of two that are one word the second is the fault.
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.first->source().begin.line < b.first->source().begin.line; });
  for (const auto& [word, value] : rows) {
    const auto* const number = value->as_integer();
    if (number == nullptr || number->get() < least || number->get() > most) {
      file.report(value->source(), "wrong-type",
                  fmt::format("'{}' has to be a whole number from {} to {}", word->str(), least, most));
    } else if (!out.insert(table_key(word->str(), spelling), static_cast<int>(number->get()))) {
      file.report_double(word->source(), word->str());
    }
  }
}

}  // namespace depeche
