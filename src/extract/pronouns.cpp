#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"
#include "extract/support.hpp"

namespace depeche::extract {

using language::Gender;
using language::Number;
using recognise::EntityId;
using recognise::no_entity;

namespace {

/// True if a plural before `end` denotes somebody or something without a name: "leur" may be theirs.
bool has_plural_noun(const Tree& tree, TokenIndex end, const Knowledge& knowledge) {
  for (TokenIndex t = 0; t < end; ++t) {
    const language::Token& token = tree.token(t);
    if (token.word_class == language::WordClass::noun && token.morphology.number == Number::plural &&
        tree.mention(t) == nullptr && !knowledge.reference.time_nouns.contains(token.lemma))
      return true;
  }
  return false;
}

/// The subject of the verb of saying whose content the pronoun is the subject of; no_token if it is not in such a
/// clause.
TokenIndex subject_of_saying(const Tree& tree, TokenIndex pronoun, const Knowledge& knowledge) {
  TokenIndex verb = tree.head(pronoun);
  while (verb != no_token && tree.dependency(verb) == language::Dependency::xcomp) verb = tree.head(verb);
  if (verb == no_token || tree.dependency(verb) != language::Dependency::ccomp) return no_token;
  const TokenIndex saying = tree.head(verb);
  if (saying == no_token || saying > pronoun || !is_verbal(tree, saying)) return no_token;
  const mapping::Governor* g = find_governor(tree, saying, verb, knowledge);
  return g != nullptr && g->implication == mapping::Implication::said ? surface_subject(tree, saying, knowledge)
                                                                      : no_token;
}

/// In "livrer à Rome des armes dont elle a besoin" Rome: what the giving verb above the relative clause names with à.
TokenIndex receiver_in_need(const Tree& tree, TokenIndex pronoun) {
  const TokenIndex verb = tree.head(pronoun);
  if (verb == no_token || tree.dependency(verb) != language::Dependency::acl_relcl || tree.head(verb) == no_token)
    return no_token;
  bool need = false, dont = false;
  for (TokenIndex c : Children(tree, verb)) {
    need = need || tree.lemma(c) == "besoin";
    dont = dont || tree.lemma(c) == "dont";
  }
  const TokenIndex giving = tree.head(tree.head(verb));
  if (!need || !dont || giving == no_token || !is_verbal(tree, giving)) return no_token;
  for (TokenIndex c : Children(tree, giving)) {
    if (preposition_of(tree, c) == "à" && tree.mention(c) != nullptr) return c;
  }
  return no_token;
}

/// In "Demir a reçu Pappas, qu'il a félicité" Demir: who acts above the relative clause that the pronoun is the subject
/// of, if the clause is about a name; no_token otherwise.
TokenIndex acting_above_relative(const Tree& tree, TokenIndex pronoun, const Knowledge& knowledge) {
  using language::Dependency;
  const TokenIndex verb = tree.head(pronoun);
  if (verb == no_token || tree.dependency(verb) != Dependency::acl_relcl) return no_token;
  for (TokenIndex c : Children(tree, verb)) {
    if (utf8::folds_to(tree.text(c), "ou")) return no_token;  // "la visite de Demir à Rome, où il a dit": Demir
  }
  const TokenIndex name = tree.head(verb);
  TokenIndex above = name;
  while (above != no_token && !is_verbal(tree, above)) above = tree.head(above);
  if (above == no_token || above > pronoun) return no_token;
  const TokenIndex subject = surface_subject(tree, above, knowledge);
  return subject == no_token || subject > name || tree.dominates(subject, name) ? no_token : subject;
}

/// "Demir, qu'il accuse", "Demir, dont elle dénonce la politique": another than Demir.
void except_antecedent(const Tree& tree, TokenIndex pronoun, std::vector<EntityId>& except) {
  TokenIndex verb = tree.head(pronoun);
  while (verb != no_token && tree.dependency(verb) == language::Dependency::xcomp) verb = tree.head(verb);
  if (verb == no_token || tree.dependency(verb) != language::Dependency::acl_relcl) return;
  const TokenIndex noun = tree.head(verb);
  TokenIndex behind = tree.begin_of(verb);  // of the name
  if (noun == no_token || noun > pronoun || behind == 0) return;
  if (tree.text(behind) != "," && tree.text(static_cast<TokenIndex>(behind - 1)) == ",") --behind;
  for (const recognise::Mention& m : tree.mentions()) {
    if (m.end == behind && m.entity != no_entity) except.push_back(m.entity);
  }
}

/// "l'a accusée": the participle agrees with the object before it; none if there is no participle with avoir.
Gender gender_by_agreement(const Tree& tree, TokenIndex verb) {
  if (verb == no_token || tree.token(verb).morphology.verb_form != language::VerbForm::past_participle)
    return Gender::none;
  return tree.has_child(verb, language::Dependency::aux_tense) ? tree.token(verb).morphology.gender : Gender::none;
}

}  // namespace

/// "a appelé Demir, l'exhortant à …", "s'en est pris à Demir en l'accusant": the one on whom the verb above a present
/// participle acts, else the only one named in between, if he fits; no_entity otherwise.
EntityId Discourse::acted_on_above(const Tree& tree, TokenIndex participle, const Wanted& wanted, bool accusative) {
  using language::Dependency;
  if (participle == no_token) return no_entity;
  // "s'est entretenu avec Demir et l'a remercié": one subject, so one whom both are done to.
  const bool joined = tree.dependency(participle) == Dependency::conj && is_finite_group(tree, participle) &&
                      !tree.has_child(participle, Dependency::nsubj) &&
                      !tree.has_child(participle, Dependency::nsubj_pass);
  if (!joined && tree.token(participle).morphology.verb_form != language::VerbForm::present_participle)
    return no_entity;
  const TokenIndex above = tree.head(participle);
  if (above == no_token || above > participle || !is_verbal(tree, above)) return no_entity;
  EntityId found = no_entity;
  for (TokenIndex c : Children(tree, above)) {
    const Dependency d = tree.dependency(c);
    const bool with = joined && d == Dependency::obl_mod && preposition_of(tree, c) == "avec";
    if (c < above || c > participle ||
        (d != Dependency::obj && d != Dependency::iobj && d != Dependency::obl_arg && !with))
      continue;
    const Actors actors = resolve(tree, c);
    if (actors.size() != 1 || !fits(entity(actors[0].entity), wanted)) continue;
    if (found != no_entity) return no_entity;
    found = actors[0].entity;
  }
  if (found != no_entity || !accusative || joined) return found;
  // "ont rompu leurs liens avec le Qatar, l'accusant de …": the only one named between
  const Actors subjects = resolve(tree, surface_subject(tree, above, knowledge_));
  for (const recognise::Mention& m : tree.mentions()) {
    const bool between = m.begin > above && m.end <= participle && m.entity != no_entity && !tree.token(m.begin).quoted;
    if (!between || preposition_of(tree, tree.head_of(m)) == "de" || !fits(entity(m.entity), wanted) ||
        m.entity == found)
      continue;
    const auto same = [&](const Actor& a) { return a.entity == m.entity; };
    if (std::any_of(subjects.begin(), subjects.end(), same)) continue;
    if (found != no_entity) return no_entity;
    found = m.entity;
  }
  return found;
}

/// Pronouns take the most salient entity that agrees; first persons inside quotation marks are the speaker.
void Discourse::resolve_pronoun(const Tree& tree, TokenIndex token, Actors& out) {
  for (const auto& [known, id] : resolved_) {
    if (known == token) out.push_back({id, token, false});
  }
  if (!out.empty()) return;
  std::string form = utf8::lower(tree.text(token));
  if (form == "ce") {
    const EntityId id = is_resuming(tree, token) ? sayer_resumed(tree, token) : no_entity;
    if (id != no_entity) out.push_back({id, token, false});
    return;
  }
  if (form.starts_with('-')) form.erase(0, 1);
  if (form.starts_with("t-")) form.erase(0, 2);
  if (form.starts_with("t'")) form.erase(0, 2);
  Wanted w;
  if (form == "il" || form == "celui-ci" || form == "le") {
    w = {true, true, true, Gender::masculine, Number::singular, false, {}};
  } else if (form == "elle" || form == "celle-ci" || form == "la") {
    w = {true, true, true, Gender::feminine, Number::singular, false, {}};
  } else if (form == "ils" || form == "eux" || form == "ceux-ci") {
    w = {true, true, true, Gender::masculine, Number::plural, false, {}};
  } else if (form == "elles" || form == "celles-ci") {
    w = {true, true, true, Gender::feminine, Number::plural, false, {}};
  } else if (form == "lui" || form == "l'" || form == "l’") {
    w = {true, true, true, Gender::none, Number::singular, false, {}};
  } else if (form == "leur" || form == "les") {
    w = {true, true, true, Gender::none, Number::plural, false, {}};
  } else if (form == "je" || form == "j'" || form == "j’" || form == "moi" || form == "me" || form == "m'") {
    if (!tree.token(token).quoted) return;
    if (const EntityId id = speaker(tree, token); id != no_entity) out.push_back({id, token, false});
    return;
  } else {
    return;
  }
  w.of_pronoun = true;
  const bool object =
      form == "le" || form == "la" || form == "les" || form == "l'" || form == "l’" || form == "lui" || form == "leur";
  // An object clitic is hardly ever the subject of its own clause.
  if (object) {
    TokenIndex verb = tree.head(token);
    Actors own;
    if (verb != no_token) {
      const TokenIndex s = surface_subject(tree, verb, knowledge_);
      if (s != no_token && s != token && s < token) own = resolve(tree, s);
    }
    for (const Actor& a : own) w.except.push_back(a.entity);
    if (form == "l'" || form == "l’") w.gender = gender_by_agreement(tree, verb);
    if (const EntityId id = acted_on_above(tree, verb, w, form != "lui" && form != "leur"); id != no_entity)
      return out.push_back({id, token, false});
    if (const EntityId id = most_salient(token, w); id != no_entity) out.push_back({id, token, false});
    return;
  }
  except_antecedent(tree, token, w.except);
  // "X a livré à Y des armes dont elle a besoin": either, so neither.
  bool relative = false;
  for (TokenIndex up = tree.head(token); up != no_token; up = tree.head(up)) {
    relative = relative || tree.dependency(up) == language::Dependency::acl_relcl;
  }
  // "l'émissaire turc a indiqué qu'il rencontrerait …": he, even where nobody knows his name.
  if (const TokenIndex speaker_token = subject_of_saying(tree, token, knowledge_); speaker_token != no_token) {
    const auto& m = tree.token(speaker_token).morphology;
    const bool agrees = (m.gender == Gender::none || w.gender == Gender::none || m.gender == w.gender) &&
                        (m.number == Number::none || w.number == Number::none || m.number == w.number);
    if (agrees && tree.mention(speaker_token) == nullptr &&
        tree.word_class(speaker_token) == language::WordClass::noun) {
      resolve_single(tree, speaker_token, out, 1);
      return;
    }
  }
  if (w.number == Number::plural) {
    // "Demir et Pappas se sont vus. Ils …": the subjects joined in this or the sentence before.
    for (std::size_t i = groups_.size(); i-- > 0;) {
      const Group& group = groups_[i];
      if (current_ - group.sentence > 1) break;
      if (!group.subject || (group.sentence == current_ && group.token >= token)) continue;
      for (const EntityId id : group.members) out.push_back({id, token, false});
      return;
    }
  }
  // "livre à Rome des armes dont elle a besoin": who gets them needs them.
  if (relative) {
    if (const TokenIndex receiver = receiver_in_need(tree, token); receiver != no_token) {
      Actors actors;
      resolve_single(tree, receiver, actors, 1);
      if (actors.size() == 1 && fits(entity(actors[0].entity), w)) {
        out.push_back({actors[0].entity, token, false});
        return;
      }
    }
  }
  if (const TokenIndex acting = relative ? acting_above_relative(tree, token, knowledge_) : no_token;
      acting != no_token) {
    const Actors actors = resolve_alone(tree, acting);
    const bool person = actors.size() == 1 && entity(actors[0].entity).kind == recognise::ActorKind::person;
    if (person && fits(entity(actors[0].entity), w)) return out.push_back({actors[0].entity, token, false});
  }
  if (relative && candidates_in_sentence(token, w) > 1) {
    Wanted person = w;
    person.country = person.organisation = false;
    if (candidates_in_sentence(token, person) != 1) return;
    w = person;
  }
  if (const EntityId id = most_salient(token, w); id != no_entity) out.push_back({id, token, false});
}

std::size_t Discourse::candidates_in_sentence(TokenIndex token, const Wanted& wanted) const {
  std::vector<EntityId> found;
  for (std::size_t i = salient_.size(); i-- > 0 && salient_[i].sentence == current_;) {
    const Salient& s = salient_[i];
    if (s.token < token && fits(entity(s.entity), wanted) &&
        std::find(found.begin(), found.end(), s.entity) == found.end()) {
      found.push_back(s.entity);
    }
  }
  return found.size();
}

/// "l'Italie et son ministre", "de Rome et de ses alliés": who is joined by "et" with what is his.
EntityId Discourse::joined_owner(const Tree& tree, TokenIndex determiner) const {
  using language::Dependency;
  using language::WordClass;
  const auto before = [](TokenIndex t) { return static_cast<TokenIndex>(t - 1); };
  // "… en Italie et son ministre a parlé": a clause of its own.
  const TokenIndex noun = tree.head(determiner);
  if (noun == no_token || tree.dependency(noun) == Dependency::nsubj ||
      tree.dependency(noun) == Dependency::nsubj_pass) {
    return no_entity;
  }
  TokenIndex t = determiner;
  std::string_view preposition;
  if (t > 0 && tree.word_class(before(t)) == WordClass::preposition) preposition = tree.lemma(--t);
  if (t < 2 || tree.text(before(t)) != "et") return no_entity;
  const TokenIndex name = static_cast<TokenIndex>(t - 2);
  const recognise::Mention* const owner = tree.mention(name);
  if (owner == nullptr || owner->end != t - 1 || !is_name(tree, name) || owner->entity == no_entity) return no_entity;
  TokenIndex head = owner->begin;
  while (head > 0 && tree.word_class(before(head)) == WordClass::determiner) --head;
  if (!preposition.empty() && (head == 0 || tree.lemma(before(head)) != preposition)) return no_entity;
  return entity(owner->entity).kind == recognise::ActorKind::place ? no_entity : owner->entity;
}

/// "son", "leur": the subject of the clause before the determiner, else the most salient subject.
void Discourse::resolve_possessor(const Tree& tree, TokenIndex determiner, Actors& out) {
  const std::string_view lemma = tree.lemma(determiner);
  const std::string form = utf8::lower(tree.text(determiner));
  if (lemma == "notre" || form == "nos" || lemma == "mon" || form == "mon" || form == "ma" || form == "mes") {
    if (!tree.token(determiner).quoted) return;
    if (const EntityId id = speaker(tree, determiner); id != no_entity) out.push_back({id, determiner, false});
    return;
  }
  if (lemma == "ce" || lemma == "le") {  // "ces propos", "cette décision", "la décision de partir"
    const TokenIndex noun = tree.head(determiner);
    const bool act = noun != no_token && knowledge_.reference.acts.contains(tree.token(noun).lemma);
    const EntityId id = act ? doer_before(tree, determiner) : sayer_before(tree, determiner);
    if (id != no_entity) out.push_back({id, determiner, false});
    return;
  }
  const bool plural = form == "leur" || form == "leurs";
  if (!plural && form != "son" && form != "sa" && form != "ses") return;
  if (const EntityId owner = plural ? no_entity : joined_owner(tree, determiner); owner != no_entity) {
    out.push_back({owner, determiner, false});
    return;
  }
  for (TokenIndex up = tree.head(determiner); up != no_token; up = tree.head(up)) {
    // "le déplacement du président turc depuis sa visite à Rome"
    for (TokenIndex c : Children(tree, up)) {
      if (plural || c >= determiner || c < up || tree.dependency(c) != language::Dependency::nmod ||
          preposition_of(tree, c) != "de")
        continue;
      Actors owners = resolve(tree, c);
      if (owners.size() != 1 || entity(owners[0].entity).kind != recognise::ActorKind::person) continue;
      out.push_back({owners[0].entity, determiner, false});
      return;
    }
    if (tree.word_class(up) != language::WordClass::verb) continue;
    const TokenIndex s = surface_subject(tree, up, knowledge_);
    if (s == no_token || tree.dominates(s, determiner)) continue;
    Actors actors = resolve(tree, s);
    if (actors.empty() && tree.word_class(s) == language::WordClass::pronoun) return;  // open, so the possessor is too
    // "aucun pays ne doit offrir à Mevlut Demir de quoi mener sa guerre": not nobody's, so his.
    const TokenIndex quantifier = tree.child(s, language::Dependency::det);
    if (actors.empty() && !plural && quantifier != no_token && tree.lemma(quantifier) == "aucun") {
      const Wanted anybody{true, true, true, Gender::none, Number::singular, false, {}};
      if (candidates_in_sentence(determiner, anybody) != 1) return;
      for (std::size_t i = salient_.size(); i-- > 0 && salient_[i].sentence == current_;) {
        if (salient_[i].token >= determiner || !fits(entity(salient_[i].entity), anybody)) continue;
        out.push_back({salient_[i].entity, determiner, false});
        return;
      }
    }
    if (actors.empty()) continue;
    if (plural == (actors.size() > 1 || entity(actors[0].entity).number == Number::plural)) {
      for (Actor& a : actors) {
        a.token = determiner;
        out.push_back(a);
      }
      return;
    }
  }
  for (std::size_t i = groups_.size(); plural && i-- > 0;) {
    const Group& group = groups_[i];
    if (current_ - group.sentence > 2) break;
    if (!group.subject || (group.sentence == current_ && group.token >= determiner)) continue;
    for (const EntityId id : group.members) out.push_back({id, determiner, false});
    return;
  }
  if (plural && !has_plural_noun(tree, determiner, knowledge_)) {
    // "Mevlut Demir a parlé à Anna Kovacs lors de leur entretien": the two persons, or states, of the sentence
    Actors named;
    for (const Salient& s : salient_) {
      const auto same = [&](const Actor& a) { return a.entity == s.entity; };
      if (s.sentence == current_ && s.token < determiner && std::none_of(named.begin(), named.end(), same))
        named.push_back({s.entity, determiner, false});
    }
    for (const auto kind : {recognise::ActorKind::person, recognise::ActorKind::country}) {
      const auto of_kind = [&](const Actor& a) { return entity(a.entity).kind == kind; };
      if (std::count_if(named.begin(), named.end(), of_kind) != 2) continue;
      std::copy_if(named.begin(), named.end(), std::back_inserter(out), of_kind);
      return;
    }
  }
  Wanted w{true, true, true, Gender::none, plural ? Number::plural : Number::singular, true, {}, true};
  if (const EntityId id = most_salient(determiner, w); id != no_entity) out.push_back({id, determiner, false});
}

EntityId Discourse::other_possessor(TokenIndex determiner, const Actors& taken, bool states_only) const {
  for (std::size_t i = salient_.size(); i-- > 0 && salient_[i].sentence == current_;) {
    const Salient& s = salient_[i];
    if (s.token >= determiner || entity(s.entity).kind == recognise::ActorKind::person) continue;
    if (states_only && entity(s.entity).kind != recognise::ActorKind::country) continue;
    const auto same = [&](const Actor& a) { return a.entity == s.entity; };
    if (std::none_of(taken.begin(), taken.end(), same)) return s.entity;
  }
  return no_entity;
}

EntityId Discourse::possessor_before(TokenIndex determiner, const Actors& taken) const {
  Wanted wanted{false, true, true, Gender::none, Number::singular, true, {}};
  for (const Actor& a : taken) wanted.except.push_back(a.entity);
  if (theme_ != no_entity && fits(entity(theme_), wanted)) return theme_;
  return most_salient(determiner, wanted);
}

}  // namespace depeche::extract
