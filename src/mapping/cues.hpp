#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/forms.hpp"
#include "mapping/rule.hpp"

namespace depeche::mapping {

/// Words that set a status or a phase without governing the predicate (mappings/<language>/cues.toml).
struct Cues {
  using Lemmas = absl::flat_hash_set<language::LemmaId>;
  std::vector<std::string> attribution;   ///< prepositions and locutions before a source: "selon", "d'après", "de source"
  absl::flat_hash_map<language::LemmaId, Status> adverbs;     ///< in the clause: "peut-être" possible, "prétendument" alleged
  absl::flat_hash_map<language::LemmaId, Status> adjectives;  ///< of the predicate noun: "présumé" alleged, "éventuel" possible, "prochain" planned
  absl::flat_hash_map<language::LemmaId, Status> noun_heads;  ///< above the predicate noun: "projet de visite" planned, "absence de" negated
  absl::flat_hash_map<language::LemmaId, Status> conjunctions;  ///< "si" conditional
  Lemmas ended_adjectives;                ///< "ancien", "ex", "défunt": the state is over
  Lemmas negators;                        ///< "pas", "jamais", "aucun", "guère", "nullement", "sans"

  static Result<Cues> load(const std::string& path, const language::FormLexicon& forms, Diagnostics& diagnostics);
};

}  // namespace depeche::mapping
