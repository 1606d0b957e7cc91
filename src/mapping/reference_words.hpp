#pragma once
#include <string>

#include <absl/container/flat_hash_set.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/forms.hpp"

namespace depeche::mapping {

/// Nouns that refer to an actor without naming it, by lemma (mappings/<language>/reference.toml).
struct ReferenceWords {
  using Lemmas = absl::flat_hash_set<language::LemmaId>;
  Lemmas state;              ///< "gouvernement": with a state's adjective or name it is the state
  Lemmas state_plural_only;  ///< of these, only the plural ("autorités")
  Lemmas weak_state;         ///< people or things of a state, not the state as an actor
  Lemmas country;            ///< "pays": a state said before
  Lemmas person;             ///< "dirigeant": a person said before
  Lemmas counterpart;        ///< "homologue"

  static Result<ReferenceWords> load(const std::string& path, const language::FormLexicon& forms,
                                     Diagnostics& diagnostics);
};

}  // namespace depeche::mapping
