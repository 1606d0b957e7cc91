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

/// The words around a figure that say whose it is.
struct FigureCues {
  using Lemmas = Negation::Lemmas;
  Lemmas introducing;  ///< between a name and its figure: "avec", "à hauteur de"
  Lemmas totals;       ///< before the only sum of a sentence: "d'une valeur de"
  Lemmas reaching;     ///< verbs before a total: "se sont élevées à"
  Lemmas shares;       ///< before a figure that says the same as another measure: "soit une part de"
  Lemmas ranking;      ///< between the members of a list in order: "devant", "suivi de"
  Lemmas succession;   ///< besides, before the last ones: "puis", "enfin"
  Lemmas origin;       ///< between a figure and a name: "en provenance de"
  Lemmas each;         ///< behind names that have one figure: "chacun"
  Lemmas in_order;     ///< figures in the order of names: "respectivement"
};

/// Words that set a status or a phase without governing the predicate, or say whose a figure is
/// (mappings/<language>/cues.toml).
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
  FigureCues figures;

  /// Faults go to `diagnostics`, words with a fault are left out. Fails if the file cannot be read.
  static Result<Cues> load(const std::string& path, const language::FormLexicon& forms, Diagnostics& diagnostics);
  static Cues parse(std::string text, const std::string& file, const Vocabulary& vocabulary, Diagnostics& diagnostics);
};

}  // namespace depeche::mapping
