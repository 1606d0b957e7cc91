#include <algorithm>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Gender;
using language::Number;
using language::WordClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

void Discourse::states_of_group(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  if (depth > 3) return;
  for (TokenIndex c : Children(tree, token)) {
    const Dependency d = tree.dependency(c);
    const Mention* m = tree.mention(c);
    if (d == Dependency::conj || d == Dependency::appos || d == Dependency::acl_relcl) continue;
    if (m != nullptr && m->entity != no_entity) {
      const ActorKind kind = entity(m->entity).kind;
      const std::string_view preposition = preposition_of(tree, c);
      const bool bare = m->begin > 0 && (tree.text(static_cast<TokenIndex>(m->begin - 1)) == "d'" ||
                                         tree.text(static_cast<TokenIndex>(m->begin - 1)) == "de");
      const bool adjective = m->form == MentionForm::demonym_adjective;
      if (adjective && bare && preposition == "de" && tree.lemma(c) == tree.text(c)) continue;  // "des cours d'anglais"
      const bool belongs = adjective || preposition == "de";
      if (belongs && (kind == ActorKind::country || kind == ActorKind::organisation)) {
        out.push_back({m->entity, c, false});
      }
      continue;
    }
    if (d == Dependency::det && tree.lemma(c) == "son") {
      Actors possessors;
      resolve_possessor(tree, c, possessors);
      // "le président turc … son armée": of the state that he leads
      const bool of_state = knowledge_.reference.commanded.contains(tree.token(token).lemma);
      for (const Actor& a : possessors) {
        const bool person = entity(a.entity).kind == ActorKind::person;
        const EntityId state = person && of_state && possessors.size() == 1 ? state_of(a.entity) : no_entity;
        if (state != no_entity) out.push_back({state, a.token, false});
        if (entity(a.entity).kind == ActorKind::country) out.push_back(a);
      }
      continue;
    }
    // "le ministre des Affaires étrangères turc": the adjective may hang one level down; but "une délégation de députés
    // turcs" is no delegation of the state.
    const bool people = knowledge_.names.find_office(tree.text(c)) != nullptr ||
                        knowledge_.reference.person.contains(tree.token(c).lemma);
    if (!people && (d == Dependency::nmod || d == Dependency::amod)) states_of_group(tree, c, out, depth + 1);
  }
}

void Discourse::resolve_noun(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  resolve_described(tree, token, out, depth);
  if (out.empty()) resolve_unnamed_holder(tree, token, out, depth);
}

void Discourse::resolve_described(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  if (const TokenIndex name = name_behind(tree, token); name != no_token) {
    const Mention* m = tree.mention(name);
    // "a déclaré à la presse Mevlut Demir", but "a arrêté le journaliste Mevlut Demir"
    const bool addressed = knowledge_.reference.audience.contains(tree.token(token).lemma) && m->entity != no_entity &&
                           entity(m->entity).kind == ActorKind::person && !preposition_of(tree, token).empty();
    // "l'épouse du directeur, Carlos Reyes,": no man is apposed to a noun that has a masculine form beside this one.
    const language::Morphology& noun = tree.token(token).morphology;
    // "des partisans du guide, l'ayatollah Demir,": several are not one.
    const bool person = m->entity != no_entity && entity(m->entity).kind == ActorKind::person;
    const bool several = person && noun.number == Number::plural && !tree.has_child(name, Dependency::conj) &&
                         tree.text(static_cast<TokenIndex>(m->begin - 1)) == ",";
    const bool other = person && entity(m->entity).gender == language::Gender::masculine &&
                       noun.gender == language::Gender::feminine && tree.lemma(token) != tree.text(token);
    if (m->entity != no_entity && !addressed && !other && !several) {
      // "le groupe Wagner", "le président Mevlut Demir"; a place name behind a noun ("la ville Rome") is no actor.
      // "le chef de file La France insoumise" is a person whose name is not said.
      const ActorKind kind = entity(m->entity).kind;
      // "l'administration Trump" is the state of which Trump is president.
      const bool of_holder = kind == ActorKind::person &&
                             knowledge_.reference.state.contains(tree.token(token).lemma) &&
                             tree.token(token).morphology.number != Number::plural &&
                             !knowledge_.reference.person.contains(tree.token(token).lemma) &&
                             !knowledge_.reference.state_plural_only.contains(tree.token(token).lemma);
      const EntityId state = of_holder ? state_of(m->entity) : no_entity;
      if (state != no_entity) {
        out.push_back({state, token, false});
        return;
      }
      const bool holder = knowledge_.names.find_office(tree.text(token)) != nullptr;
      if (kind == ActorKind::person || (kind == ActorKind::organisation && !holder)) {
        out.push_back({m->entity, name, false});
        return;
      }
    }
  }
  if (resolve_former(tree, token, out)) return;
  if (resolve_delegation(tree, token, out)) return;
  if (resolve_list_before(tree, token, out)) return;
  if (resolve_count(tree, token, out)) return;
  if (resolve_officials(tree, token, out)) return;
  if (resolve_office(tree, token, out, depth) && !out.empty()) return;
  if (resolve_state_word(tree, token, out, depth)) return;
  if (resolve_country_word(tree, token, out, depth)) return;
  if (resolve_organisation_word(tree, token, out) || resolve_calling(tree, token, out)) return;
  if (resolve_document(tree, token, out, depth)) return;
  const language::LemmaId lemma = tree.token(token).lemma;
  const TokenIndex det = tree.child(token, Dependency::det);
  const std::string_view det_lemma = det == no_token ? std::string_view{} : tree.lemma(det);
  if (knowledge_.reference.counterpart.contains(lemma)) {
    // "son homologue grec, le ministre Nikos Pappas": said right behind the comma, whatever it hangs from
    TokenIndex t = static_cast<TokenIndex>(token + 1);
    while (t < tree.size() && (tree.word_class(t) == WordClass::adjective || tree.mention(t) != nullptr)) ++t;
    if (t + 2 < tree.size() && tree.text(t) == "," &&
        tree.word_class(static_cast<TokenIndex>(t + 1)) == WordClass::determiner) {
      const TokenIndex office =
          static_cast<TokenIndex>(t + 2 + (utf8::fold(tree.text(static_cast<TokenIndex>(t + 2))) == "premier" ? 1 : 0));
      if (office < tree.size() && knowledge_.names.find_office(tree.text(office)) != nullptr) {
        resolve_single(tree, office, out, depth + 1);
        if (!out.empty()) return;
      }
    }
    Actors states;
    states_of_group(tree, token, states, depth + 1);
    Actors possessors;
    if (det != no_token) resolve_possessor(tree, det, possessors);
    if (states.empty() || possessors.size() != 1) return;
    for (const Holder& h : holders_) {
      if (h.person != possessors[0].entity) continue;
      for (const Holder& other : holders_) {
        if (other.state == states[0].entity && knowledge_.reference.same_office(other.office, h.office)) {
          out.push_back({other.person, token, false});
          return;
        }
      }
    }
    return;
  }
  const bool last_said = tree.text(token) == "dernier" || tree.text(token) == "dernière";
  if (last_said && det_lemma == "ce") {
    const Wanted w{true, true, true, tree.token(token).morphology.gender, Number::singular, false, {}};
    for (std::size_t i = salient_.size(); i-- > 0;) {
      const Salient& s = salient_[i];
      if (current_ - s.sentence > 1) break;
      if (s.sentence == current_ && s.token >= token) continue;
      if (fits(entity(s.entity), w)) {
        out.push_back({s.entity, token, false});
        return;
      }
    }
    return;
  }
  const bool this_one = det_lemma == "ce" && knowledge_.names.find_office(tree.text(token)) != nullptr;
  if (((knowledge_.reference.person.contains(lemma) && (det_lemma == "le" || det_lemma == "ce")) || this_one) &&
      tree.token(token).morphology.number != Number::plural) {
    Actors states;
    states_of_group(tree, token, states, depth + 1);
    Gender gender = tree.token(token).morphology.gender;
    if (gender == Gender::none) gender = tree.token(det).morphology.gender;  // "cette anthropologue"
    const Wanted w{true, false, false, gender, Number::singular, false, {}};
    if (!states.empty()) {
      if (is_named_before_verb(tree, token)) return;
      // "le dirigeant nord-coréen": the person of that state that was said last; a leader is no mere citizen of it.
      const bool leads = knowledge_.names.find_office(tree.text(token)) != nullptr &&
                         entity(states[0].entity).kind == ActorKind::country;
      for (std::size_t i = salient_.size(); i-- > 0;) {
        const Salient& s = salient_[i];
        if (!fits(entity(s.entity), w) || (s.sentence == current_ && s.token >= token)) continue;
        const bool of_state =
            std::any_of(holders_.begin(), holders_.end(),
                        [&](const Holder& h) { return h.person == s.entity && h.state == states[0].entity; }) ||
            (!entity(s.entity).iso.empty() && entity(s.entity).iso == entity(states[0].entity).iso &&
             (!leads || state_of(s.entity) != no_entity));
        if (of_state) {
          out.push_back({s.entity, token, false});
          return;
        }
      }
      return;
    }
    if (const EntityId id = most_salient(token, w); id != no_entity) out.push_back({id, token, false});
  }
}

/// "une délégation turque conduite par Mevlut Demir", "l'équipe, composée de A, B et C, …", "une coalition menée par la
/// Turquie": those named.
bool Discourse::resolve_delegation(const Tree& tree, TokenIndex token, Actors& out) {
  if (!knowledge_.reference.delegations.contains(tree.token(token).lemma)) return false;
  for (TokenIndex c : Children(tree, token)) {
    if (!knowledge_.reference.leads.contains(tree.token(c).lemma) ||
        tree.token(c).morphology.verb_form != language::VerbForm::past_participle ||
        tree.dependency(c) != Dependency::acl) {
      continue;
    }
    for (TokenIndex g : Children(tree, c)) {
      const std::string_view p = preposition_of(tree, g);
      if (g < c || (tree.dependency(g) != Dependency::obl_agent && p != "par" && p != "de")) continue;
      const Actors named = resolve(tree, g);
      out.insert(out.end(), named.begin(), named.end());
    }
  }
  std::erase_if(out, [&](const Actor& a) { return entity(a.entity).kind == ActorKind::place; });
  return !out.empty();
}

/// "la résolution adoptée par le Sénat": the author, by de, adjective, a participle's agent, or as the
/// subject of the verb that issues it.
bool Discourse::resolve_document(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  if (!knowledge_.reference.documents.contains(tree.token(token).lemma)) return false;
  states_of_group(tree, token, out, depth + 1);
  for (TokenIndex c : Children(tree, token)) {
    if (!out.empty() || tree.dependency(c) != Dependency::acl) continue;
    for (TokenIndex g : Children(tree, c)) {
      if (tree.dependency(g) == Dependency::obl_agent || preposition_of(tree, g) == "par") {
        resolve_single(tree, g, out, depth + 1);
      }
    }
  }
  const TokenIndex verb = tree.head(token);
  if (out.empty() && verb != no_token && tree.dependency(token) == Dependency::obj &&
      tree.has_child(token, Dependency::acl) && knowledge_.reference.issues.contains(tree.token(verb).lemma)) {
    const TokenIndex author = deep_subject(tree, verb, knowledge_);
    if (author != no_token && author != token) resolve_single(tree, author, out, depth + 1);
  }
  if (out.size() > 1) out.resize(1);
  return !out.empty();
}

/// "le gouvernement turc", "les autorités russes", "l'armée de la RDC"; "le gouvernement" alone is the state whose
/// government was said before or that the article is about.
bool Discourse::resolve_state_word(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  const language::LemmaId lemma = tree.token(token).lemma;
  const auto& words = knowledge_.reference;
  const bool plural = tree.token(token).morphology.number == Number::plural;
  if (plural ? words.fighters.contains(lemma) : words.delegations.contains(lemma)) {
    Actors groups;
    states_of_group(tree, token, groups, depth + 1);
    std::erase_if(groups, [&](const Actor& a) { return entity(a.entity).kind != ActorKind::organisation; });
    if (groups.size() == 1) out.push_back({groups[0].entity, token, false});
    if (groups.size() == 1) return true;
  }
  if (!words.state.contains(lemma)) return false;
  if (words.state_plural_only.contains(lemma) && !plural) return false;
  Actors states;
  states_of_group(tree, token, states, depth + 1);
  for (const Actor& s : states) {
    if (entity(s.entity).kind == ActorKind::country) out.push_back({s.entity, token, words.weak_state.contains(lemma)});
    if (!out.empty()) break;
  }
  if (out.empty()) resolve_home_word(tree, token, out, depth);
  return !out.empty();
}

bool Discourse::resolve_country_word(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  if (!knowledge_.reference.country.contains(tree.token(token).lemma)) return false;
  if (tree.token(token).morphology.number == Number::plural) return false;
  // In "le chef de l'Etat" the state is part of the office's name.
  const TokenIndex above = tree.head(token);
  if (above != no_token && tree.dependency(token) == Dependency::nmod &&
      knowledge_.names.find_office(tree.text(above)) != nullptr) {
    return false;
  }
  const TokenIndex det = tree.child(token, Dependency::det);
  const TokenIndex preposition = tree.child(token, Dependency::case_);
  const bool contracted = preposition != no_token && (tree.text(preposition) == "du" || tree.text(preposition) == "au");
  if (det == no_token && !contracted) return false;
  const std::string_view d = det == no_token ? std::string_view("le") : tree.lemma(det);
  if (d == "son" || d == "leur") {
    Actors possessors;
    resolve_possessor(tree, det, possessors);
    if (possessors.empty()) {  // "le président turc … son pays": nobody is named, but his state is
      TokenIndex up = tree.head(token);
      while (up != no_token && tree.word_class(up) != WordClass::verb) up = tree.head(up);
      const TokenIndex subject = up == no_token ? no_token : surface_subject(tree, up, knowledge_);
      if (subject == no_token || knowledge_.names.find_office(tree.text(subject)) == nullptr) return false;
      Actors own;
      states_of_group(tree, subject, own, depth + 1);
      if (own.size() != 1 || entity(own[0].entity).kind != ActorKind::country) return false;
      out.push_back({own[0].entity, token, false});
      return true;
    }
    if (possessors.size() != 1) return false;
    const auto& e = entity(possessors[0].entity);
    const EntityId state = e.kind == ActorKind::country ? no_entity : state_of(possessors[0].entity);
    if (state != no_entity) out.push_back({state, token, false});
    return state != no_entity;
  }
  if (d != "le" && d != "ce") return false;
  Actors inside;
  states_of_group(tree, token, inside, depth + 1);
  if (!inside.empty() || tree.has_child(token, Dependency::nmod) || tree.has_child(token, Dependency::acl_relcl)) {
    return false;
  }
  Wanted w{false, true, false, Gender::none, Number::none, false, {}};
  if (above != no_token && is_verbal(tree, above) && tree.dependency(token) != Dependency::nsubj &&
      tree.dependency(token) != Dependency::nsubj_pass) {
    const TokenIndex subject = surface_subject(tree, above, knowledge_);
    Actors own;
    if (subject != no_token && subject != token) resolve_single(tree, subject, own, depth + 1);
    for (const Actor& a : own) w.except.push_back(a.entity);
    // "A, partenaire de B, a appelé le pays à …": the one other state of the sentence.
    if (!own.empty() && candidates_in_sentence(token, w) == 1) {
      for (std::size_t i = salient_.size(); i-- > 0 && salient_[i].sentence == current_;) {
        if (salient_[i].token >= token || !fits(entity(salient_[i].entity), w)) continue;
        out.push_back({salient_[i].entity, token, false});
        return true;
      }
    }
  }
  if (const EntityId id = most_salient(token, w); id != no_entity) {
    out.push_back({id, token, false});
    return true;
  }
  return false;
}

/// "… d'Iran, d'Irak et de Syrie, trois pays dans lesquels elle se rend": the states listed right before the comma.
bool Discourse::resolve_list_before(const Tree& tree, TokenIndex token, Actors& out) {
  if (!knowledge_.reference.country.contains(tree.token(token).lemma)) return false;
  TokenIndex t = token;
  bool counted = false;
  while (t > 0 && tree.text(static_cast<TokenIndex>(t - 1)) != ",") {
    const WordClass w = tree.word_class(static_cast<TokenIndex>(t - 1));
    if (w != WordClass::numeral && w != WordClass::determiner && w != WordClass::adjective) return false;
    counted = counted || w == WordClass::numeral;
    --t;
  }
  if (t == 0 || !counted) return false;
  --t;
  while (t > 0) {
    const Mention* m = tree.mention(static_cast<TokenIndex>(t - 1));
    if (m == nullptr || m->entity == no_entity || entity(m->entity).kind != ActorKind::country ||
        m->form == MentionForm::demonym_adjective) {
      break;
    }
    out.push_back({m->entity, token, false});
    t = m->begin;
    while (t > 0 && (tree.word_class(static_cast<TokenIndex>(t - 1)) == WordClass::determiner ||
                     tree.word_class(static_cast<TokenIndex>(t - 1)) == WordClass::preposition)) {
      --t;
    }
    if (t == 0 ||
        (tree.text(static_cast<TokenIndex>(t - 1)) != "," && tree.text(static_cast<TokenIndex>(t - 1)) != "et"))
      break;
    --t;
  }
  if (out.size() < 2) out.clear();
  std::reverse(out.begin(), out.end());
  return !out.empty();
}

/// "les deux pays", "les trois dirigeants": as many as were joined last, else for two the last two at hand.
bool Discourse::resolve_count(const Tree& tree, TokenIndex token, Actors& out) {
  const language::LemmaId lemma = tree.token(token).lemma;
  const bool states = knowledge_.reference.pair_of_states.contains(lemma);
  const bool persons = knowledge_.reference.pair_of_persons.contains(lemma);
  if (!states && !persons) return false;
  std::size_t count = 0;
  for (TokenIndex c : Children(tree, token)) {
    const int n = knowledge_.quantities.number_words().get(utf8::fold(tree.text(c)), 0);
    if (n > 1 && n < 7) count = static_cast<std::size_t>(n);
    if (tree.dependency(c) == Dependency::nmod || tree.mention(c) != nullptr) return false;
  }
  const TokenIndex det = tree.child(token, Dependency::det);
  if (count == 0 || det == no_token || (tree.lemma(det) != "le" && tree.lemma(det) != "ce")) return false;
  const bool countries_only = knowledge_.reference.country.contains(lemma);
  const auto wanted = [&](EntityId id) {
    const ActorKind kind = entity(id).kind;
    const bool state = kind == ActorKind::country || (kind == ActorKind::organisation && !countries_only);
    return (state && states) || (kind == ActorKind::person && persons && !states);
  };
  for (std::size_t i = groups_.size(); i-- > 0;) {
    const Group& group = groups_[i];
    if (current_ - group.sentence > 2) break;
    if ((group.sentence == current_ && group.token >= token) || group.members.size() != count ||
        !std::all_of(group.members.begin(), group.members.end(), wanted)) {
      continue;
    }
    for (const EntityId id : group.members) out.push_back({id, token, false});
    return true;
  }
  if (count != 2) return true;
  for (std::size_t i = salient_.size(); i-- > 0 && out.size() < 2;) {
    const Salient& s = salient_[i];
    if (current_ - s.sentence > 4) break;
    if (s.sentence == current_ && s.token >= token) continue;
    // Two of a kind: a state and a university are no "deux camps".
    const auto same = [&](const Actor& a) {
      return a.entity == s.entity || entity(a.entity).kind != entity(s.entity).kind;
    };
    if (wanted(s.entity) && std::none_of(out.begin(), out.end(), same)) out.push_back({s.entity, token, false});
  }
  // A third one may be meant as well.
  const bool more = std::any_of(salient_.rbegin(), salient_.rend(), [&](const Salient& s) {
    return !out.empty() && current_ - s.sentence <= 1 && (s.sentence < current_ || s.token < token) &&
           wanted(s.entity) && entity(s.entity).kind == entity(out[0].entity).kind &&
           std::none_of(out.begin(), out.end(), [&](const Actor& a) { return a.entity == s.entity; });
  });
  if (out.size() != 2 || more) out.clear();
  std::reverse(out.begin(), out.end());
  return true;
}

/// "la Française Anna Pappas", "Anna Pappas, une Française": the name of the person from the state; null if there is
/// none.
const Mention* Discourse::name_beside(const Tree& tree, const Mention& m) const {
  const auto is_name = [&](const Mention* name) {
    return name != nullptr && name->entity != no_entity && entity(name->entity).kind == ActorKind::person;
  };
  const Mention* behind = m.end < tree.size() ? tree.mention(m.end) : nullptr;
  if (is_name(behind) && behind->begin == m.end) return behind;
  if (m.begin < 3 || tree.text(static_cast<TokenIndex>(m.begin - 2)) != ",") return nullptr;
  const Mention* before = tree.mention(static_cast<TokenIndex>(m.begin - 3));
  return is_name(before) && before->end + 2 == m.begin ? before : nullptr;
}

}  // namespace depeche::extract
