#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/token.hpp"

namespace depeche::mapping {

/// Status of a claim, in order of precedence (first wins when several hold).
enum class Status : std::uint8_t { negated, questioned, conditional, planned, possible, alleged, attributed, asserted };

enum class TriggerClass : std::uint8_t { verb, noun, adjective };

/// A grammatical function of a predicate, named as in mapping files: "subject", "object", "genitive", "adjective",
/// "possessive", "modified", "content", "place", or a preposition in canonical form ("à", "avec", "à l'encontre de").
/// Interned by the compiler of the mappings.
using FunctionId = std::uint16_t;

/// A way from the predicate to a filler: functions walked one after the other. `object.genitive` is the genitive of
/// the object: in "dénonce la politique de Rome" it is Rome.
struct Path {
  std::vector<FunctionId> steps;

  /// True if the way is that function alone.
  bool is(FunctionId function) const { return steps.size() == 1 && steps[0] == function; }
};

using KindSet = std::uint8_t;  ///< bit per ActorKind: person 1, country 2, organisation 4, place 8

/// Who fills a role: the paths are tried in order, the first that leads to actors of an allowed kind fills it.
struct Filler {
  std::vector<Path> paths;
  KindSet kinds = 0;
  bool all_paths = false;  ///< collect the actors of every path and not of the first alone

  /// True if one of the paths is that function alone.
  bool takes(FunctionId function) const {
    return std::any_of(paths.begin(), paths.end(), [&](const Path& path) { return path.is(function); });
  }
};

/// A condition on what stands in a function ("self": the predicate's own group): one of the lemmas must (not) be its
/// head or a content word of its group.
struct Condition {
  Path path;
  std::vector<language::LemmaId> lemmas;
  std::vector<std::string> words;   ///< the same as text, for messages and for words outside the lexicon
  std::vector<std::string> folded;  ///< the words without accents and capitals (utf8::fold)
  bool negated = false;
  bool present = false;  ///< where there are no words: whether something must stand there or nothing may
};

/// A qualifier of the claim taken from the clause: which property, from where, and as what.
struct Qualifier {
  enum class As : std::uint8_t { phrase, commodity, place, office, constant };
  std::string property;  ///< local name in dpq: "topic", "commodity", "place", "office", "charge", "weapon" ...
  std::vector<Path> paths;
  As as = As::phrase;
  std::string constant;  ///< value for As::constant
  bool each = false;     ///< one claim per coordinated member, each with the figure behind it
};

/// "suivi du Ghana (43 %)": repeats the last claim of the relation in the paragraph in which an actor at `from` holds
/// a role, with the actors at `with` in that role and their own figure.
struct Continuation {
  Path from, with;
};

/// A figure the rule accepts: which base it measures and in which unit it must come.
struct FigureSpec {
  enum class Unit : std::uint8_t { percent, money, count };
  std::string measure;  ///< local name in dpv: "shareOfImports"
  Unit unit = Unit::percent;
  std::vector<Path> paths;  ///< where it may stand; empty = anywhere in the predication
};

struct Trigger {
  language::LemmaId lemma = language::no_lemma;  ///< no_lemma: a word outside the lexicon, found by its spelling
  std::string word;
  TriggerClass word_class = TriggerClass::verb;
  bool pronominal = false;  ///< written "se rendre": only the pronominal use
};

/// A sentence that must (or must not) give relations, for `depeche test`.
struct Example {
  std::string title;  ///< of the article that the sentence stands in; mostly empty
  std::string text;
  std::vector<std::string> gives;  ///< "Visit: Mevlut Demir > IT : asserted"; empty for a counter-example
  std::uint32_t line = 0;
};

/// One mapping rule, compiled. Immutable after loading.
struct Rule {
  std::string id;                    ///< "fr.visit.se-rendre"
  std::string relation;              ///< "Visit"
  std::uint16_t relation_index = 0;  ///< in the ontology's relation table
  std::vector<Trigger> triggers;
  std::string lexicon_trigger;  ///< "office", "affiliation": every word of that name list triggers; empty otherwise
  Filler subject;               ///< fills the relation's subject role
  Filler object;                ///< fills the relation's object role
  bool mutual = false;          ///< symmetric relation: a plural on one side alone relates its members to each other
  std::vector<Condition> conditions;
  std::vector<Qualifier> qualifiers;
  std::vector<FigureSpec> figures;
  std::optional<Continuation> continues;
  std::optional<Path> completes;  ///< where those stand whom the plural of the claim before left unnamed
  std::optional<Status> status;   ///< replaces `asserted` where grammar gives nothing weaker
  bool negates = false;           ///< the predicate says that the relation does not hold ("quitter" for membership)
  bool ended = false;             ///< the state is over
  double confidence = 0.5;        ///< how often it is right, where that was measured
  std::vector<Example> examples;
  std::vector<Example> counterexamples;
  std::string file;
  std::uint32_t line = 0;
};

}  // namespace depeche::mapping
