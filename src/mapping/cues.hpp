#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/forms.hpp"
#include "mapping/asides.hpp"
#include "mapping/rule.hpp"
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// Words that set a status or a phase without governing the predicate (mappings/<language>/cues.toml).
/// What negates a clause.
struct Negation {
  using Lemmas = absl::flat_hash_set<language::LemmaId>;
  Lemmas particles;    ///< "ne"
  Lemmas alone;        ///< with or without the particle: "pas"
  Lemmas beside;       ///< only with it: "jamais", "plus", "aucun"
  Lemmas fronted;      ///< of these and those the ones that may stand before it
  Lemmas limits;       ///< right behind a negating word they undo it: "seulement"
  Lemmas bare;         ///< verbs for which the particle is enough: "pouvoir"
  Lemmas contrasting;  ///< what they lead in is not negated with the verb before: "mais"
};

struct Cues {
  using Lemmas = Negation::Lemmas;
  std::vector<std::string>
      attribution;  ///< prepositions and locutions before a source: "selon", "d'après", "de source"
  using Statuses = absl::flat_hash_map<language::LemmaId, Status>;
  Statuses adverbs;         ///< in the clause: "peut-être" possible, "prétendument" alleged
  Statuses adjectives;      ///< of the predicate noun: "présumé" alleged, "éventuel" possible, "prochain" planned
  Statuses noun_heads;      ///< above the predicate noun: "projet de visite" planned, "absence de" negated
  Statuses conjunctions;    ///< "si" conditional
  Lemmas ended_adjectives;  ///< "ancien", "ex", "défunt": the state is over
  Asides asides;
  Negation negation;

  /// Faults go to `diagnostics`, words with a fault are left out. Fails if the file cannot be read.
  static Result<Cues> load(const std::string& path, const language::FormLexicon& forms, Diagnostics& diagnostics);
  static Cues parse(std::string text, const std::string& file, const Vocabulary& vocabulary, Diagnostics& diagnostics);
};

}  // namespace depeche::mapping
