#pragma once
#include <cstdint>
#include <optional>
#include <span>
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

/// A verb that lends tense, negation and subject to a noun that is the real predicate: "effectuer une visite".
struct SupportVerb {
  std::string preposition;        ///< before the noun; empty = the noun is the object
  absl::flat_hash_set<language::LemmaId> nouns;  ///< empty = any noun that triggers a rule
  bool pronominal = false;
  bool subject_is_object = false; ///< "subir une attaque", "faire l'objet de sanctions": the verb's subject is the target
  bool ends = false;              ///< "rompre", "mettre fin à": the state is over
  std::optional<Status> status;   ///< "annuler une visite": negated; "préparer": planned
};

/// mappings/<language>/support.toml, by verb lemma. Immutable after loading.
class SupportVerbs {
 public:
  static Result<SupportVerbs> load(const std::string& path, const language::FormLexicon& forms,
                                   Diagnostics& diagnostics);
  std::span<const SupportVerb> find(language::LemmaId verb) const;

 private:
  absl::flat_hash_map<language::LemmaId, std::vector<SupportVerb>> entries_;
};

}  // namespace depeche::mapping
