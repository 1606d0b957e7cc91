// Whom a pronoun or a description may mean: the entities that were said shortly before and agree with it.
#include <algorithm>

#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Gender;
using language::Number;
using recognise::ActorKind;
using recognise::Entity;
using recognise::EntityId;
using recognise::no_entity;

bool Discourse::fits(const Entity& e, const Wanted& w) const {
  if (std::any_of(w.except.begin(), w.except.end(), [&](EntityId id) { return &entity(id) == &e; })) return false;
  if (e.kind == ActorKind::place) return false;
  if (e.kind == ActorKind::person && !w.person) return false;
  if (e.kind == ActorKind::country && !w.country) return false;
  if (e.kind == ActorKind::organisation && !w.organisation) return false;
  if (w.gender != Gender::none && e.gender != Gender::none && e.gender != w.gender) return false;
  return w.number == Number::none || e.number == Number::none || e.number == w.number;
}

/// The same for a mention, with whose own words the pronoun agrees where they have another gender or number.
bool Discourse::fits(const Salient& s, const Wanted& wanted) const {
  Wanted w = wanted;
  if (s.gender != Gender::none && w.gender != Gender::none) {
    if (s.gender != w.gender) return false;
    w.gender = Gender::none;
  }
  if (s.number != Number::none && w.number != Number::none) {
    if (s.number != w.number) return false;
    w.number = Number::none;
  }
  return fits(entity(s.entity), w);
}

/// "un expert", "son épouse": somebody new. "l'ancien dirigeant" may be one said before.
bool Discourse::is_somebody_new(const Tree& tree, TokenIndex noun) const {
  const TokenIndex determiner = tree.child(noun, Dependency::det);
  if (determiner == no_token || (tree.lemma(determiner) != "un" && tree.lemma(determiner) != "son")) return false;
  const auto* office = knowledge_.names.find_office(tree.text(noun));
  return (office != nullptr && !office->person_title) || knowledge_.reference.people.contains(tree.token(noun).lemma);
}

/// True if somebody without a name became the topic after `entity` was last said: "il" may be either.
bool Discourse::is_behind_unnamed(EntityId candidate, TokenIndex token, const Wanted& wanted) const {
  const auto meant = [&](const Unnamed& u) {
    const bool before = u.sentence < current_ || u.token < token;
    if (u.thing && entity(candidate).kind == ActorKind::person) return false;
    return before && u.plural == (wanted.number == Number::plural) &&
           (wanted.gender == Gender::none || u.gender == Gender::none || u.gender == wanted.gender);
  };
  const auto last = std::find_if(unnamed_.rbegin(), unnamed_.rend(), meant);
  if (last == unnamed_.rend() || current_ - last->sentence > 1) return false;
  return std::none_of(salient_.rbegin(), salient_.rend(), [&](const Salient& s) {
    const bool later = s.sentence > last->sentence || (s.sentence == last->sentence && s.token > last->token);
    return s.entity == candidate && later && (s.sentence < current_ || s.token < token);
  });
}

EntityId Discourse::most_salient(TokenIndex token, const Wanted& wanted) const {
  // Points: subjects before others, the same or the previous sentence before older ones, persons before states.
  struct Candidate {
    EntityId entity;
    int points;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = salient_.size(); i-- > 0;) {
    const Salient& s = salient_[i];
    const std::uint32_t distance = current_ - s.sentence;
    if (distance > 3) break;
    if (distance == 0 && s.token >= token) continue;
    // Who is named inside a quotation is not whom the words around it mean.
    if (distance == 0 && sentences_[current_].tokens[s.token].quoted && !sentences_[current_].tokens[token].quoted)
      continue;
    const Entity& e = entity(s.entity);
    if (!fits(s, wanted) || (wanted.subject_only && !s.subject)) continue;
    int points = 100 - 25 * static_cast<int>(distance) + (s.subject ? 40 : 0) + (e.kind == ActorKind::person ? 35 : 0);
    if (distance == 0) points += s.subject ? 5 : -10;
    // "le plan a été présenté par X, quand il …"
    if (distance == 0 && s.agent && e.kind == ActorKind::person) points += s.main_agent ? 45 : 30;
    const auto known =
        std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.entity == s.entity; });
    if (known == candidates.end()) {
      candidates.push_back({s.entity, points});
    } else {
      known->points = std::max(known->points, points) + 4;
    }
  }
  if (candidates.empty()) return no_entity;
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.points != b.points ? a.points > b.points : a.entity < b.entity;
  });
  if (candidates.size() > 1 && candidates[0].points - candidates[1].points < 5) return no_entity;
  const bool person = entity(candidates[0].entity).kind == ActorKind::person;
  if ((person || wanted.number == Number::plural) && wanted.of_pronoun &&
      is_behind_unnamed(candidates[0].entity, token, wanted))
    return no_entity;
  return candidates[0].entity;
}

}  // namespace depeche::extract
