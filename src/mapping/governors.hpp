#pragma once
#include <cstdint>
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
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// What a governing predicate says of its complement.
enum class Implication : std::uint8_t {
  implies,   ///< réussir à, se féliciter de: as asserted
  negates,   ///< refuser de, renoncer à, empêcher de: negated
  denies,    ///< démentir, nier: negated, attributed to the denier
  ended,     ///< cesser de: asserted, phase ended
  begun,     ///< commencer à: asserted
  planned,   ///< promettre de, devoir, prévoir de
  possible,  ///< pouvoir, envisager de
  required,  ///< exiger, demander, appeler à: planned at most
  accused,   ///< accuser de, soupçonner de: alleged, attributed to the accuser
  said,      ///< dire, déclarer: attributed to the speaker
  doubted,   ///< douter que, ignorer si: questioned
};

/// The form of the complement the entry speaks of; a set of bits.
enum ComplementForm : std::uint8_t {
  complement_infinitive = 1,  ///< with de, à or bare
  complement_clause = 2,      ///< que, si, indirect question
  complement_noun = 4,        ///< object or prepositional noun group: "annuler une visite"
  complement_purpose = 8,     ///< "pour" and an infinitive: "a pris la parole pour critiquer"
};

enum class Control : std::uint8_t { subject, object, indirect };

struct Governor {
  Implication implication = Implication::implies;
  std::uint8_t forms = complement_infinitive | complement_clause;
  Control control =
      Control::subject;  ///< whose act the infinitive is: the subject's, the object's, or the à-complement's
  Implication when_negated = Implication::negates;  ///< "n'a pas exclu de": possible; "n'a pas dit que": questioned
  bool has_when_negated = false;                    ///< false: the usual effect of negation on the class
  Implication when_done = Implication::implies;     ///< in a compound past: "a pu rencontrer" is to have met
  bool has_when_done = false;                       ///< false: the same as in other tenses
  bool pronominal = false;                          ///< only "s'engager à", not "engager"
  bool passive = false;                             ///< only "être attendu", "être accusé de"
  /// Nouns of which the entry says nothing: "rejeter des accusations" leaves it true that they were made.
  absl::flat_hash_set<language::LemmaId> except;
  /// The entry speaks of the predicate with one of these as its object only; empty: with any, or none.
  absl::flat_hash_set<language::LemmaId> object;
};

/// mappings/<language>/governors.toml, by (lemma, class). Immutable after loading. Faults go to `diagnostics`; entries
/// with a fault are left out. Fails if the file cannot be read.
class Governors {
 public:
  static Result<Governors> load(const std::string& path, const language::FormLexicon& forms, Diagnostics& diagnostics);
  static Governors parse(std::string text, const std::string& file, const Vocabulary& vocabulary,
                         Diagnostics& diagnostics);
  /// All entries of the lemma (one per form, pronominal or passive use); empty for most words.
  std::span<const Governor> find(language::LemmaId lemma, TriggerClass word_class) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(entries_);
  }

 private:
  absl::flat_hash_map<std::uint64_t, std::vector<Governor>> entries_;
};

}  // namespace depeche::mapping
