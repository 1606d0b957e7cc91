#include "extract/gate.hpp"

#include <algorithm>

#include "extract/reference.hpp"

namespace depeche::extract {

using language::WordClass;
using mapping::KindSet;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::no_entity;

namespace {

constexpr std::size_t index_of(ActorKind kind) {
  return static_cast<std::size_t>(kind);
}

std::size_t bit_of(language::LemmaId lemma) {
  return lemma % 256;
}

bool leads_to(const mapping::Filler& filler, mapping::FunctionId function) {
  return std::any_of(filler.paths.begin(), filler.paths.end(),
                     [&](const mapping::Path& path) { return path.steps.size() == 1 && path.steps[0] == function; });
}

/// How many of these a role for these kinds may take. No kinds: all; a place, or the seat of an organisation, may be
/// lifted to its country.
std::uint32_t count(const std::array<std::uint32_t, 4>& counts, KindSet kinds, bool lifts_places) {
  std::uint32_t sum = 0;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    const bool fits = kinds == 0 || (static_cast<unsigned>(kinds) >> kind & 1U) != 0;
    const bool located = kind == index_of(ActorKind::place) || kind == index_of(ActorKind::organisation);
    const bool lifted = lifts_places && located && (kinds >> index_of(ActorKind::country) & 1U) != 0;
    if (fits || lifted) sum += counts[kind];
  }
  return sum;
}

}  // namespace

Gate::Gate(std::string_view text, const language::Sentence& sentence, const std::vector<recognise::Mention>& mentions,
           const std::vector<recognise::Entity>& entities, bool theme, const Knowledge& knowledge)
    : text_(text), sentence_(sentence), knowledge_(knowledge), theme_(theme) {
  count_names(mentions, entities);
  count_words();
}

void Gate::count_names(const std::vector<recognise::Mention>& mentions,
                       const std::vector<recognise::Entity>& entities) {
  for (const recognise::Entity& entity : entities) ++known_[index_of(entity.kind)];
  std::vector<EntityId> seen;
  for (const recognise::Mention& mention : mentions) {
    if (mention.entity == no_entity || std::find(seen.begin(), seen.end(), mention.entity) != seen.end()) continue;
    seen.push_back(mention.entity);
    ++named_[index_of(entities[mention.entity].kind)];
  }
}

void Gate::count_words() {
  lemmas_.reserve(sentence_.tokens.size());
  bool pointed_at = false;  // by a "ces" before
  for (const language::Token& token : sentence_.tokens) {
    const std::string_view form = language::text_of(text_, token);
    refers_back_ = refers_back_ || (pointed_at && knowledge_.reference.speeches.contains(token.lemma));
    pointed_at = token.word_class == WordClass::determiner && (form.starts_with("ce") || form.starts_with("Ce"));
    refers_back_ = refers_back_ || may_refer_back(form, token, knowledge_);
    const bool short_s = form.starts_with('s') || form.starts_with('S');
    if (short_s && (form.substr(1) == "e" || form.substr(1) == "'" || form.substr(1) == "’")) reflexive_ = true;
    if (token.lemma == language::no_lemma) continue;
    lemmas_.push_back(token.lemma);
    lemma_bits_.set(bit_of(token.lemma));
  }
}

bool Gate::has_word_of(const mapping::Condition& condition) {
  for (const language::LemmaId lemma : condition.lemmas) {
    if (lemma_bits_[bit_of(lemma)] && std::find(lemmas_.begin(), lemmas_.end(), lemma) != lemmas_.end()) return true;
  }
  if (condition.lemmas.size() == condition.words.size()) return false;  // the lexicon knows them all
  if (!folded_) folded_.emplace(text_, sentence_);
  for (std::size_t i = 0; i < folded_->size(); ++i) {
    if (std::find(condition.folded.begin(), condition.folded.end(), (*folded_)[i]) != condition.folded.end())
      return true;
  }
  return false;
}

bool Gate::finds_actors(const mapping::Rule& rule, const language::Token& predicate) const {
  const CoreFunctions& core = knowledge_.core;
  const bool lifts = knowledge_.ontology.relations()[rule.relation_index].lifts_places;
  bool open = refers_back_ || predicate.word_class == WordClass::pronoun;  // its subject may be that of a claim before
  for (const mapping::Filler* filler : {&rule.subject, &rule.object}) {
    open = open || leads_to(*filler, core.implied) || leads_to(*filler, core.home) ||
           (theme_ && leads_to(*filler, core.theme));
  }
  const Counts& counts = open ? known_ : named_;
  const KindSet subject = rule.subject.kinds, object = rule.object.kinds;
  const KindSet both = subject == 0 || object == 0 ? KindSet{0} : static_cast<KindSet>(subject | object);
  // One side may be all that a rule about participants finds.
  const bool symmetric = knowledge_.ontology.relations()[rule.relation_index].symmetric;
  const bool sides = symmetric || (count(counts, subject, lifts) > 0 && count(counts, object, lifts) > 0);
  return sides && count(counts, both, lifts) >= 2;
}

bool Gate::wants_reflexive(const mapping::Rule& rule, const language::Token& predicate) const {
  bool wants = false;
  for (const mapping::Trigger& trigger : rule.triggers) {
    if (trigger.lemma != predicate.lemma || trigger.word_class != mapping::TriggerClass::verb) continue;
    if (!trigger.pronominal) return false;
    wants = true;
  }
  return wants;
}

bool Gate::may_fire(const mapping::Rule& rule, const language::Token& predicate) {
  if (!rule.continues && !rule.completes) {
    const bool verb = predicate.word_class == WordClass::verb || predicate.word_class == WordClass::auxiliary;
    if (verb && !reflexive_ && wants_reflexive(rule, predicate)) return false;
    if (!finds_actors(rule, predicate)) return false;
  }
  return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const mapping::Condition& condition) {
    const bool wants_word = !condition.negated && !condition.words.empty();
    return !wants_word || has_word_of(condition);
  });
}

}  // namespace depeche::extract
