#include "recognise/holders.hpp"

#include <algorithm>
#include <array>

namespace depeche::recognise {

using language::WordClass;

namespace {

/// The furthest an office stands before the organisation it is held in: "vice-présidente adjointe chargée de X".
constexpr std::size_t furthest = 6;

bool is_inside_office(const Words& words, std::size_t i) {
  if (words.vocabulary().office_links.contains(words[i])) return true;
  if (words.capitalised(i) || words.has_use(i, NameWords::article) || words.is_verb(i)) return false;
  const WordClass tagged = words.token(i).word_class;
  return tagged == WordClass::adjective || tagged == WordClass::noun ||
         (tagged == WordClass::unknown && (words.may_be(i, WordClass::adjective) || words.may_be(i, WordClass::noun)));
}

/// Offices of one person for another ("l'avocat de X"), in a place ("préfet de X"), or of a subject ("expert de X") do
/// not tell what X is.
bool tells(const lexicon::OfficeNoun& office, const NameWords& vocabulary) {
  static constexpr std::array<std::string_view, 5> kinds = {"business", "media", "other", "head-of-state", "union"};
  return office.of_organisation && !office.person_title &&
         std::find(kinds.begin(), kinds.end(), office.type) != kinds.end() &&
         !vocabulary.personal_offices.contains(office.canonical);
}

}  // namespace

Holding find_holding(const Words& words, std::size_t at) {
  if (at == 0) return Holding::nothing;
  const NameWords& vocabulary = words.vocabulary();
  std::size_t i = at - 1;
  if (vocabulary.holding.contains(words[i])) return Holding::organisation;
  if (i == 0) return Holding::nothing;
  const bool article = words.has_use(i, NameWords::article) && i > 1 && !vocabulary.of.contains(words[i]);
  if (article) --i;
  if (!vocabulary.of.contains(words[i])) return Holding::nothing;
  const std::size_t stop = i > furthest ? i - furthest : 0;
  while (i-- > stop) {
    if (!words.is_word(i)) return Holding::nothing;
    if (words.has_use(i, NameWords::member_noun)) return Holding::organisation;
    const auto* office = words.office(i);
    if (office != nullptr && office->person_title && i > 0 && words.office(i - 1) != nullptr)
      continue;  // "directrice générale"
    if (office != nullptr) {
      if (office->type == "municipal") return Holding::municipality;
      return tells(*office, vocabulary) ? Holding::organisation : Holding::nothing;
    }
    if (i > 0 && words.shouts(i) && words.office(i - 1) != nullptr) continue;  // "le maire PS de Brest"
    if (!is_inside_office(words, i)) return Holding::nothing;
  }
  return Holding::nothing;
}

}  // namespace depeche::recognise
