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
           const std::vector<recognise::Entity>& entities, bool theme, bool calls, const Knowledge& knowledge,
           const GateTable& table)
    : text_(text),
      sentence_(sentence),
      knowledge_(knowledge),
      table_(table),
      theme_(theme),
      refers_back_(calls),
      answers_(table.lists()) {
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
    refers_back_ = refers_back_ || (pointed_at && (knowledge_.reference.speeches.contains(token.lemma) ||
                                                   knowledge_.reference.acts.contains(token.lemma)));
    pointed_at = token.word_class == WordClass::determiner && (form.starts_with("ce") || form.starts_with("Ce"));
    refers_back_ = refers_back_ || may_refer_back(form, token, knowledge_);
    const bool short_s = form.starts_with('s') || form.starts_with('S');
    if (short_s && (form.substr(1) == "e" || form.substr(1) == "'" || form.substr(1) == "’")) reflexive_ = true;
    if (token.lemma == language::no_lemma) continue;
    lemmas_.push_back(token.lemma);
    lemma_bits_.set(GateTable::bit_of(token.lemma));
  }
}

bool Gate::has_word_of(std::size_t list) {
  Answer& answer = answers_[list];
  if (answer == Answer::open) answer = look_for_word_of(table_.list(list)) ? Answer::yes : Answer::no;
  return answer == Answer::yes;
}

bool Gate::look_for_word_of(const GateTable::WordList& list) {
  if ((lemma_bits_ & list.lemma_bits).any()) {
    for (const language::LemmaId lemma : lemmas_) {
      if (list.lemma_bits[GateTable::bit_of(lemma)] &&
          std::binary_search(list.lemmas.begin(), list.lemmas.end(), lemma))
        return true;
    }
  }
  if (list.folded.empty()) return false;
  if (!folded_) {
    folded_.emplace(text_, sentence_);
    for (std::size_t i = 0; i < folded_->size(); ++i) {
      folded_bit_of_.push_back(static_cast<std::uint8_t>(GateTable::bit_of((*folded_)[i])));
    }
  }
  for (std::size_t i = 0; i < folded_->size(); ++i) {
    if (list.folded_bits[folded_bit_of_[i]] &&
        std::binary_search(list.folded.begin(), list.folded.end(), (*folded_)[i]))
      return true;
  }
  return false;
}

bool Gate::finds_actors(const GateTable::Needs& needs, const language::Token& predicate) const {
  const bool open = refers_back_ || predicate.word_class == WordClass::pronoun ||  // its subject may be that of a claim
                    needs.takes_implied || (theme_ && needs.takes_theme);
  const Counts& counts = open ? known_ : named_;
  const KindSet both =
      needs.subject == 0 || needs.object == 0 ? KindSet{0} : static_cast<KindSet>(needs.subject | needs.object);
  // One side may be all that a rule about participants finds.
  const bool sides = needs.symmetric || (count(counts, needs.subject, needs.lifts_places) > 0 &&
                                         count(counts, needs.object, needs.lifts_places) > 0);
  return sides && count(counts, both, needs.lifts_places) >= 2;
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

bool Gate::may_fire(std::uint32_t rule, const language::Token& predicate) {
  const GateTable::Needs& needs = table_.needs(rule);
  if (!needs.after_claim) {
    const bool verb = predicate.word_class == WordClass::verb || predicate.word_class == WordClass::auxiliary;
    if (verb && !reflexive_ && needs.pronominal && wants_reflexive(knowledge_.mappings.rules()[rule], predicate))
      return false;
    if (!finds_actors(needs, predicate)) return false;
  }
  return std::all_of(needs.lists.begin(), needs.lists.end(), [&](std::uint16_t list) { return has_word_of(list); });
}

}  // namespace depeche::extract
