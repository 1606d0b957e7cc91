#include "recognise/holders.hpp"

#include <algorithm>
#include <array>

namespace depeche::recognise {

using language::WordClass;

namespace {

/// The furthest an office stands before the organisation it is held in: "vice-présidente adjointe chargée de X".
constexpr std::size_t furthest = 6;

bool is_of(std::string_view word) {
  return word == "de" || word == "d'" || word == "d’" || word == "du" || word == "des";
}

bool is_inside_office(const Words& words, std::size_t i) {
  const std::string_view word = words[i];
  if (word == "de" || word == "d'" || word == "d’" || word == "en") return true;
  if (words.capitalised(i) || words.has_use(i, french::article) || words.is_verb(i)) return false;
  const WordClass tagged = words.token(i).word_class;
  return tagged == WordClass::adjective || tagged == WordClass::noun ||
         (tagged == WordClass::unknown && (words.may_be(i, WordClass::adjective) || words.may_be(i, WordClass::noun)));
}

/// Offices of one person for another ("l'avocat de X"), in a place ("préfet de X"), or of a subject ("expert de X") do
/// not tell what X is.
bool tells(const lexicon::OfficeNoun& office) {
  static constexpr std::array<std::string_view, 9> personal = {
      "avocat", "conseiller", "prédécesseur", "successeur", "homologue", "spécialiste", "expert", "candidat", "prince"};
  static constexpr std::array<std::string_view, 5> kinds = {"business", "media", "other", "head-of-state", "union"};
  return office.of_organisation && !office.person_title &&
         std::find(kinds.begin(), kinds.end(), office.type) != kinds.end() &&
         std::find(personal.begin(), personal.end(), office.canonical) == personal.end();
}

}  // namespace

Holding find_holding(const Words& words, std::size_t at) {
  if (at < 2) return at == 1 && words[0] == "Chez" ? Holding::organisation : Holding::nothing;
  std::size_t i = at - 1;
  if (words[i] == "chez") return Holding::organisation;
  const bool article = words.has_use(i, french::article) && i > 1 && !is_of(words[i]);
  if (article) --i;
  if (!is_of(words[i])) return Holding::nothing;
  const std::size_t stop = i > furthest ? i - furthest : 0;
  while (i-- > stop) {
    if (!words.is_word(i)) return Holding::nothing;
    if (words.has_use(i, french::member_noun)) return Holding::organisation;
    const auto* office = words.office(i);
    if (office != nullptr && office->person_title && i > 0 && words.office(i - 1) != nullptr)
      continue;  // "directrice générale"
    if (office != nullptr) {
      if (office->type == "municipal") return Holding::municipality;
      return tells(*office) ? Holding::organisation : Holding::nothing;
    }
    if (!is_inside_office(words, i)) return Holding::nothing;
  }
  return Holding::nothing;
}

}  // namespace depeche::recognise
