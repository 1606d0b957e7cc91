#include "extract/matcher.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "extract/grammar.hpp"
#include "extract/guests.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using mapping::FunctionId;
using mapping::Status;
using mapping::TriggerClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::no_entity;

namespace {

/// Of more parties than this to one act, pairs are told one by one, and no more than so many.
constexpr std::size_t largest_circle = 5, most_pairs = 12;

}  // namespace

void Matcher::match(const Tree& tree, TokenIndex predicate, TriggerClass word_class,
                    const std::vector<std::uint32_t>& rules, const SentenceFacts& facts, std::vector<Claim>& out) {
  const Predication& p = predication(tree, predicate, word_class);
  if (trace_ != nullptr) note_clause(tree, p, facts);
  for (const std::uint32_t r : rules) {
    const mapping::Rule& rule = knowledge_.mappings.rules()[r];
    std::string reason;
    std::vector<Claim> found;
    const bool fired = rule.completes   ? complete_claim(tree, p, rule, facts, found, reason)
                       : rule.continues ? continue_claim(tree, p, rule, facts, found, reason)
                                        : match_rule(tree, p, rule, facts, found, reason);
    for (const Claim& c : found) {
      if (c.subjects.size() == 1) last_subjects_[c.relation] = c.subjects[0];
    }
    if (!rule.completes) remember(rule, found);
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    if (trace_ != nullptr) trace_->trials.push_back({facts.index, predicate, rule.id, fired, reason});
  }
}

const Predication& Matcher::predication(const Tree& tree, TokenIndex token, TriggerClass word_class) {
  if (sentence_ != &tree.sentence()) predications_.clear();
  sentence_ = &tree.sentence();
  const auto same = [&](const Known& k) { return k.token == token && k.word_class == word_class; };
  const auto it = std::find_if(predications_.begin(), predications_.end(), same);
  if (it != predications_.end()) return it->predication;
  return predications_.emplace_back(Known{token, word_class, make_predication(tree, token, word_class, knowledge_)})
      .predication;
}

bool Matcher::match_rule(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                         std::vector<Claim>& out, std::string& reason) {
  const mapping::RelationType& relation = knowledge_.ontology.relations()[rule.relation_index];
  const bool pronominal_only = std::any_of(rule.triggers.begin(), rule.triggers.end(), [&](const mapping::Trigger& t) {
    return t.lemma == tree.token(p.predicate).lemma && t.word_class == p.word_class;
  });
  if (pronominal_only) {
    bool fits = false;
    for (const mapping::Trigger& t : rule.triggers) {
      if (t.lemma == tree.token(p.predicate).lemma && t.word_class == p.word_class && (!t.pronominal || p.pronominal)) {
        fits = true;
      }
    }
    if (!fits) {
      reason = "the verb is not pronominal here";
      return false;
    }
  }
  if (p.pronominal && is_another_verb(tree, p, rule)) {
    reason = "the pronominal verb is another one";
    return false;
  }
  for (const mapping::Condition& c : rule.conditions) {
    if (holds(tree, p, rule, c)) continue;
    if (trace_ != nullptr) reason = describe(c);
    return false;
  }
  Actors subjects = fill(tree, p, rule, rule.subject, {}, relation.lifts_places);
  if (subjects.empty() && !relation.symmetric) subjects = named_between(tree, p, rule);
  if (subjects.empty() && !relation.symmetric) {  // "depuis son élection": the state follows from the person
    subjects = fill(tree, p, rule, rule.subject, fill(tree, p, rule, rule.object, {}, relation.lifts_places),
                    relation.lifts_places);
  }
  // "Le déficit de la Serbie avec Rome …, celui avec Ankara …": the same one's.
  if (tree.word_class(p.predicate) == WordClass::pronoun && (subjects.empty() || subjects[0].token == no_token))
    subjects = subjects_before(rule.relation_index);
  if (subjects.empty()) {
    if (trace_ != nullptr)
      reason = fmt::format("nobody fills '{}' ({})", relation.subject_role, describe(rule.subject));
    leave_open(tree, p, rule, facts, true);
    return false;
  }
  Actors objects;
  const bool guests = relation.lifts_places && takes_guests(rule.subject, knowledge_.mappings.functions());
  if (relation.symmetric) {
    // "entre A et B" names all participants; nobody else takes part.
    const Actors between = named_between(tree, p, rule);
    if (between.empty()) {
      objects = fill(tree, p, rule, rule.object, subjects, relation.lifts_places);
    } else {
      subjects = between;
    }
  } else if (guests && p.word_class == TriggerClass::verb) {
    // where they met, and not "la communauté turque en Suède" of which they spoke
    objects = fill(tree, p, rule, rule.object, subjects, relation.lifts_places, false);
  } else {
    objects = fill(tree, p, rule, rule.object, subjects, relation.lifts_places);
  }
  if (objects.empty() && !relation.symmetric && !guests) {
    // A possessive was taken for the very actor that fills the other role: the other role goes first.
    objects = fill(tree, p, rule, rule.object, {}, relation.lifts_places);
    subjects = fill(tree, p, rule, rule.subject, objects, relation.lifts_places);
    if (subjects.empty()) objects.clear();
  }
  if (guests && !objects.empty()) {
    keep_foreign(discourse_, objects, subjects);
    if (subjects.empty()) {
      reason = "nobody is known to come from another state";
      return false;
    }
  }
  if (relation.lifts_places) stay_at_home(tree, subjects, objects);
  // "s'accusent mutuellement": each does it to the others.
  const bool reciprocal = objects.empty() && !subjects.empty() && p.pronominal &&
                          !wants_pronominal(rule, tree.token(p.predicate).lemma) && !relation.symmetric &&
                          subjects.size() > 1 && p.fillers(knowledge_.core.object).empty();
  if (reciprocal && !rule.negates) {  // "se sont quittés" says nothing of membership
    objects = subjects;
    keep_kind(objects, rule.object.kinds, false);
  }
  // "la rupture entre A et B": each with the other.
  if (objects.empty() && !relation.symmetric && !guests) {
    const Actors between = named_between(tree, p, rule);
    if (!between.empty()) subjects = objects = between;
  }
  // "négocié par A et B avec le groupe", "A et B ont rencontré les putschistes": with somebody else, even if nobody can
  // tell who that is.
  const auto is_other_side = [&](const Argument& a) {
    const bool of_role = a.function != knowledge_.core.subject && rule.object.takes(a.function);
    return (of_role || a.function == knowledge_.core.avec) && !a.weak && tree.word_class(a.token) == WordClass::noun &&
           tree.has_child(a.token, Dependency::det) && discourse_.resolve(tree, a.token).empty();
  };
  const bool with_others = objects.empty() && p.word_class == TriggerClass::verb && !p.pronominal &&
                           std::any_of(p.arguments.begin(), p.arguments.end(), is_other_side);
  const bool mutual = objects.empty() && relation.symmetric && rule.mutual && subjects.size() > 1 && !with_others;
  if (objects.empty() && !mutual) {
    if (trace_ != nullptr) reason = fmt::format("nobody fills '{}' ({})", relation.object_role, describe(rule.object));
    leave_open(tree, p, rule, facts, false);
    return false;
  }
  if (is_of_another(tree, p, rule, subjects, objects)) {
    reason = "another state is named before";
    return false;
  }
  Stance stance = read_stance(tree, p, knowledge_, discourse_);
  if (relation.done_by_saying && stance.status == Status::attributed && subjects.size() == 1 &&
      speaks_for(stance.attributed_to, subjects[0].entity)) {
    stance = Stance{};
  }
  // "Selon X, chargée de mission à B, …": what X says is not who she is.
  if (!relation.event && stance.status == Status::attributed && p.word_class == TriggerClass::verb &&
      tree.dependency(p.predicate) == Dependency::acl && subjects.size() == 1 &&
      stance.attributed_to == subjects[0].entity) {
    stance = Stance{};
  }
  if (rule.status) stance.weaken(*rule.status, tree.text(p.predicate));
  // "Des accords entre A et B violeraient …": only supposed, nothing is said of any.
  const Dependency place = tree.dependency(p.predicate);
  const TokenIndex article = tree.child(p.predicate, Dependency::det);
  if (p.word_class == TriggerClass::noun && p.support == no_token &&
      (place == Dependency::nsubj || place == Dependency::nsubj_pass) && article != no_token &&
      utf8::fold(tree.text(article)) == "des" &&
      (stance.status == Status::conditional || stance.status == Status::alleged)) {
    reason = "the clause only supposes such things";
    return false;
  }
  if (rule.negates) {
    if (stance.status == Status::negated) {
      stance.status = Status::asserted;  // "n'a pas quitté l'Union": still a member
      stance.cue.clear();
    } else if (stance.status == Status::asserted) {
      stance.weaken(Status::negated, tree.text(p.predicate));
    } else if (stance.status == Status::planned || stance.status == Status::attributed) {
      stance.status = Status::negated;  // "va quitter l'Union": no fact in any case
    } else {
      reason = "the end of the relation is itself not asserted";
      return false;
    }
  }
  Claim base;
  base.relation = rule.relation_index;
  base.status = stance.status;
  base.attributed_to = stance.attributed_to;
  base.cue = stance.cue;
  base.ended = stance.ended || rule.ended;
  base.rule = rule.id;
  base.confidence = rule.confidence;
  base.sentence = facts.index;
  base.time = time_for(tree, p, facts);
  add_qualifiers(tree, p, rule, base);
  if (mutual) {
    if (subjects.size() > largest_circle) {  // a treaty of many: the first pairs stand for all
      std::size_t pairs = 0;
      for (std::size_t i = 0; i < subjects.size(); ++i) {
        for (std::size_t j = i + 1; j < subjects.size() && pairs < most_pairs; ++j, ++pairs) {
          Claim claim = base;
          claim.subjects = {subjects[i].entity};
          claim.objects = {subjects[j].entity};
          out.push_back(std::move(claim));
        }
      }
      return true;
    }
    Claim claim = base;
    for (const Actor& a : subjects) claim.subjects.push_back(a.entity);
    claim.objects = claim.subjects;
    claim.figure = figure_for(tree, p, rule, facts, subjects[0], subjects, subjects[0], subjects);
    out.push_back(std::move(claim));
    return true;
  }
  bool any = false;
  // "les présidents turc et grec, Mevlut Demir et Nikos Pappas": first with first, second with second.
  if (!rule.lexicon_trigger.empty() && subjects.size() > objects.size()) {
    const Actors states = adjectives_in_order(tree, p.predicate);
    if (states.size() > 1) objects = states;
    if (states.size() > 1 && states.size() != subjects.size()) subjects = names_in_order(tree, states.back().token);
    if (states.size() > 1 && states.size() != subjects.size()) {
      reason = "whose state is which is not clear";
      return false;
    }
  }
  const bool in_order = !rule.lexicon_trigger.empty() && subjects.size() > 1 && subjects.size() == objects.size();
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    for (std::size_t j = 0; j < objects.size(); ++j) {
      const Actor& s = subjects[i];
      const Actor& o = objects[j];
      if (s.entity == o.entity || (in_order && i != j)) continue;
      // Nobody visits his own state, nor does he meet it or agree with it.
      const bool person = mentions_.entities[s.entity].kind == ActorKind::person;
      const bool abroad = person && (relation.lifts_places ||
                                     (relation.symmetric && mentions_.entities[o.entity].kind == ActorKind::country));
      const EntityId home = abroad ? discourse_.state_of(s.entity) : no_entity;
      if (home != no_entity && !mentions_.entities[home].iso.empty() &&
          mentions_.entities[home].iso == mentions_.entities[o.entity].iso) {
        continue;
      }
      if (rule.lexicon_trigger == "office" && !may_hold(tree, p.predicate, o.entity)) continue;
      Claim claim = base;
      claim.subjects = {s.entity};
      claim.objects = {o.entity};
      if (relation.lifts_places) drop_places_of_others(claim);
      claim.figure = figure_for(tree, p, rule, facts, s, subjects, o, objects);
      out.push_back(std::move(claim));
      any = true;
    }
  }
  if (!any) reason = "the same actor on both sides";
  split_by_goods(tree, p, rule, facts, out);
  add_further_figures(p, rule, facts, out);
  return any;
}

/// "s'est rendu à Rome et à Madrid": of the visit to Spain Rome is not the place.
void Matcher::drop_places_of_others(Claim& claim) const {
  const recognise::Entity& visited = mentions_.entities[claim.objects[0]];
  std::erase_if(claim.qualifiers, [&](const auto& qualifier) {
    if (qualifier.second.type != QualifierValue::Type::entity || visited.kind != ActorKind::country) return false;
    const std::string& iso = mentions_.entities[qualifier.second.index].iso;
    return !iso.empty() && iso != visited.iso;
  });
}

/// "Les fruits que l'on trouve en Suède proviennent d'Espagne": where another state is named before, the one of the
/// title is not meant.
bool Matcher::is_of_another(const Tree& tree, const Predication& p, const mapping::Rule& rule, const Actors& subjects,
                            const Actors& objects) const {
  if (!rule.subject.takes(knowledge_.core.theme) && !rule.object.takes(knowledge_.core.theme)) return false;
  const auto of_title = [&](const Actor& a) { return a.token == no_token && a.entity == discourse_.theme(); };
  if (std::none_of(subjects.begin(), subjects.end(), of_title) &&
      std::none_of(objects.begin(), objects.end(), of_title))
    return false;
  for (const recognise::Mention& m : tree.mentions()) {
    if (m.begin >= p.predicate || m.entity == no_entity || mentions_.entities[m.entity].kind != ActorKind::country)
      continue;
    const auto same = [&](const Actor& a) { return a.entity == m.entity; };
    if (std::any_of(subjects.begin(), subjects.end(), same) || std::any_of(objects.begin(), objects.end(), same))
      continue;
    return true;
  }
  return false;
}

/// "les dirigeants turc, grec et bulgare, X, Y et Z": the states as they stand behind the noun.
Actors Matcher::adjectives_in_order(const Tree& tree, TokenIndex noun) const {
  Actors out;
  if (tree.token(noun).morphology.number == language::Number::singular) return out;
  for (TokenIndex t = static_cast<TokenIndex>(noun + 1); t < tree.size() && t < noun + 12; ++t) {
    const recognise::Mention* m = tree.mention(t);
    if (m == nullptr) {
      if (tree.text(t) != "," && tree.text(t) != "et" && tree.word_class(t) != WordClass::adjective) break;
    } else if (m->form == recognise::MentionForm::demonym_adjective && m->entity != no_entity) {
      out.push_back({m->entity, t, false});
    } else {
      break;
    }
  }
  return out;
}

/// The persons listed behind "…, chilien et norvégien, X, Y et Z", as they stand.
Actors Matcher::names_in_order(const Tree& tree, TokenIndex before) const {
  Actors out;
  for (TokenIndex t = static_cast<TokenIndex>(before + 1); t < tree.size();) {
    const recognise::Mention* m = tree.mention(t);
    if (m != nullptr && m->entity != no_entity && mentions_.entities[m->entity].kind == ActorKind::person) {
      out.push_back({m->entity, tree.head_of(*m), false});
      t = m->end;
    } else if (m == nullptr && (tree.text(t) == "," || tree.text(t) == "et" || tree.text(t) == ":")) {
      ++t;
    } else {
      break;
    }
  }
  return out;
}

/// True if what the speaker says the actor says: they are the same, or of one state.
bool Matcher::speaks_for(EntityId speaker, EntityId actor) const {
  if (speaker == no_entity) return false;
  if (speaker == actor) return true;
  const recognise::Entity& a = mentions_.entities[actor];
  const EntityId state = discourse_.state_of(speaker);
  return a.kind == ActorKind::country && state != no_entity && mentions_.entities[state].iso == a.iso;
}

/// "Cette visite suit celle effectuée en Corée": the other one is by the same actor.
Actors Matcher::subjects_before(std::uint16_t relation) const {
  const auto it = last_subjects_.find(relation);
  return it == last_subjects_.end() ? Actors{} : Actors{{it->second, no_token, false}};
}

bool Matcher::wants_pronominal(const mapping::Rule& rule, language::LemmaId lemma) {
  return std::any_of(rule.triggers.begin(), rule.triggers.end(), [&](const mapping::Trigger& t) {
    return t.lemma == lemma && t.word_class == TriggerClass::verb && t.pronominal;
  });
}

/// "se demander" is not "demander": the mappings know the pronominal verb as a word of its own, and this rule does not
/// ask for it.
bool Matcher::is_another_verb(const Tree& tree, const Predication& p, const mapping::Rule& rule) const {
  const language::LemmaId lemma = tree.token(p.predicate).lemma;
  if (p.word_class != TriggerClass::verb || wants_pronominal(rule, lemma)) return false;
  for (const mapping::Governor& g : knowledge_.governors.find(lemma, TriggerClass::verb)) {
    if (g.pronominal) return true;
  }
  for (const std::uint32_t r : knowledge_.mappings.triggered_by(lemma, TriggerClass::verb)) {
    if (wants_pronominal(knowledge_.mappings.rules()[r], lemma)) return true;
  }
  return false;
}

/// A state has presidents and ministers, but no journalists.
bool Matcher::may_hold(const Tree& tree, TokenIndex office, EntityId jurisdiction) const {
  const auto* noun = knowledge_.names.find_office(tree.text(office));
  return noun == nullptr || noun->of_state || mentions_.entities[jurisdiction].kind != ActorKind::country;
}

std::optional<recognise::TimeSpan> Matcher::time_for(const Tree& tree, const Predication& p,
                                                     const SentenceFacts& facts) const {
  // The clause of the predicate: up to its verb, not beyond a relative or subordinate clause.
  TokenIndex top = p.clause;
  while (tree.head(top) != no_token && tree.word_class(top) != WordClass::verb) top = tree.head(top);
  const recognise::TimeSpan* best = nullptr;
  int best_distance = 1 << 20;
  // A title's time is only its own ("président depuis 2019"), not that of what its holder does.
  const bool title = p.word_class == TriggerClass::noun && p.support == no_token &&
                     !tree.has_child(p.predicate, Dependency::cop) && denotes_holder(tree, p.predicate);
  for (const recognise::TimeSpan& t : facts.times()) {
    if (title && !tree.dominates(p.predicate, t.begin)) continue;
    if (t.begin < tree.begin_of(top) || t.end > tree.end_of(top)) continue;
    // Not inside another clause than the predicate's own.
    bool foreign = false;
    for (TokenIndex up = t.begin; up != no_token && up != top; up = tree.head(up)) {
      const Dependency d = tree.dependency(up);
      if ((d == Dependency::acl_relcl || d == Dependency::advcl || d == Dependency::ccomp) &&
          !tree.dominates(up, p.predicate)) {
        foreign = true;
      }
    }
    if (foreign) continue;
    int distance = std::abs(static_cast<int>(t.begin) - static_cast<int>(p.predicate));
    if (tree.dominates(p.predicate, t.begin)) distance -= 100;
    if (distance < best_distance) {
      best = &t;
      best_distance = distance;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace depeche::extract
