#include "recognise/introductions.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace depeche::recognise {

using language::Gender;
using By = Introduction::By;

namespace {

/// The furthest an office stands before its holder's name: "le représentant spécial du secrétaire général de l'ONU pour
/// …".
constexpr std::size_t furthest_office = 12;

Introduction introduced_by(const lexicon::OfficeNoun& office, std::string_view form, const NameWords& vocabulary,
                           bool direct) {
  Introduction result;
  result.by = office.person_title && direct ? By::title : By::office;
  result.gender = gender_of_office(office, form);
  const std::string folded = utf8::fold(form);
  result.plural =
      vocabulary.plural_titles.contains(folded) ||
      (folded.size() > 3 && (folded.back() == 's' || folded.back() == 'x') && folded != utf8::fold(office.canonical));
  return result;
}

}  // namespace

Gender gender_of_office(const lexicon::OfficeNoun& office, std::string_view form) {
  const std::string folded = utf8::fold(form);
  const std::string canonical = utf8::fold(office.canonical);
  bool same_for_both = false;
  for (const std::string& feminine : office.feminine) {
    const std::string folded_feminine = utf8::fold(feminine);
    if (folded_feminine == canonical) {
      // A title of women alone ("Mme") has itself as feminine, and no other form; offices of both say nothing.
      if (office.person_title) return Gender::feminine;
      same_for_both = true;
    } else if (folded == folded_feminine || folded == folded_feminine + "s") {
      return Gender::feminine;
    }
  }
  return same_for_both ? Gender::none : Gender::masculine;
}

Introduction find_introduction(const Words& words, std::size_t at) {
  if (at == 0) return {};
  std::size_t i = at - 1;
  if (const auto* office = words.is_word(i) ? words.office(i) : nullptr; office != nullptr) {
    return introduced_by(*office, words[i], words.vocabulary(), true);
  }
  if (words[i] == ")" || words[i] == "»" || words[i] == "\"") return {};
  if (words[i] == ",") {
    if (i == 0) return {};
    --i;
  } else if (words.vocabulary().office_barriers.contains(words[i])) {
    return {};
  }
  const std::size_t stop = at > furthest_office ? at - furthest_office : 0;
  for (;; --i) {
    const bool word = words.is_word(i);
    if (!word && words[i] != "-" && words[i] != "«" && words[i] != "»") return {};
    if (word) {
      if (const auto* office = words.office(i)) {
        Introduction result = introduced_by(*office, words[i], words.vocabulary(), false);
        if (words[at - 1] == "," && result.plural) return {};
        return result;
      }
      if (words.is_verb(i) || words.vocabulary().clause_openers.contains(words[i])) return {};
      // "le président de la Commission européenne X", but not "le président X Y Z".
      if (words.capitalised(i)) {
        while (i > stop && words.capitalised(i - 1)) --i;
        if (i == 0 || !words.has_use(i - 1, NameWords::article | NameWords::preposition)) return {};
      }
      // "et" joins complements ("de l'Economie et des Finances"), not names.
      if (words[i] == "et" && !words.has_use(i + 1, NameWords::preposition)) return {};
    }
    if (i <= stop) return {};
  }
}

Introduction find_apposition(const Words& words, std::size_t begin, std::size_t end) {
  Introduction result;
  const auto speaks = [&](std::size_t i) { return words.has_use(i, NameWords::speech_verb); };
  if ((begin > 0 && speaks(begin - 1)) || (speaks(end) && words.may_be_finite(end)) ||
      (end + 1 < words.size() && words.vocabulary().speech_auxiliaries.contains(words[end]) && speaks(end + 1))) {
    result.by = By::apposition;
    return result;
  }
  if (end >= words.size() || (words[end] != "," && words[end] != "(")) return result;
  std::size_t i = end + 1;
  if (i + 1 < words.size() && words.vocabulary().ages.contains(words[i + 1])) {  // ", 47 ans,"
    result.by = By::apposition;
    return result;
  }
  for (const std::size_t stop = std::min(words.size(), i + 4); i < stop; ++i) {
    if (!words.is_word(i) || (words.capitalised(i) && !words.has_use(i, NameWords::article))) return result;
    if (const auto* office = words.office(i)) {
      result.by = By::apposition;
      result.gender = gender_of_office(*office, words[i]);
      return result;
    }
    if (words.is_verb(i)) return result;
  }
  return result;
}

}  // namespace depeche::recognise
