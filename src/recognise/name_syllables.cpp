#include "recognise/name_syllables.hpp"

#include <utility>

#include "base/toml_words.hpp"

namespace depeche::recognise {
namespace {

constexpr std::size_t shortest_name = 2, longest_name = 5, most_languages = 32;

}  // namespace

NameSyllables NameSyllables::parse(std::string toml, const std::string& name, Diagnostics& diagnostics) {
  const TomlFile file(std::move(toml), name, "syllables", diagnostics);
  NameSyllables out;
  std::size_t language = 0;
  for (const auto& [key, node] : file.root()) {
    if (language == most_languages) {
      file.report(key.source(), "too-many", "no more than 32 languages have their place here");
      break;
    }
    const std::uint32_t bit = 1U << language++;
    const toml::table& table = file.table(file.root(), key.str());
    file.check_keys(table, {"families", "syllables"});
    WordSet here;
    file.each_string(table, "families", [&](const std::string& word, const toml::source_region& where) {
      const std::string folded = table_key(word, Spelling::folded);
      if (!here.insert(folded)) return file.report_double(where, word);
      Languages& languages = out.words_[folded];
      languages.family |= bit;
      languages.syllable |= bit;
    });
    file.each_string(table, "syllables", [&](const std::string& word, const toml::source_region& where) {
      const std::string folded = table_key(word, Spelling::folded);
      if (!here.insert(folded)) return file.report_double(where, word);
      out.words_[folded].syllable |= bit;
    });
  }
  return out;
}

bool NameSyllables::make_a_name(const std::vector<std::string>& parts) const {
  if (parts.size() < shortest_name || parts.size() > longest_name) return false;
  std::uint32_t languages = words_.get(parts.front(), {}).family;
  for (std::size_t i = 1; i < parts.size() && languages != 0; ++i) languages &= words_.get(parts[i], {}).syllable;
  return languages != 0;
}

}  // namespace depeche::recognise
