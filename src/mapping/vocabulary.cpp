#include "mapping/vocabulary.hpp"

#include <array>

#include "base/utf8.hpp"

namespace depeche::mapping {

using language::LemmaId;
using language::no_lemma;
using language::WordClass;

bool LexiconVocabulary::has_class(LemmaId lemma, WordClass word_class) const {
  // être and avoir may be listed as auxiliaries only, but rules and tables call them verbs.
  return forms_.has_class(lemma, word_class) ||
         (word_class == WordClass::verb && forms_.has_class(lemma, WordClass::auxiliary));
}

std::vector<std::string> LexiconVocabulary::lemmas_of(std::string_view form) const {
  std::vector<std::string> lemmas;
  for (const language::Reading& reading : forms_.find(form)) {
    std::string lemma(forms_.lemma(reading.lemma));
    if (!lemma.empty() && (lemmas.empty() || lemmas.back() != lemma)) lemmas.push_back(std::move(lemma));
  }
  return lemmas;
}

namespace {

/// The first lemma one edit away. The lexicon cannot be listed, so the neighbours of the word are looked up.
std::string find_neighbour(const Vocabulary& vocabulary, std::string_view word) {
  constexpr std::u32string_view letters = U"aàâbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyz-";
  std::u32string text;
  for (std::size_t at = 0; at < word.size();) text += utf8::next(word, at);
  std::string found;
  const auto try_word = [&](const std::u32string& candidate) {
    std::string encoded;
    for (const char32_t c : candidate) utf8::append(encoded, c);
    if (vocabulary.find_lemma(encoded) == no_lemma) return false;
    found = std::move(encoded);
    return true;
  };
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    std::u32string swapped = text;
    std::swap(swapped[i], swapped[i + 1]);
    if (swapped != text && try_word(swapped)) return found;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (try_word(text.substr(0, i) + text.substr(i + 1))) return found;
  }
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (const char32_t letter : letters) {
      if (i < text.size() && letter != text[i]) {
        std::u32string changed = text;
        changed[i] = letter;
        if (try_word(changed)) return found;
      }
      if (try_word(text.substr(0, i) + letter + text.substr(i))) return found;
    }
  }
  return {};
}

}  // namespace

std::string suggest_lemma(const Vocabulary& vocabulary, std::string_view word) {
  for (const std::string& lemma : vocabulary.lemmas_of(word)) {
    if (lemma != word) return "it is a form of '" + lemma + "'";
  }
  constexpr std::size_t least = 4, most = 40;  // letters; the neighbours of a longer one would take long to look up
  const std::size_t length = utf8::length(word);
  if (length < least || length > most) return {};
  const std::string neighbour = find_neighbour(vocabulary, word);
  return neighbour.empty() ? std::string() : "did you mean '" + neighbour + "'?";
}

}  // namespace depeche::mapping
