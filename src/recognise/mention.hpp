#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "language/token.hpp"

namespace depeche::recognise {

enum class ActorKind : std::uint8_t { person, country, organisation, place };

using EntityId = std::uint32_t;  ///< index into the article's entities
inline constexpr EntityId no_entity = 0xFFFFFFFF;

/// How a mention names its entity.
enum class MentionForm : std::uint8_t {
  full_name,          ///< "Vladimir Poutine", "Corée du Nord", "Union européenne"
  short_name,         ///< a surname or given name alone, an acronym
  demonym_noun,       ///< "les Russes", "l'Allemand"
  demonym_adjective,  ///< "russe", "nord-coréen"; part of "franco-malien"
  capital,            ///< "Hanoï" for the state
  seat,               ///< "le Kremlin", "la Maison Blanche"
};

/// A stretch of tokens of one sentence that names an entity. A token belongs to at most one mention, except that a
/// compound demonym ("franco-malien") gives two mentions on the same token.
struct Mention {
  std::uint16_t begin = 0;  ///< first token
  std::uint16_t end = 0;    ///< behind the last token
  MentionForm form = MentionForm::full_name;
  EntityId entity = no_entity;
};

/// Somebody or something that the article names.
struct Entity {
  ActorKind kind = ActorKind::person;
  std::string qid;                 ///< Wikidata id ("Q159"), empty where not linked
  std::string local_id;            ///< for entities without a Wikidata id: the slug of the fullest name
  std::string label;               ///< lexicon label, or the fullest form in the article
  std::vector<std::string> names;  ///< every form in the article that names it, sorted, distinct, with the label
  std::string iso;                 ///< countries: alpha-2. Places, organisations: country they belong to, if known
  language::Gender gender = language::Gender::none;
  language::Number number = language::Number::singular;
  std::int32_t lexicon_row = -1;  ///< row in the names lexicon, -1 if the article alone knows it
};

}  // namespace depeche::recognise
