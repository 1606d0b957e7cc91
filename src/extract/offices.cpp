#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using recognise::ActorKind;
using recognise::EntityId;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

/// The words of an office group that make its name, folded: "premier ministre", "ministre des affaires etrangeres".
std::string Discourse::office_phrase(const Tree& tree, TokenIndex token) const {
  std::string phrase;
  if (token > 0 && utf8::fold(tree.text(static_cast<TokenIndex>(token - 1))).starts_with("premier"))
    phrase = "premier ";
  for (TokenIndex t = token; t < tree.size() && t < token + 9; ++t) {
    if (const Mention* m = tree.mention(t); m != nullptr) {
      if (m->form == MentionForm::demonym_adjective) continue;
      break;
    }
    const WordClass w = tree.word_class(t);
    if (w == WordClass::punctuation || w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::pronoun ||
        w == WordClass::adverb) {
      break;
    }
    if (t > token && w == WordClass::preposition && tree.lemma(t) != "de" && tree.lemma(t) != "à") break;
    if (w == WordClass::coordinator && t + 1 < tree.size() &&
        tree.word_class(static_cast<TokenIndex>(t + 1)) == WordClass::determiner) {
      break;
    }
    if (!phrase.empty() && phrase.back() != ' ' && phrase.back() != '\'') phrase += ' ';
    phrase += utf8::fold(tree.text(t));
  }
  if (is_ex(phrase)) phrase.erase(0, 3);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view tail : {" de", " du", " la", " des", " le", " l'", " a", " au"}) {
      if (phrase.ends_with(tail)) {
        phrase.resize(phrase.size() - tail.size());
        cut = true;
      }
    }
  }
  return phrase;
}

/// True if the phrase may be said of a known office. "le président du jury" is not the known "président": only set
/// complements ("de la République") leave a head of state what he is.
bool Discourse::names_office(std::string_view phrase, std::string_view known) const {
  if (!knowledge_.reference.same_office(known, phrase)) return false;
  if (!phrase.starts_with(known) || known.find(' ') != std::string_view::npos) return true;
  if (!knowledge_.reference.has_class(known)) return true;
  const std::string_view rest = phrase.substr(known.size());
  const auto has = [&](std::string_view de) { return rest.find(de) != std::string_view::npos; };
  if (!has(" de ") && !has(" du ") && !has(" des ") && !has(" d'")) return true;
  const auto begins = [&](const std::string& full) { return full.size() > known.size() && phrase.starts_with(full); };
  const auto& classes = knowledge_.reference.office_classes;
  return std::any_of(classes.begin(), classes.end(),
                     [&](const auto& list) { return std::any_of(list.begin(), list.end(), begins); });
}

EntityId Discourse::jurisdiction_of(EntityId person, std::string_view office) const {
  const std::string folded = utf8::fold(office);
  if (const std::int32_t row = entity(person).lexicon_row; row >= 0) {
    for (const auto& o : knowledge_.names.rows()[static_cast<std::size_t>(row)].offices) {
      const bool same = names_office(folded, utf8::fold(o.office)) ||
                        (knowledge_.reference.same_office(folded, utf8::fold(o.office)) &&
                         folded.find(utf8::fold(o.jurisdiction)) != std::string::npos);
      if (!same) continue;
      for (EntityId id = 0; id < mentions_.entities.size(); ++id) {
        const auto& e = mentions_.entities[id];
        if ((e.kind == ActorKind::country && e.iso == o.jurisdiction) ||
            (e.kind == ActorKind::organisation && e.label == o.jurisdiction)) {
          return id;
        }
      }
    }
  }
  for (const Holder& h : holders_) {
    if (h.person == person && h.state != no_entity && !h.from_there &&
        knowledge_.reference.same_office(h.office, folded))
      return h.state;
  }
  return no_entity;
}

/// The one state that this person presides over or governs, by the article or the lexicon.
EntityId Discourse::state_governed_by(EntityId person) const {
  EntityId found = no_entity;
  for (const Holder& h : holders_) {
    const std::string_view noun = std::string_view(h.office).substr(0, h.office.find(' '));
    if (h.person != person || h.state == no_entity || h.from_there ||
        (noun != "president" && noun != "premier" && noun != "chancelier" && noun != "chanceliere")) {
      continue;
    }
    if (found != no_entity && found != h.state) return no_entity;
    found = h.state;
  }
  if (found != no_entity) return found;
  for (const std::string_view office : {"président", "premier ministre"}) {
    const bool then = in_office(person, office) || says_year_of(person, office);
    const EntityId state = then ? jurisdiction_of(person, office) : no_entity;
    if (state != no_entity && entity(state).kind == ActorKind::country) return state;
  }
  return no_entity;
}

EntityId Discourse::state_of(EntityId person) const {
  if (entity(person).kind == ActorKind::country) return person;
  for (const Holder& h : holders_) {
    if (h.person == person && h.state != no_entity && entity(h.state).kind == ActorKind::country) return h.state;
  }
  if (entity(person).iso.empty()) return no_entity;
  for (EntityId id = 0; id < mentions_.entities.size(); ++id) {
    if (mentions_.entities[id].kind == ActorKind::country && mentions_.entities[id].iso == entity(person).iso)
      return id;
  }
  return no_entity;
}

/// True if the lexicon gives the person offices, and none of this kind ("ministre de …" where it is "ministre des …").
bool Discourse::has_other_office(EntityId person, std::string_view office) const {
  const std::int32_t row = entity(person).lexicon_row;
  if (row < 0) return false;
  const auto& offices = knowledge_.names.rows()[static_cast<std::size_t>(row)].offices;
  const std::string_view head = office.substr(0, office.find(' '));
  return !offices.empty() && std::none_of(offices.begin(), offices.end(), [&](const auto& o) {
    const std::string folded = utf8::fold(o.office);
    return folded.starts_with(head) || knowledge_.reference.same_office(folded, office);
  });
}

/// "Le dirigeant de facto du pays, le prince X, a …"
bool Discourse::is_named_before_verb(const Tree& tree, TokenIndex description) const {
  for (TokenIndex t = static_cast<TokenIndex>(description + 1);
       t < tree.size() && tree.word_class(t) != WordClass::verb && tree.word_class(t) != WordClass::auxiliary &&
       tree.word_class(t) != WordClass::coordinator;
       ++t) {
    const Mention* m = tree.mention(t);
    if (m != nullptr && m->entity != no_entity && entity(m->entity).kind == ActorKind::person) return true;
  }
  return false;
}

/// "Anna Pappas n'a pas digéré la décision. La ministre grecque des Finances a dénoncé …": an office said of nobody yet
/// is that of the one person without an office who was the subject just before.
EntityId Discourse::described_by_office(const Tree& tree, TokenIndex token, const std::string& office,
                                        EntityId state) const {
  const TokenIndex det = tree.child(token, Dependency::det);
  if (det == no_token || tree.lemma(det) != "le" || tree.dependency(token) == Dependency::appos) return no_entity;
  if (name_behind(tree, token) != no_token || tree.has_child(token, Dependency::conj)) return no_entity;
  const TokenIndex next = static_cast<TokenIndex>(token + 1);
  if (next < tree.size() && tree.word_class(next) == WordClass::proper_noun) return no_entity;  // "le président Condé"
  if (state != no_entity && entity(state).kind != ActorKind::country) return no_entity;
  if (is_named_before_verb(tree, token)) return no_entity;
  EntityId found = no_entity;
  bool subject = false;
  for (std::size_t i = salient_.size(); i-- > 0;) {
    const Salient& s = salient_[i];
    if (current_ - s.sentence > 2) break;
    if (s.sentence == current_) continue;  // a holder beside another person is said with his name
    const recognise::Entity& e = entity(s.entity);
    if (e.kind != ActorKind::person) continue;
    if (state != no_entity && !e.iso.empty() && !entity(state).iso.empty() && e.iso != entity(state).iso) continue;
    const language::Gender gender = tree.token(token).morphology.gender;
    if (gender != language::Gender::none && e.gender != language::Gender::none && e.gender != gender) continue;
    const bool holds = std::any_of(holders_.begin(), holders_.end(),
                                   [&](const Holder& h) { return h.person == s.entity && !h.office.empty(); });
    if (holds || has_other_office(s.entity, office)) continue;
    if (found != no_entity && found != s.entity) return no_entity;
    found = s.entity;
    subject = subject || s.subject;
  }
  if (!subject) return no_entity;
  // He goes on acting; "ont renversé le président" may be about another, unless he is known to have been one.
  const Dependency d = tree.dependency(token);
  const bool acting = d == Dependency::nsubj || d == Dependency::nsubj_pass;
  return acting || jurisdiction_of(found, office) != no_entity ? found : no_entity;
}

bool Discourse::acts_for_state(const lexicon::OfficeNoun& noun) {
  return noun.of_state && (noun.type == "head-of-state" || noun.type == "head-of-government" ||
                           noun.type == "minister" || noun.type == "diplomat");
}

/// "le ministre turc s'est rendu à Rome" where the article names no such minister: his state acts. What is done to the
/// minister is not done to the state.
void Discourse::resolve_unnamed_holder(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  const auto* noun = knowledge_.names.find_office(tree.text(token));
  if (noun == nullptr || !acts_for_state(*noun) || tree.token(token).morphology.number == language::Number::plural)
    return;
  const TokenIndex det = tree.child(token, Dependency::det);
  if (det == no_token || tree.lemma(det) != "le" || tree.dependency(token) != Dependency::nsubj) return;
  for (TokenIndex c : Children(tree, token)) {
    if (tree.dependency(c) == Dependency::amod && knowledge_.cues.ended_adjectives.contains(tree.token(c).lemma))
      return;
  }
  if (name_behind(tree, token) != no_token) return;
  Actors states;
  states_of_group(tree, token, states, depth + 1);
  if (states.size() == 1 && entity(states[0].entity).kind == ActorKind::country)
    out.push_back({states[0].entity, token, false});
}

/// "les ministres turc, grec et bulgare", "deux diplomates russes", of whom nobody is named: their states.
bool Discourse::resolve_officials(const Tree& tree, TokenIndex token, Actors& out) {
  const auto* noun = knowledge_.names.find_office(tree.text(token));
  if (noun == nullptr || !acts_for_state(*noun) || tree.token(token).morphology.number != language::Number::plural)
    return false;
  const TokenIndex det = tree.child(token, Dependency::det);
  const bool counted = tree.has_child(token, Dependency::nummod);
  if (!counted && (det == no_token || (tree.lemma(det) != "le" && tree.lemma(det) != "ce"))) return false;
  TokenIndex t = static_cast<TokenIndex>(token + 1);
  for (; t < tree.size() && t < token + 14; ++t) {
    const Mention* m = tree.mention(t);
    if (m != nullptr && m->form == MentionForm::demonym_adjective && m->entity != no_entity) {
      out.push_back({m->entity, token, false});
      continue;
    }
    const WordClass w = tree.word_class(t);
    const bool part =
        m == nullptr && (tree.text(t) == "," || tree.text(t) == "et" || w == WordClass::adjective ||
                         w == WordClass::noun || w == WordClass::preposition || w == WordClass::determiner);
    if (!part) break;
  }
  if (t < tree.size() && is_name(tree, t)) out.clear();  // they are named
  return !out.empty();
}

/// "le maréchal", "l'ayatollah": the one person whom the article has named with that title before.
bool Discourse::resolve_rank(const Tree& tree, TokenIndex token, Actors& out) const {
  const TokenIndex det = tree.child(token, language::Dependency::det);
  const bool definite = det != no_token ? tree.lemma(det) == "le" : preposition_of(tree, token) != "";
  if (!definite || tree.token(token).morphology.number == language::Number::plural) return false;
  const std::string title = utf8::fold(tree.text(token));
  EntityId found = no_entity;
  for (std::uint32_t s = 0; s <= current_; ++s) {
    const auto& tokens = sentences_[s].tokens;
    for (const Mention& m : mentions_.by_sentence[s]) {
      if (!is_name(m) || m.begin == 0 || m.entity == no_entity || entity(m.entity).kind != ActorKind::person) continue;
      if (s == current_ && m.begin > token) continue;
      const bool inside = utf8::fold(language::text_of(article_.text, tokens[m.begin])) == title && m.end - m.begin > 1;
      if (!inside && utf8::fold(language::text_of(article_.text, tokens[m.begin - 1u])) != title) continue;
      if (found != no_entity && found != m.entity) return false;
      found = m.entity;
    }
  }
  if (found != no_entity) out.push_back({found, token, false});
  return found != no_entity;
}

/// False if the lexicon knows that the person holds such an office, but not when the article appeared.
bool Discourse::in_office(EntityId person, std::string_view office) const {
  const std::int32_t row = entity(person).lexicon_row;
  const article::PartialDate& day = article_.published;
  if (row < 0 || entity(person).kind != ActorKind::person || day.year == 0) return true;
  const std::string published = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  bool known = false;
  for (const auto& o : knowledge_.names.rows()[static_cast<std::size_t>(row)].offices) {
    if (!names_office(utf8::fold(office), utf8::fold(o.office))) continue;
    if ((o.from.empty() || o.from <= published) && (o.to.empty() || o.to >= published.substr(0, o.to.size())))
      return true;
    known = true;
  }
  return !known;
}

/// "avant de quitter le pouvoir en 1969": the sentence names a year in which the person held the office.
bool Discourse::says_year_of(EntityId person, std::string_view office) const {
  const std::int32_t row = entity(person).lexicon_row;
  if (row < 0) return false;
  for (const auto& o : knowledge_.names.rows()[static_cast<std::size_t>(row)].offices) {
    if (!names_office(utf8::fold(office), utf8::fold(o.office)) || o.from.empty() || o.to.empty()) continue;
    for (const auto& token : sentences_[current_].tokens) {
      const std::string_view year = language::text_of(article_.text, token);
      const bool digits = year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos;
      if (digits && year >= o.from.substr(0, 4) && year <= o.to.substr(0, 4)) return true;
    }
  }
  return false;
}

/// True if the lexicon knows that the person held such an office, but no longer when the article appeared.
bool Discourse::left_office(EntityId person, std::string_view office) const {
  const std::int32_t row = entity(person).lexicon_row;
  if (row < 0 || entity(person).kind != ActorKind::person) return false;
  // Dates of office are years, months or days in ISO form: compared to the precision in which they are given.
  const article::PartialDate& day = article_.published;
  const std::string published = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  bool left = false;
  for (const auto& o : knowledge_.names.rows()[static_cast<std::size_t>(row)].offices) {
    if (!knowledge_.reference.same_office(utf8::fold(o.office), office)) continue;
    if (o.to.empty() || day.year == 0 || o.to >= published.substr(0, o.to.size())) return false;
    left = true;
  }
  return left;
}

/// "l'ancien président", "l'ex-ministre": the one person of the article who was introduced like this, or whom the
/// lexicon knows to have left the office. True if the group is such a description, be it clear or not.
bool Discourse::resolve_former(const Tree& tree, TokenIndex token, Actors& out) const {
  if (knowledge_.names.find_office(tree.text(token)) == nullptr) return false;
  bool former = is_ex(tree.text(token));
  for (TokenIndex c : Children(tree, token)) {
    const bool ended =
        tree.dependency(c) == Dependency::amod && knowledge_.cues.ended_adjectives.contains(tree.token(c).lemma);
    former = former || ended;
  }
  if (!former) return false;
  const TokenIndex det = tree.child(token, Dependency::det);
  const std::string_view case_form = det == no_token && tree.has_child(token, Dependency::case_)
                                         ? tree.text(tree.child(token, Dependency::case_))
                                         : std::string_view{};
  const bool definite =
      det != no_token ? tree.lemma(det) == "le" || tree.lemma(det) == "ce" : case_form == "du" || case_form == "au";
  if (!definite && !is_ex(tree.text(token))) return true;  // "et ancien dirigeant d'Orbak"
  const std::string phrase = office_phrase(tree, token);
  std::vector<EntityId> candidates;
  const auto add = [&](EntityId id) {
    const bool named = std::any_of(salient_.begin(), salient_.end(), [&](const Salient& s) {
      return s.entity == id && (s.sentence < current_ || s.token < token);
    });
    if (named && std::find(candidates.begin(), candidates.end(), id) == candidates.end()) candidates.push_back(id);
  };
  // "l'ex-chef d'Orbak" is nobody who was introduced as "l'ex-chef" of something else.
  EntityId of = no_entity;
  for (auto t = static_cast<TokenIndex>(token + 1); t < tree.end_of(token) && of == no_entity; ++t) {
    if (tree.mention(t) != nullptr && tree.dominates(token, t)) of = tree.mention(t)->entity;
  }
  for (const Holder& h : holders_) {
    if (h.former && (of == no_entity || of == h.state) && knowledge_.reference.same_office(h.office, phrase))
      add(h.person);
  }
  for (EntityId id = 0; candidates.empty() && (of == no_entity || entity(of).kind == ActorKind::country) &&
                        id < mentions_.entities.size();
       ++id) {
    if (left_office(id, phrase)) add(id);
  }
  if (candidates.size() == 1) out.push_back({candidates[0], token, false});
  return true;
}

/// "la reine" is no king. "le ministre" may be a woman, but not where a man could be meant.
void Discourse::keep_agreeing(const Tree& tree, TokenIndex token, std::vector<EntityId>& candidates) const {
  using language::Gender;
  Gender gender = tree.token(token).morphology.gender;
  const TokenIndex det = tree.child(token, Dependency::det);
  if (gender == Gender::none && det != no_token) gender = tree.token(det).morphology.gender;
  if (gender == Gender::none) return;
  const auto disagrees = [&](EntityId id) { return entity(id).gender != Gender::none && entity(id).gender != gender; };
  if (gender == Gender::masculine && std::all_of(candidates.begin(), candidates.end(), disagrees)) return;
  std::erase_if(candidates, disagrees);
}

/// "le président turc", "le chef de la diplomatie": the person of the article who holds that office, if it is clear.
bool Discourse::resolve_office(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  const auto* noun = knowledge_.names.find_office(tree.text(token));
  if (noun == nullptr) return false;
  if (noun->person_title) return resolve_rank(tree, token, out);
  if (tree.token(token).morphology.number == language::Number::plural) return false;
  for (TokenIndex c : Children(tree, token)) {  // an indefinite or former holder is somebody else
    const std::string_view l = tree.lemma(c);
    if (tree.dependency(c) == Dependency::det && l == "un") return false;
    if (tree.dependency(c) == Dependency::amod && knowledge_.cues.ended_adjectives.contains(tree.token(c).lemma)) {
      return false;
    }
  }
  const std::string phrase = office_phrase(tree, token);
  Actors states;
  states_of_group(tree, token, states, depth + 1);
  if (const TokenIndex det = tree.child(token, Dependency::det);
      states.empty() && det != no_token && (tree.lemma(det) == "son" || tree.lemma(det) == "leur")) {
    resolve_possessor(tree, det, states);  // "leur porte-parole": of those alone
    if (states.empty()) return true;
    if (entity(states[0].entity).kind == ActorKind::person) {
      const EntityId home = state_of(states[0].entity);
      if (home == no_entity) return true;
      states = {{home, det, false}};
    }
  }
  const EntityId state = states.empty() ? no_entity : states[0].entity;
  std::vector<EntityId> candidates;
  const auto add = [&](EntityId id) {
    if (std::find(candidates.begin(), candidates.end(), id) == candidates.end()) candidates.push_back(id);
  };
  for (const Holder& h : holders_) {
    if (h.former || !knowledge_.reference.same_office(h.office, phrase)) continue;
    if (h.from_there && h.office != phrase) continue;  // "le président turc" is not that of the Turkish club
    if (state != no_entity && h.state != no_entity && h.state != state) continue;
    if (state != no_entity && h.state == no_entity && jurisdiction_of(h.person, phrase) != state) continue;
    add(h.person);
  }
  if (candidates.empty() && state != no_entity) {
    for (EntityId id = 0; id < mentions_.entities.size(); ++id) {
      if (entity(id).kind == ActorKind::person && jurisdiction_of(id, phrase) == state && in_office(id, phrase))
        add(id);
    }
  }
  if (state == no_entity) {  // somebody who has not been named yet is not meant
    const auto unnamed = [&](EntityId id) {
      return std::none_of(salient_.begin(), salient_.end(), [&](const Salient& s) {
        return s.entity == id && (s.sentence < current_ || s.token < token);
      });
    };
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(), unnamed), candidates.end());
  }
  keep_agreeing(tree, token, candidates);
  if (candidates.empty()) {
    if (const EntityId id = described_by_office(tree, token, phrase, state); id != no_entity) {
      add_holder({id, phrase, state});
      out.push_back({id, token, false});
    }
    return true;
  }
  if (candidates.size() == 1) {
    out.push_back({candidates[0], token, false});
    return true;
  }
  // Several holders: the one said last before here.
  for (std::size_t i = salient_.size(); i-- > 0;) {
    const Salient& s = salient_[i];
    if (s.sentence == current_ && s.token >= token) continue;
    if (std::find(candidates.begin(), candidates.end(), s.entity) != candidates.end()) {
      out.push_back({s.entity, token, false});
      return true;
    }
  }
  return true;
}

}  // namespace depeche::extract
