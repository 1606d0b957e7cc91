#include "extract/reference.hpp"

#include <algorithm>
#include <array>

#include "extract/knowledge.hpp"

namespace depeche::extract {

using language::WordClass;

namespace {

/// Longer words are no pronouns and no possessives; "-t-celles-ci" does not exist.
constexpr std::size_t longest_pronoun = 12;

constexpr auto pronouns = std::to_array<std::string_view>(
    {"il",   "elle", "ils", "elles", "eux", "le", "la", "les",      "l'",       "l’",      "lui",
     "leur", "je",   "j'",  "j’",    "moi", "me", "m'", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"});
constexpr auto possessives =
    std::to_array<std::string_view>({"son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view form) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.size() == form.size() && std::equal(word.begin(), word.end(), form.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
           });
  });
}

bool is_pronoun(std::string_view form) {
  if (form.starts_with('-')) form.remove_prefix(1);
  if (form.starts_with("t-") || form.starts_with("t'")) form.remove_prefix(2);
  return is_one_of(pronouns, form);
}

}  // namespace

bool may_refer_back(std::string_view form, const language::Token& token, const Knowledge& knowledge) {
  if (form.size() <= longest_pronoun) {
    if (is_one_of(possessives, form)) return true;
    if (token.word_class == WordClass::pronoun) return is_pronoun(form);
  }
  const bool nominal = token.word_class == WordClass::noun || token.word_class == WordClass::proper_noun ||
                       token.word_class == WordClass::adjective || token.word_class == WordClass::unknown;
  if (!nominal) return false;
  const mapping::ReferenceWords& words = knowledge.reference;
  if (words.pair_of_states.contains(token.lemma) || words.pair_of_persons.contains(token.lemma) ||
      words.country.contains(token.lemma) || words.person.contains(token.lemma) ||
      words.counterpart.contains(token.lemma) || words.at_home.contains(token.lemma) ||
      words.organisation_words.contains(token.lemma) || form == "dernier" || form == "dernière") {
    return true;
  }
  const lexicon::OfficeNoun* office = knowledge.names.find_office(form);
  return office != nullptr && !office->person_title;
}

}  // namespace depeche::extract
