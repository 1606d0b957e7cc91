#include "mapping/governors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/mapped_file.hpp"
#include "mapping/toml_reader.hpp"
#include "mapping/trigger_words.hpp"

namespace depeche::mapping {
namespace {

const std::vector<std::string_view> class_names = {"implies",  "negates",  "denies",  "ended", "begun",  "planned",
                                                   "possible", "required", "accused", "said",  "doubted"};
const std::vector<std::string_view> form_names = {"infinitive", "clause", "noun", "purpose"};
const std::vector<std::string_view> control_names = {"subject", "object", "indirect"};

constexpr std::uint64_t key(language::LemmaId lemma, TriggerClass word_class) {
  return (std::uint64_t{lemma} << 2U) | static_cast<std::uint64_t>(word_class);
}

/// Index of the word in the list; -1 and a report if it is not there.
int choose(const TomlReader& file, const Located& word, const std::vector<std::string_view>& choices,
           std::string_view code, std::string_view what) {
  const auto at = std::find(choices.begin(), choices.end(), word.text);
  if (at != choices.end()) return static_cast<int>(at - choices.begin());
  file.error(word.where, code, fmt::format("unknown {} '{}'", what, word.text),
             fmt::format("expected {}", enumerate(choices)));
  return -1;
}

Governor read_properties(const TomlReader& file, const Vocabulary& vocabulary, const toml::table& table) {
  Governor governor;
  if (const auto word = file.string(table, "class")) {
    const int index = choose(file, *word, class_names, "unknown-class", "class");
    if (index >= 0) governor.implication = static_cast<Implication>(index);
  } else if (table.get("class") == nullptr) {
    file.error(table.source(), "missing-key", "a governor needs a 'class'", "expected " + enumerate(class_names));
  }
  if (const auto forms = file.strings(table, "forms", "a list of complement forms"); !forms.empty()) {
    unsigned set = 0;
    for (const Located& form : forms) {
      const int index = choose(file, form, form_names, "unknown-form", "complement form");
      if (index >= 0) set |= 1U << static_cast<unsigned>(index);
    }
    governor.forms = static_cast<std::uint8_t>(set);
  }
  if (const auto word = file.string(table, "control")) {
    const int index = choose(file, *word, control_names, "unknown-control", "control");
    if (index >= 0) governor.control = static_cast<Control>(index);
  }
  if (const auto word = file.string(table, "when_negated")) {
    const int index = choose(file, *word, class_names, "unknown-class", "class");
    if (index >= 0) governor.when_negated = static_cast<Implication>(index);
    governor.has_when_negated = index >= 0;
  }
  if (const auto word = file.string(table, "when_done")) {
    const int index = choose(file, *word, class_names, "unknown-class", "class");
    if (index >= 0) governor.when_done = static_cast<Implication>(index);
    governor.has_when_done = index >= 0;
  }
  governor.passive = file.boolean(table, "passive", false);
  for (const auto& [key, nouns] : {std::pair{"except", &governor.except}, std::pair{"object", &governor.object}}) {
    for (const Located& word : file.strings(table, key, "a list of nouns")) {
      if (const auto noun = find_trigger(file, vocabulary, word, TriggerClass::noun, false)) nouns->insert(noun->lemma);
    }
  }
  return governor;
}

}  // namespace

Governors Governors::parse(std::string text, const std::string& file_name, const Vocabulary& vocabulary,
                           Diagnostics& diagnostics) {
  constexpr std::array<std::pair<std::string_view, TriggerClass>, 3> classes = {
      {{"verb", TriggerClass::verb}, {"noun", TriggerClass::noun}, {"adjective", TriggerClass::adjective}}};
  Governors governors;
  const TomlReader file(std::move(text), file_name, "governors", diagnostics);
  file.check_keys(file.root(), {"governor"});
  for (const toml::table* table : file.tables(file.root(), "governor")) {
    file.check_keys(*table, {"class", "verb", "noun", "adjective", "forms", "control", "when_negated", "when_done",
                             "passive", "except", "object"});
    const Governor common = read_properties(file, vocabulary, *table);
    bool named = false;
    for (const auto& [word_class_key, word_class] : classes) {
      named = named || table->get(word_class_key) != nullptr;
      for (const Located& word : file.strings(*table, word_class_key, "a lemma or a list of lemmas")) {
        const auto predicate = find_trigger(file, vocabulary, word, word_class, false);
        if (!predicate) continue;
        Governor governor = common;
        governor.pronominal = predicate->pronominal;
        auto& entries = governors.entries_[key(predicate->lemma, word_class)];
        // Two entries may speak of different forms or uses of one word, never of the same.
        const bool twice = std::any_of(entries.begin(), entries.end(), [&](const Governor& other) {
          return other.pronominal == governor.pronominal && other.passive == governor.passive &&
                 (other.forms & governor.forms) != 0;
        });
        if (twice) {
          file.error(word.where, "duplicate", fmt::format("'{}' has an entry for this use already", word.text));
          continue;
        }
        entries.push_back(std::move(governor));
      }
    }
    if (!named) file.error(table->source(), "missing-key", "a governor needs 'verb', 'noun' or 'adjective'");
  }
  return governors;
}

Result<Governors> Governors::load(const std::string& path, const language::FormLexicon& forms,
                                  Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  return parse(std::move(*text), path, LexiconVocabulary(forms), diagnostics);
}

std::span<const Governor> Governors::find(language::LemmaId lemma, TriggerClass word_class) const {
  const auto at = entries_.find(key(lemma, word_class));
  return at == entries_.end() ? std::span<const Governor>() : std::span<const Governor>(at->second);
}

}  // namespace depeche::mapping
