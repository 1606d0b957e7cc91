#include "mapping/cues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/utf8.hpp"
#include "mapping/expected.hpp"
#include "mapping/toml_reader.hpp"

namespace depeche::mapping {
namespace {

using language::LemmaId;
using language::WordClass;

/// The lemma of a word in one of the classes; no_lemma and a report if the lexicon has none.
LemmaId find_word(const TomlReader& file, const Vocabulary& vocabulary, const Located& word,
                  std::initializer_list<WordClass> classes, std::string_view what) {
  const LemmaId lemma = vocabulary.find_lemma(word.text);
  if (lemma == language::no_lemma) {
    file.error(word.where, "unknown-lemma", fmt::format("the lexicon has no lemma '{}'", word.text),
               suggest_lemma(vocabulary, word.text));
    return lemma;
  }
  const auto fits = [&](WordClass c) { return vocabulary.has_class(lemma, c); };
  if (std::any_of(classes.begin(), classes.end(), fits)) return lemma;
  file.error(word.where, "wrong-class", fmt::format("the lexicon has no {} '{}'", what, word.text));
  return language::no_lemma;
}

/// A table of statuses with the words that set them: [adverbs] possible = ["peut-être"].
void read_statuses(const TomlReader& file, const Vocabulary& vocabulary, std::string_view key,
                   std::initializer_list<WordClass> classes, std::string_view what, Cues::Statuses& out) {
  const toml::node* node = file.root().get(key);
  if (node == nullptr) return;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    file.error(node->source(), "wrong-type", fmt::format("'{0}' has to be a table of statuses: [{0}]", key));
    return;
  }
  for (const auto& [name, words] : *table) {
    const auto status = parse_status(name.str());
    if (!status) {
      file.error(name.source(), "unknown-status", fmt::format("unknown status '{}'", name.str()),
                 "a status is one of " + enumerate(status_names()));
      continue;
    }
    for (const Located& word : file.strings(words, "a list of words")) {
      const LemmaId lemma = find_word(file, vocabulary, word, classes, what);
      if (lemma == language::no_lemma) continue;
      if (!out.try_emplace(lemma, *status).second) {
        file.error(word.where, "duplicate", fmt::format("'{}' sets a status already", word.text));
      }
    }
  }
}

/// The lemmas of a list; words that the lexicon does not have are reported.
void read_lemmas(const TomlReader& file, const Vocabulary& vocabulary, const toml::table& table, std::string_view key,
                 Cues::Lemmas& out) {
  for (const Located& word : file.strings(table, key, "a list of words")) {
    const LemmaId lemma = vocabulary.find_lemma(word.text);
    if (lemma == language::no_lemma) {
      file.error(word.where, "unknown-lemma", fmt::format("the lexicon has no lemma '{}'", word.text),
                 suggest_lemma(vocabulary, word.text));
    } else {
      out.insert(lemma);
    }
  }
}

/// A table of word lists: [negation] alone = ["pas"].
template <class Words, std::size_t size>
Words read_lists(const TomlReader& file, const Vocabulary& vocabulary, std::string_view name,
                 const std::array<std::pair<const char*, Cues::Lemmas Words::*>, size>& lists) {
  Words out;
  const toml::node* const node = file.root().get(name);
  if (node == nullptr) return out;
  const toml::table* const table = node->as_table();
  if (table == nullptr) {
    file.error(node->source(), "wrong-type", fmt::format("'{0}' has to be a table of lists: [{0}]", name));
    return out;
  }
  std::vector<std::string_view> keys;
  for (const auto& [key, words] : lists) {
    keys.emplace_back(key);
    read_lemmas(file, vocabulary, *table, key, out.*words);
  }
  file.check_keys(*table, keys);
  return out;
}

constexpr std::array negation_lists = {
    std::pair{"particles", &Negation::particles},    std::pair{"alone", &Negation::alone},
    std::pair{"beside", &Negation::beside},          std::pair{"fronted", &Negation::fronted},
    std::pair{"limits", &Negation::limits},          std::pair{"bare", &Negation::bare},
    std::pair{"contrasting", &Negation::contrasting}};

constexpr std::array figure_lists = {
    std::pair{"introducing", &FigureCues::introducing}, std::pair{"totals", &FigureCues::totals},
    std::pair{"reaching", &FigureCues::reaching},       std::pair{"shares", &FigureCues::shares},
    std::pair{"ranking", &FigureCues::ranking},         std::pair{"succession", &FigureCues::succession},
    std::pair{"origin", &FigureCues::origin},           std::pair{"each", &FigureCues::each},
    std::pair{"in_order", &FigureCues::in_order}};

/// The words of a phrase as the tokeniser cuts them, folded: "d'autre part" is d' autre part.
std::vector<std::string> tokens_of(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : utf8::fold(phrase)) {
    if (c != ' ') word += c;
    if ((c == ' ' || c == '\'') && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace

Cues Cues::parse(std::string text, const std::string& file_name, const Vocabulary& vocabulary,
                 Diagnostics& diagnostics) {
  Cues cues;
  const TomlReader file(std::move(text), file_name, "cues", diagnostics);
  file.check_keys(file.root(), {"attribution", "ended_adjectives", "negation", "adverbs", "adjectives", "noun_heads",
                                "conjunctions", "asides", "figures"});
  for (const Located& word : file.strings(file.root(), "attribution", "a list of prepositions")) {
    cues.attribution.push_back(word.text);
  }
  for (const Located& phrase : file.strings(file.root(), "asides", "a list of phrases")) {
    std::vector<std::string> words = tokens_of(phrase.text);
    if (!words.empty()) cues.asides.add(std::move(words));
  }
  for (const Located& word : file.strings(file.root(), "ended_adjectives", "a list of words")) {
    const LemmaId lemma =
        find_word(file, vocabulary, word, {WordClass::adjective, WordClass::noun, WordClass::adverb}, "adjective");
    if (lemma != language::no_lemma) cues.ended_adjectives.insert(lemma);
  }
  cues.negation = read_lists<Negation>(file, vocabulary, "negation", negation_lists);
  cues.figures = read_lists<FigureCues>(file, vocabulary, "figures", figure_lists);
  read_statuses(file, vocabulary, "adverbs", {WordClass::adverb}, "adverb", cues.adverbs);
  read_statuses(file, vocabulary, "adjectives", {WordClass::adjective, WordClass::determiner}, "adjective",
                cues.adjectives);
  read_statuses(file, vocabulary, "noun_heads", {WordClass::noun}, "noun", cues.noun_heads);
  read_statuses(file, vocabulary, "conjunctions", {WordClass::subordinator, WordClass::coordinator, WordClass::adverb},
                "conjunction", cues.conjunctions);
  return cues;
}

Result<Cues> Cues::load(const std::string& path, const language::FormLexicon& forms, Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  return parse(std::move(*text), path, LexiconVocabulary(forms), diagnostics);
}

}  // namespace depeche::mapping
