#pragma once
#include "base/archive.hpp"
#include "mapping/cues.hpp"
#include "mapping/governors.hpp"
#include "mapping/mappings.hpp"
#include "mapping/ontology.hpp"
#include "mapping/reference_words.hpp"
#include "mapping/support_verbs.hpp"

/// What the types of mappings consist of, for the compiled knowledge. A member that is missing here does not compile:
/// the names of a structured binding have to be as many as the members. Classes with private members list them in a
/// `serialize` of their own, and are as large as what stands there.
namespace depeche::rdf {

template <class Archive>
void serialize(Archive& archive, ReadTerm& term) {
  auto& [kind, text, datatype, language] = term;
  archive(kind, text, datatype, language);
}

template <class Archive>
void serialize(Archive& archive, ReadTriple& triple) {
  auto& [subject, predicate, object, line] = triple;
  archive(subject, predicate, object, line);
}

}  // namespace depeche::rdf

namespace depeche::mapping {

static_assert(sizeof(Ontology) == sizeof(std::vector<RelationType>) + 4 * sizeof(std::vector<std::string>) +
                                      sizeof(std::vector<rdf::ReadTriple>));
static_assert(sizeof(Functions) == 2 * sizeof(std::vector<FunctionId>) + sizeof(absl::flat_hash_map<int, int>));
static_assert(sizeof(Mappings) ==
              sizeof(std::vector<Rule>) + sizeof(Functions) + 3 * sizeof(absl::flat_hash_map<int, int>));
static_assert(sizeof(Governors) == sizeof(absl::flat_hash_map<int, int>));
static_assert(sizeof(SupportVerbs) == 2 * sizeof(absl::flat_hash_map<int, int>));
static_assert(sizeof(Asides) == sizeof(absl::flat_hash_map<int, int>) + 128 * sizeof(std::uint32_t));

template <class Archive>
void serialize(Archive& archive, RelationType& type) {
  auto& [name, edge, subject_role, object_role, key_qualifier, fact_property, bucket, event, symmetric, subject_kinds,
         object_kinds, done_by_saying, lifts_places] = type;
  archive(name, edge, subject_role, object_role, key_qualifier, fact_property, bucket, event, symmetric, subject_kinds,
          object_kinds, done_by_saying, lifts_places);
}

template <class Archive>
void serialize(Archive& archive, Path& path) {
  auto& [steps] = path;
  archive(steps);
}

template <class Archive>
void serialize(Archive& archive, Filler& filler) {
  auto& [paths, kinds, all_paths] = filler;
  archive(paths, kinds, all_paths);
}

template <class Archive>
void serialize(Archive& archive, Condition& condition) {
  auto& [path, lemmas, words, folded, negated, present] = condition;
  archive(path, lemmas, words, folded, negated, present);
}

template <class Archive>
void serialize(Archive& archive, Qualifier& qualifier) {
  auto& [property, paths, as, constant, each] = qualifier;
  archive(property, paths, as, constant, each);
}

template <class Archive>
void serialize(Archive& archive, Continuation& continuation) {
  auto& [from, with] = continuation;
  archive(from, with);
}

template <class Archive>
void serialize(Archive& archive, FigureSpec& figure) {
  auto& [measure, unit, paths] = figure;
  archive(measure, unit, paths);
}

template <class Archive>
void serialize(Archive& archive, Trigger& trigger) {
  auto& [lemma, word, word_class, pronominal] = trigger;
  archive(lemma, word, word_class, pronominal);
}

/// Without its examples: only `depeche test` wants them, and reads the sources.
template <class Archive>
void serialize(Archive& archive, Rule& rule) {
  auto& [id, relation, relation_index, triggers, lexicon_trigger, subject, object, mutual, conditions, qualifiers,
         figures, continues, completes, status, negates, ended, confidence, examples, counterexamples, file, line] =
      rule;
  archive(id, relation, relation_index, triggers, lexicon_trigger, subject, object, mutual, conditions, qualifiers,
          figures, continues, completes, status, negates, ended, confidence, file, line);
}

template <class Archive>
void serialize(Archive& archive, Governor& governor) {
  auto& [implication, forms, control, when_negated, has_when_negated, when_done, has_when_done, pronominal, passive,
         except, object] = governor;
  archive(implication, forms, control, when_negated, has_when_negated, when_done, has_when_done, pronominal, passive,
          except, object);
}

template <class Archive>
void serialize(Archive& archive, SupportVerb& verb) {
  auto& [preposition, nouns, pronominal, subject_is_object, ends, status, through, lemma] = verb;
  archive(preposition, nouns, pronominal, subject_is_object, ends, status, through, lemma);
}

template <class Archive>
void serialize(Archive& archive, Negation& negation) {
  auto& [particles, alone, beside, fronted, limits, bare, contrasting] = negation;
  archive(particles, alone, beside, fronted, limits, bare, contrasting);
}

template <class Archive>
void serialize(Archive& archive, FigureCues& cues) {
  auto& [introducing, totals, reaching, shares, ranking, succession, origin, each, in_order] = cues;
  archive(introducing, totals, reaching, shares, ranking, succession, origin, each, in_order);
}

template <class Archive>
void serialize(Archive& archive, Cues& cues) {
  auto& [attribution, adverbs, adjectives, noun_heads, conjunctions, ended_adjectives, asides, negation, figures] =
      cues;
  archive(attribution, adverbs, adjectives, noun_heads, conjunctions, ended_adjectives, asides, negation, figures);
}

template <class Archive>
void serialize(Archive& archive, ReferenceWords::OrganisationClass& one) {
  auto& [types, words] = one;
  archive(types, words);
}

template <class Archive>
void serialize(Archive& archive, ReferenceWords& words) {
  auto& [state, state_plural_only, at_home, fighters, weak_state, country, person, people, manners, counterpart,
         pair_of_states, pair_of_persons, perfect_with_etre, aimed_at, quantities, documents, issues, delegations,
         leads, copulas, attitudes, time_nouns, audience, speeches, acts, deeds, agent_with_de, commanded,
         organisation_words, organisation_adjectives, organisation_classes, office_classes] = words;
  archive(state, state_plural_only, at_home, fighters, weak_state, country, person, people, manners, counterpart,
          pair_of_states, pair_of_persons, perfect_with_etre, aimed_at, quantities, documents, issues, delegations,
          leads, copulas, attitudes, time_nouns, audience, speeches, acts, deeds, agent_with_de, commanded,
          organisation_words, organisation_adjectives, organisation_classes, office_classes);
}

}  // namespace depeche::mapping
