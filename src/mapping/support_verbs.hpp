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
#include "mapping/functions.hpp"
#include "mapping/rule.hpp"
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// A verb that lends tense, negation and subject to a noun that is the real predicate: "effectuer une visite".
struct SupportVerb {
  std::string preposition;                       ///< before the noun; empty = the noun is the object
  absl::flat_hash_set<language::LemmaId> nouns;  ///< empty = any noun that triggers a rule
  bool pronominal = false;
  bool subject_is_object =
      false;          ///< "subir une attaque", "faire l'objet de sanctions": the verb's subject is the target
  bool ends = false;  ///< "rompre", "mettre fin à": the state is over
  std::optional<Status> status;  ///< "annuler une visite": negated; "préparer": planned
  /// Another noun between verb and predicate: "faire l'objet de sanctions" (objet). no_lemma: none.
  language::LemmaId through = language::no_lemma;
  language::LemmaId verb = language::no_lemma;
};

/// mappings/<language>/support.toml, by verb lemma. Immutable after loading. Faults go to `diagnostics`; entries with a
/// fault are left out. Fails if the file cannot be read.
class SupportVerbs {
 public:
  static Result<SupportVerbs> load(const std::string& path, const language::FormLexicon& forms,
                                   Diagnostics& diagnostics);
  static SupportVerbs parse(std::string text, const std::string& file, const Vocabulary& vocabulary,
                            const Functions& functions, Diagnostics& diagnostics);
  /// Entries of the verb that stand right at the noun, in the order of the file.
  std::span<const SupportVerb> find(language::LemmaId verb) const;
  /// Entries in which this noun stands between verb and predicate ("objet" in "faire l'objet de").
  std::span<const SupportVerb> find_through(language::LemmaId noun) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(entries_, through_);
  }

 private:
  absl::flat_hash_map<language::LemmaId, std::vector<SupportVerb>> entries_, through_;
};

}  // namespace depeche::mapping
