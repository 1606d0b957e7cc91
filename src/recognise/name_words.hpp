#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/word_table.hpp"
#include "recognise/name_syllables.hpp"

namespace depeche::recognise {

/// What words can be in or beside a name, in one language: mappings/<language>/names.toml, which documents it.
/// Immutable once read.
struct NameWords {
  /// Bits, because "la" is an article and a particle.
  enum Use : std::uint32_t {
    particle = 1U << 0,           ///< inside a person's name: von, van, ben, al, dos
    given_particle = 1U << 1,     ///< de, du, d', la: inside a person's name only directly behind a given name
    first_particle = 1U << 2,     ///< of these the ones that begin: de, du, d'
    article = 1U << 3,            ///< le, la, les, l': what follows is not introduced by the word before
    preposition = 1U << 4,        ///< de, du, des, à, en: what follows is a complement
    organisation_head = 1U << 5,  ///< with a capital it begins the name of an organisation: Conseil, Institut, Fonds
    naming_head = 1U << 6,  ///< in lower case directly before the name of an organisation: groupe, agence, université
    seated_head = 1U << 7,  ///< in lower case with "de" and a town it names an organisation: université, mairie
    thing_head = 1U << 8,   ///< directly before a name that is no person: rue, aéroport, opération, ouragan
    organisation_tail = 1U << 9,  ///< ends the English or French name of an organisation: Group, Institution, Télécom
    thing_tail = 1U << 10,        ///< ends the name of a place or thing: Plaza, Street, Airport, Cup
    no_organisation = 1U << 11,   ///< capitals that name no organisation: PIB, TVA, ADN
    speech_verb = 1U << 12,       ///< before a name in an incise: déclaré, explique
    calendar = 1U << 13,          ///< months, days, feasts: never a person
    generation = 1U << 14,        ///< père, fils, Jr behind a name
    name_participle = 1U << 15,   ///< participles that names of organisations have: armées, unies
    member_noun = 1U << 16,       ///< somebody or something of the organisation behind "de": actionnaire, filiale
    common_head = 1U << 17,       ///< a naming head that is no part of the name: compagnie, quotidien
    general_noun = 1U << 18,      ///< behind "de" no part of a name: pays, royaume, ville
    public_head = 1U << 19,       ///< names an organisation in lower case too: commission nationale des droits
    public_adjective = 1U << 20,  ///< behind those: national, fédéral
    inner_noun = 1U << 21,        ///< behind those it makes a part of any organisation: conseil d'administration
  };

  /// The bits of a folded word; 0 for most words.
  std::uint32_t uses(std::string_view folded) const { return uses_.get(folded, 0); }

  // Folded.
  WordSet plural_titles;  ///< MM., Mmes
  WordSet ages;           ///< ans
  WordSet stances;        ///< before a nationality: anti, pro
  WordSet foreign_heads;  ///< heads of English names: center

  // As spelt.
  WordSet joined_articles;     ///< of Arabic names: al, el
  WordSet speech_auxiliaries;  ///< between a name and its participle: a, avait
  WordSet office_barriers;     ///< right before a name, they part it from an office before: de, la, et
  WordSet office_links;        ///< within an office: de, en
  WordSet personal_offices;    ///< not held in an organisation: avocat, expert
  WordSet clause_openers;      ///< between office and name: qui, par
  WordSet before_things;       ///< du, aux: no unknown person follows
  WordSet outside;             ///< un, leur: what follows is no part of a name
  WordSet foreign, foreign_joints;
  WordSet town_links;                   ///< between "université" and a town
  WordSet holding;                      ///< an organisation follows: chez
  WordSet contracted;                   ///< links with an article in them: du, des
  WordSet of, name_links, small_links;  ///< before complements of an organisation's name: de; pour; à

  NameSyllables syllables;

  /// Faults go to `diagnostics`.
  static NameWords parse(std::string toml, const std::string& name, Diagnostics& diagnostics);
  /// Both files of a language's folder, names.toml and syllables.toml. Fails if one cannot be read.
  static Result<NameWords> load(const std::string& folder, Diagnostics& diagnostics);

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(plural_titles, ages, stances, foreign_heads, joined_articles, speech_auxiliaries, office_barriers,
            office_links, personal_offices, clause_openers, before_things, outside, foreign, foreign_joints, town_links,
            holding, contracted, of, name_links, small_links, syllables, uses_);
  }

 private:
  WordTable<std::uint32_t> uses_;
};

}  // namespace depeche::recognise
