#pragma once
#include <string>
#include <string_view>
#include <vector>

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
  Lemmas at_home;            ///< of these, those that stand for the state at home where no state is said: "l'armée"
  Lemmas fighters;           ///< in the plural, with an organisation: that organisation ("les rebelles du M23")
  Lemmas weak_state;         ///< people or things of a state, not the state as an actor
  Lemmas country;            ///< "pays": a state said before
  Lemmas person;             ///< "dirigeant": a person said before
  Lemmas people;             ///< "expert", "habitant": somebody whom the text need not name
  Lemmas manners;            ///< "façon": "la façon dont A agit" is of A's acting
  Lemmas counterpart;        ///< "homologue"
  Lemmas pair_of_states;     ///< "les deux pays"
  Lemmas pair_of_persons;    ///< "les deux dirigeants"
  Lemmas perfect_with_etre;  ///< verbs whose être + participle is a past tense: "est entré"
  Lemmas aimed_at;           ///< "visant": what follows is the target of the noun before
  Lemmas quantities;         ///< "moitié", "milliard": amounts of what follows with de
  Lemmas documents;          ///< "résolution", "rapport": what they say their author says
  Lemmas issues;             ///< "publier": their subject is the author of such a document
  Lemmas delegations;        ///< "délégation": those of whom it is said that they lead it or make it up
  Lemmas leads;              ///< "conduite par", "composée de": what says so
  Lemmas copulas;            ///< "rester", "constituer": what they govern is said of their subject
  Lemmas attitudes;          ///< verbs whose subject only judges or mentions what stands below them: "saluer un accord"
  Lemmas time_nouns;         ///< "jeudi", "soir": never whom or what something is done to
  Lemmas audience;           ///< "presse": those to whom things are said; a name behind is not theirs
  Lemmas speeches;           ///< "propos": "ces propos" are those of whoever spoke last
  Lemmas acts;               ///< "décision": "cette décision" is that of whoever did something last
  Lemmas deeds;              ///< "décider", "imposer": verbs that say so
  Lemmas agent_with_de;      ///< "suivi de", "accompagné de": the agent of the passive stands with de
  Lemmas commanded;          ///< "armée": of a person it is that of the state where the person holds office
  Lemmas organisation_words;       ///< "groupe", "ong": an organisation said before; all nouns of the classes below
  Lemmas organisation_adjectives;  ///< "jihadiste": what may stand with them
  struct OrganisationClass {
    std::vector<std::string> types;  ///< of the organisations in the names lexicon: "armed-group"
    Lemmas words;
  };
  std::vector<OrganisationClass> organisation_classes;
  /// Ways of naming one office, folded; two phrases of one list may mean the same holder.
  std::vector<std::vector<std::string>> office_classes;

  /// True if both folded office phrases may name one office: equal, of one class, or one the beginning of the other
  /// ("ministre" and "ministre des affaires etrangeres").
  bool same_office(std::string_view a, std::string_view b) const;

  /// True if an organisation of this type may be called so: "groupe" of a company.
  bool calls_type(language::LemmaId word, std::string_view type) const;

  /// True if some class holds the folded phrase or its beginning.
  bool has_class(std::string_view phrase) const;

  static Result<ReferenceWords> load(const std::string& path, const language::FormLexicon& forms,
                                     Diagnostics& diagnostics);
};

}  // namespace depeche::mapping
