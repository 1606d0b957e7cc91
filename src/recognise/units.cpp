#include "recognise/units.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/toml_file.hpp"
#include "base/toml_words.hpp"
#include "base/utf8.hpp"

namespace depeche::recognise {
namespace {

std::string word_key(std::string_view text) {
  return std::string(drop_plural(utf8::fold(text)));
}

/// A table of words and small whole numbers.
Units::WordMap<int> read_numbers(const TomlFile& file, std::string_view name, bool as_spelt) {
  Units::WordMap<int> out;
  for (const auto& [key, value] : file.table(file.root(), name)) {
    const auto* number = value.as_integer();
    if (number == nullptr || number->get() < 1 || number->get() > 1000) {
      file.report(value.source(), "wrong-type", fmt::format("'{}' has to be a whole number from 1 to 1000", key.str()));
    } else if (!out.emplace(as_spelt ? std::string(key.str()) : word_key(key.str()), static_cast<int>(number->get()))
                    .second) {
      file.report(key.source(), "duplicate-word", fmt::format("'{}' stands in '{}' already", key.str(), name));
    }
  }
  return out;
}

std::vector<Phrase> read_phrases(const TomlFile& file, const toml::table& table, std::string_view key) {
  std::vector<Phrase> out;
  for (const std::string& text : file.strings(table, key)) out.push_back(make_phrase(text));
  return out;
}

Units::WordSet read_words(const TomlFile& file, const toml::table& table, std::string_view key) {
  Units::WordSet out;
  for (const std::string& text : file.strings(table, key)) out.insert(word_key(text));
  return out;
}

void read_currency(const TomlFile& file, const toml::table& table, Units& units) {
  file.check_keys(table, {"code", "names", "signs", "ambiguous"});
  const auto code = table["code"].value<std::string>();
  const bool capitals =
      code && code->size() == 3 && std::all_of(code->begin(), code->end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals) {
    file.report(table.source(), "currency-code", "a currency needs a 'code' of three capitals after ISO 4217");
    return;
  }
  const bool ambiguous = table["ambiguous"].value_or(false);
  for (const std::string& name : file.strings(table, "names")) {
    Phrase words = make_phrase(name);
    if (words.empty()) continue;
    auto& names = units.currencies[words[0]];
    const auto same = std::find_if(names.begin(), names.end(), [&](const auto& other) { return other.words == words; });
    if (same != names.end()) {
      file.report(table.source(), "duplicate-word", fmt::format("'{}' names {} already", name, same->code));
      continue;
    }
    names.push_back({std::move(words), *code, ambiguous});
  }
  for (const std::string& sign : file.strings(table, "signs")) {
    if (!units.currency_signs.emplace(sign, *code).second) {
      file.report(table.source(), "duplicate-word", fmt::format("'{}' is the sign of another currency", sign));
    }
  }
}

}  // namespace

Units Units::parse(std::string toml, const std::string& name, Diagnostics& diagnostics) {
  const TomlFile file(std::move(toml), name, "units", diagnostics);
  const toml::table& root = file.root();
  file.check_keys(root, {"number_words", "magnitudes", "magnitude_signs", "collectives", "fractions",
                         "fractions_not_of", "approximation", "change", "counts", "currency"});
  Units units;
  depeche::read_numbers(file, root, "number_words", 0, 1000, units.number_words);
  units.magnitudes = read_numbers(file, "magnitudes", false);
  units.magnitude_signs = read_numbers(file, "magnitude_signs", true);
  units.collectives = read_numbers(file, "collectives", false);
  units.fractions = read_numbers(file, "fractions", false);

  const toml::table& not_of = file.table(root, "fractions_not_of");
  file.check_keys(not_of, {"words"});
  units.no_fraction_of = read_words(file, not_of, "words");

  const toml::table& approximation = file.table(root, "approximation");
  file.check_keys(approximation, {"about", "nearly", "more_than", "less_than", "about_behind", "more_than_behind",
                                  "less_than_behind"});
  units.about = read_phrases(file, approximation, "about");
  units.nearly = read_phrases(file, approximation, "nearly");
  units.more_than = read_phrases(file, approximation, "more_than");
  units.less_than = read_phrases(file, approximation, "less_than");
  units.about_behind = read_phrases(file, approximation, "about_behind");
  units.more_than_behind = read_phrases(file, approximation, "more_than_behind");
  units.less_than_behind = read_phrases(file, approximation, "less_than_behind");

  const toml::table& change = file.table(root, "change");
  file.check_keys(change, {"stems", "behind"});
  for (const std::string& stem : file.strings(change, "stems")) units.change_stems.push_back(utf8::fold(stem));
  units.change_behind = read_phrases(file, change, "behind");

  const toml::table& counts = file.table(root, "counts");
  file.check_keys(counts, {"excluded", "adjectives", "not_counted", "single", "year_openers", "invariable"});
  units.excluded = read_words(file, counts, "excluded");
  units.adjectives = read_words(file, counts, "adjectives");
  units.not_counted = read_words(file, counts, "not_counted");
  units.year_openers = read_words(file, counts, "year_openers");
  for (const std::string& word : file.strings(counts, "invariable")) units.invariable.insert(word);
  units.single = read_words(file, counts, "single");

  if (const toml::node* node = root.get("currency")) {
    if (const toml::array* list = node->as_array()) {
      for (const toml::node& element : *list) {
        if (const toml::table* table = element.as_table()) read_currency(file, *table, units);
      }
    } else {
      file.report(node->source(), "wrong-type", "'currency' has to be a list of tables: [[currency]]");
    }
  }
  for (auto& [first, names] : units.currencies) {
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  }
  return units;
}

}  // namespace depeche::recognise
