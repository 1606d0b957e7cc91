#pragma once
#include <cstdint>
#include <string_view>

namespace depeche::recognise::french {

/// What a word can be in or beside a name. Bits, because "la" is an article and a particle.
enum NameWord : std::uint32_t {
  particle = 1U << 0,           ///< inside a person's name: von, van, ben, al, dos
  french_particle = 1U << 1,    ///< de, du, d', la: inside a person's name only directly behind a given name
  article = 1U << 2,            ///< le, la, les, l': what follows is not introduced by the word before
  preposition = 1U << 3,        ///< de, du, des, à, en: what follows is a complement
  organisation_head = 1U << 4,  ///< with a capital it begins the name of an organisation: Conseil, Institut, Fonds
  naming_head = 1U << 5,  ///< in lower case directly before the name of an organisation: groupe, agence, université
  thing_head = 1U << 6,   ///< directly before a name that is no person: rue, aéroport, opération, ouragan
  organisation_tail = 1U << 7,  ///< ends the English or French name of an organisation: Group, Institution, Télécom
  thing_tail = 1U << 8,         ///< ends the name of a place or thing: Plaza, Street, Airport, Cup
  no_organisation = 1U << 9,    ///< capitals that name no organisation: PIB, TVA, ADN
  speech_verb = 1U << 10,       ///< before a name in an incise: déclaré, explique
  calendar = 1U << 11,          ///< months, days, feasts: never a person
  generation = 1U << 12,        ///< père, fils, Jr behind a name
  name_participle = 1U << 13,   ///< participles that names of organisations have: armées, unies
  member_noun = 1U << 14,       ///< somebody or something of the organisation behind "de": actionnaire, filiale
  seated_head = 1U << 15,       ///< in lower case with "de" and a town it names an organisation: université, mairie
  common_head = 1U << 16,       ///< a naming head that is no part of the name: compagnie, quotidien
  general_noun = 1U << 17,      ///< behind "de" no part of a name: pays, royaume, ville
};

/// The bits of a word folded as utf8::fold does; 0 for other words.
std::uint32_t name_word(std::string_view folded);

/// Languages whose personal names are made of few syllables, family name first.
enum class SyllableLanguage : std::uint8_t { none, chinese, korean, vietnamese, burmese };

/// True if the folded word can begin (a family name) or go on in a name of that language. Parts of a hyphenated word
/// are asked one by one by the caller.
bool is_family_name(std::string_view folded, SyllableLanguage language);
bool is_name_syllable(std::string_view folded, SyllableLanguage language);

}  // namespace depeche::recognise::french
