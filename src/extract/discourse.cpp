#include "extract/discourse.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Gender;
using language::Number;
using language::WordClass;
using recognise::ActorKind;
using recognise::Entity;
using recognise::EntityId;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

Discourse::Discourse(const Knowledge& knowledge, const article::Article& article,
                     const std::vector<language::Sentence>& sentences, const recognise::Mentions& mentions)
    : knowledge_(knowledge), article_(article), sentences_(sentences), mentions_(mentions) {
  register_offices();
  register_callings();
  find_theme();
}

namespace {

/// "la Française", "un Turc", "la Franco-Turque": somebody from the state, and not the state.
bool is_single_person(const Tree& tree, const Mention& m) {
  const Mention* second = tree.second_mention(m.begin);
  const bool from_two =
      second != nullptr && second->form == MentionForm::demonym_adjective && tree.token(m.begin).capitalised;
  if (m.begin == 0 || (m.form != MentionForm::demonym_noun && !from_two)) return false;
  static constexpr std::string_view singular[] = {"le",  "la",    "l'", "l’", "un", "une",
                                                  "cet", "cette", "ce", "du", "au"};
  const std::string before = utf8::lower(tree.text(static_cast<TokenIndex>(m.begin - 1)));
  return std::find(std::begin(singular), std::end(singular), before) != std::end(singular);
}

bool is_plural(const Tree& tree, TokenIndex noun) {
  const TokenIndex determiner = tree.child(noun, Dependency::det);
  return determiner != no_token ? tree.token(determiner).morphology.number == Number::plural
                                : tree.token(noun).morphology.number == Number::plural;
}

}  // namespace

void Discourse::enter(std::uint32_t sentence, const Tree& tree) {
  current_ = sentence;
  resolved_.clear();
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    const Dependency d = tree.dependency(t);
    const bool subject = d == Dependency::nsubj || d == Dependency::nsubj_pass || d == Dependency::expl_subj;
    if (const Mention* m = tree.mention(t); m != nullptr && tree.head_of(*m) == t) {
      TokenIndex up = t;  // "le président turc Mevlut Demir": the name is subject if its noun is
      while (!subject &&
             (tree.dependency(up) == Dependency::appos || tree.dependency(up) == Dependency::flat_name ||
              tree.dependency(up) == Dependency::conj) &&
             tree.head(up) != no_token) {
        up = tree.head(up);
      }
      const Dependency u = tree.dependency(up);
      const bool is_subject = subject || u == Dependency::nsubj || u == Dependency::nsubj_pass ||
                              (u == Dependency::root && sentences_[sentence].headline);
      const bool agent = u == Dependency::obl_agent;
      if (m->entity != no_entity) {
        const bool main = agent && tree.head(up) != no_token && tree.has_child(tree.head(up), Dependency::aux_pass);
        Salient named{m->entity, sentence, t, is_subject && !is_single_person(tree, *m), agent, main};
        if (m->form == MentionForm::demonym_noun && is_subject && is_plural(tree, t))
          named.number = Number::plural;  // "les Turcs"
        salient_.push_back(named);
      }
      note_group(tree, t, is_subject);
      continue;
    }
    if (tree.word_class(t) == WordClass::noun && tree.has_child(t, Dependency::conj)) note_group(tree, t, subject);
    if (subject && tree.word_class(t) == WordClass::pronoun) {
      Actors actors;
      resolve_pronoun(tree, t, actors);
      for (const Actor& a : actors) {
        resolved_.emplace_back(t, a.entity);
        salient_.push_back({a.entity, sentence, t, true});
      }
    } else if (subject && tree.word_class(t) == WordClass::noun) {
      Actors actors;
      resolve_single(tree, t, actors, 0);
      if (actors.size() > 1) {  // "ces deux pays"
        Group group{sentence, t, {}, true};
        for (const Actor& a : actors) group.members.push_back(a.entity);
        groups_.push_back(std::move(group));
      }
      const language::Morphology& morphology = tree.token(t).morphology;
      for (const Actor& a : actors) {
        if (a.weak) continue;
        Salient described{a.entity, sentence, t, true};
        if (actors.size() == 1 && a.token == t && entity(a.entity).kind != ActorKind::person) {  // "l'armée turque"
          described.gender = morphology.gender;
          described.number = morphology.number;
        }
        salient_.push_back(described);
      }
      const TokenIndex verb = tree.head(t);
      const bool main = verb != no_token && tree.head(verb) == no_token;
      const bool plural = morphology.number == Number::plural;
      if (main && actors.empty())
        unnamed_.push_back({sentence, t, morphology.gender, plural, !plural && !is_somebody_new(tree, t)});
    }
  }
  note_pair(tree);
  settle_offices();
  note_speaker(tree);
  note_sayers(tree);
}

/// "l'Egypte et la Jordanie": joined names are what "les deux pays" and "ils" will mean.
void Discourse::note_group(const Tree& tree, TokenIndex first, bool subject) {
  if (tree.dependency(first) == Dependency::conj) return;
  Group group{current_, first, {}, subject};
  for (const Actor& a : resolve(tree, first)) {
    const bool person = entity(a.entity).kind == ActorKind::person;
    if (!group.members.empty() && person != (entity(group.members[0]).kind == ActorKind::person)) return;
    group.members.push_back(a.entity);
  }
  if (group.members.size() > 1) groups_.push_back(std::move(group));
}

/// "Demir a reçu Pappas": whom "les deux hommes" will mean, whoever else is named beside them.
void Discourse::note_pair(const Tree& tree) {
  TokenIndex root = 0;
  while (root < tree.size() && tree.head(root) != no_token) ++root;
  if (root >= tree.size() || !is_verbal(tree, root) || tree.token(root).quoted) return;
  Actors sides[2];
  for (TokenIndex c : Children(tree, root)) {
    const Dependency d = tree.dependency(c);
    const bool subject = d == Dependency::nsubj || d == Dependency::nsubj_pass;
    const std::string_view preposition = preposition_of(tree, c);
    const bool other = d == Dependency::obj || d == Dependency::obl_agent || preposition == "avec";
    if (subject || other) {
      const Actors actors = resolve(tree, c);
      sides[subject ? 0 : 1].insert(sides[subject ? 0 : 1].end(), actors.begin(), actors.end());
    }
  }
  if (sides[0].size() != 1 || sides[1].size() != 1 || sides[0][0].entity == sides[1][0].entity) return;
  if (entity(sides[0][0].entity).kind != ActorKind::person || entity(sides[1][0].entity).kind != ActorKind::person)
    return;
  groups_.push_back({current_, root, {sides[0][0].entity, sides[1][0].entity}, false});
}

void Discourse::enter_unparsed(std::uint32_t sentence) {
  current_ = sentence;
  resolved_.clear();
  bool first = true;
  const auto& tokens = sentences_[sentence].tokens;
  for (const Mention& m : mentions_.by_sentence[sentence]) {
    if (m.entity == no_entity || m.form == MentionForm::demonym_adjective) continue;
    bool prepositional = false;
    for (TokenIndex t = m.begin; t > 0 && m.begin - t < 6;) {
      --t;
      const WordClass w = tokens[t].word_class;
      if (w == WordClass::preposition) prepositional = true;
      if (w != WordClass::determiner && w != WordClass::adjective && w != WordClass::noun) break;
    }
    salient_.push_back({m.entity, sentence, m.begin, first && !prepositional});
    first = false;
  }
  settle_offices();
  note_sayer_unparsed();
}

bool Discourse::is_fragment(std::uint32_t sentence) const {
  constexpr std::size_t longest = 8;
  if (sentence >= sentences_.size() || sentences_[sentence].tokens.size() > longest) return false;
  const auto& tokens = sentences_[sentence].tokens;
  std::size_t at = 0;
  if (tokens.empty() || !utf8::is_lower(utf8::next(language::text_of(article_.text, tokens[0]), at))) return false;
  return std::none_of(tokens.begin(), tokens.end(), [](const language::Token& t) {
    return t.word_class == language::WordClass::verb || t.word_class == language::WordClass::auxiliary;
  });
}

namespace {

/// "l'Allemagne 55 %": a bare share right behind the name.
bool is_before_share(const Tree& tree, const Mention& m) {
  return m.end + 1 < tree.size() && tree.word_class(m.end) == WordClass::numeral &&
         tree.text(static_cast<TokenIndex>(m.end + 1)) == "%";
}

}  // namespace

/// A list of states that the parser cut short: "le Chili (31 %), le Pérou (12 %) et Cuba (2 %)", each perhaps with
/// a figure behind it. Read off the words: the list must end in "et", or every member must have its figure.
void Discourse::extend_list(const Tree& tree, Actors& out) const {
  const Actor& last =
      *std::max_element(out.begin(), out.end(), [](const Actor& a, const Actor& b) { return a.token < b.token; });
  if (last.token == no_token) return;
  const Mention* first = tree.mention(last.token);
  if (first == nullptr || first->entity != last.entity || entity(first->entity).kind != ActorKind::country ||
      first->form == MentionForm::demonym_adjective) {
    return;
  }
  const auto is = [&](TokenIndex t, std::string_view word) { return t < tree.size() && tree.text(t) == word; };
  Actors list;
  bool closed = false, all_figures = true;
  TokenIndex t = first->end;
  while (t < tree.size()) {
    // A figure: "(12 %)", "avec 2 %".
    bool figure = false;
    while (is(t, "(")) {  // "(ex URSS) (8 %)"
      TokenIndex e = t;
      while (e < tree.size() && e < t + 7 && !is(e, ")")) ++e;
      if (!is(e, ")")) return;
      t = static_cast<TokenIndex>(e + 1);
      figure = true;
    }
    if (figure) {
    } else if (is(t, "à") && is(static_cast<TokenIndex>(t + 1), "hauteur")) {
      TokenIndex e = t;
      while (e < tree.size() && e < t + 7 && !is(e, "%")) ++e;
      if (!is(e, "%")) break;
      t = static_cast<TokenIndex>(e + 1);
      figure = true;
    } else if (is(t, "avec") || (is(t, ",") && is(static_cast<TokenIndex>(t + 1), "avec"))) {
      TokenIndex e = t;
      while (e < tree.size() && e < t + 6 && !is(e, "%")) ++e;
      if (!is(e, "%")) break;
      t = static_cast<TokenIndex>(e + 1);
      figure = true;
    }
    all_figures = all_figures && figure;
    if (is(t, ",") && is(static_cast<TokenIndex>(t + 1), "et")) ++t;
    bool et = is(t, "et");
    const bool against = is(t, "contre");
    if (!et && !against && !is(t, ",") && !is(t, ";")) break;
    ++t;
    // "55 % de la Russie et 5 % de l'Ukraine": the figure leads.
    const TokenIndex percent = static_cast<TokenIndex>(t + 1);
    if (t < tree.size() && tree.word_class(t) == WordClass::numeral && is(percent, "%")) {
      t = static_cast<TokenIndex>(percent + 1);
      if (t >= tree.size() || tree.word_class(t) != WordClass::preposition) break;
      et = true;
    } else if (against) {
      break;
    }
    for (int steps = 0; steps < 2 && t < tree.size(); ++steps) {
      const WordClass w = tree.word_class(t);
      if (tree.mention(t) == nullptr && (w == WordClass::determiner || tree.lemma(t) == "de" || tree.lemma(t) == "à"))
        ++t;
    }
    const Mention* m = t < tree.size() ? tree.mention(t) : nullptr;
    if (m == nullptr || m->begin != t || m->entity == no_entity || entity(m->entity).kind != ActorKind::country ||
        m->form == MentionForm::demonym_adjective) {
      break;
    }
    if (is_before_share(tree, *m) && !is_before_share(tree, *first)) break;
    list.push_back({m->entity, tree.head_of(*m), false});
    t = m->end;
    closed = closed || et;
  }
  if (closed || (all_figures && !list.empty())) out.insert(out.end(), list.begin(), list.end());
}

namespace {

/// "les Palestiniens, y compris le Hamas"
bool is_included(const Tree& tree, TokenIndex group) {
  TokenIndex t = tree.begin_of(group);
  while (t < group && tree.text(t) != "y") ++t;
  return t + 1 < group && tree.text(static_cast<TokenIndex>(t + 1)) == "compris";
}

}  // namespace

Actors Discourse::resolve(const Tree& tree, TokenIndex token) {
  Actors out;
  if (token == no_token) return out;
  resolve_single(tree, token, out, 0);
  // Coordination: "Paris, Berlin et Rome"; a list may also be read as a chain of appositions of the same kind.
  std::vector<TokenIndex> open{token};
  if (out.size() == 1 && out[0].token != no_token && out[0].token != token)
    open.push_back(out[0].token);  // "MM. Demir et Pappas"
  for (std::size_t i = 0; i < open.size() && i < 24; ++i) {
    for (TokenIndex c : Children(tree, open[i])) {
      const Dependency d = tree.dependency(c);
      const Mention* here = tree.mention(open[i]);
      const Mention* there = tree.mention(c);
      const bool list = d == Dependency::appos && here != nullptr && there != nullptr && here != there &&
                        here->entity != no_entity && there->entity != no_entity &&
                        entity(here->entity).kind == entity(there->entity).kind &&
                        entity(here->entity).kind == ActorKind::country;
      const bool included = d == Dependency::nmod && c > open[i] && is_included(tree, c);
      if (d != Dependency::conj && !list && !included) continue;
      if (tree.word_class(c) == WordClass::verb) continue;
      if (tree.child_with_lemma(c, "pas") != no_token || tree.child_with_lemma(c, "non") != no_token)
        continue;  // "mais pas la Grèce"
      // "le président afghan et des talibans": an adjective is joined with adjectives alone.
      if (here != nullptr && here->form == MentionForm::demonym_adjective &&
          (there == nullptr || there->form != MentionForm::demonym_adjective)) {
        continue;
      }
      // "la politique de Rome, notamment en Syrie": no coordination, whatever the parser says.
      const std::string_view own = preposition_of(tree, c);
      const std::string_view first = preposition_of(tree, token);
      if (!own.empty() && !first.empty() && own != first && !included) continue;
      // "importe 80 % de son gaz de Russie et l'Allemagne 55 %": the subject of a clause whose verb is left out
      if (here != nullptr && there != nullptr && is_before_share(tree, *there) && !is_before_share(tree, *here))
        continue;
      open.push_back(c);
      resolve_single(tree, c, out, 0);
    }
  }
  if (out.empty()) add_exemplified(tree, token, out);
  if (out.empty()) add_enclosed(tree, token, out);
  if (!out.empty()) extend_list(tree, out);
  Actors distinct;
  for (const Actor& a : out) {
    const auto same = [&](const Actor& b) { return b.entity == a.entity; };
    if (a.entity != no_entity && std::none_of(distinct.begin(), distinct.end(), same)) distinct.push_back(a);
  }
  return distinct;
}

Actors Discourse::resolve_alone(const Tree& tree, TokenIndex token) {
  Actors out;
  resolve_single(tree, token, out, 0);
  return out;
}

void Discourse::resolve_single(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  // A possessor may be found through a subject that itself has a possessor: give up rather than go in circles.
  if (token == no_token || depth > 4 || nesting_ > 6) return;
  ++nesting_;
  resolve_head(tree, antecedent(tree, token), out, depth);
  --nesting_;
}

namespace {

/// "onze Français", "plusieurs Turcs": some people of the state, and not the state.
bool are_some_people(const Tree& tree, const Mention& m) {
  if (m.begin == 0) return false;
  const TokenIndex before = static_cast<TokenIndex>(m.begin - 1);
  return tree.word_class(before) == WordClass::numeral || tree.lemma(before) == "plusieurs" ||
         tree.lemma(before) == "quelque" || tree.lemma(before) == "certain" || tree.lemma(before) == "nombreux";
}

}  // namespace

namespace {

/// "des cours d'anglais", "traduit en arabe".
bool is_language(const Tree& tree, const Mention& m) {
  if (m.form != MentionForm::demonym_adjective || m.begin == 0) return false;
  const std::string before = utf8::lower(tree.text(static_cast<TokenIndex>(m.begin - 1)));
  const bool bare = before == "d'" || before == "d’" || before == "de" || before == "en";
  if (!bare || tree.lemma(m.begin) != tree.text(m.begin)) return false;  // "des milliers d'américains"
  return m.end >= tree.size() || (!is_nominal(tree, m.end) && tree.word_class(m.end) != WordClass::adjective);
}

/// "une SARL", "un SUV": capitals that nobody knows behind "un" are a kind of thing, and no name.
bool is_kind_of_thing(const Tree& tree, const Mention& m, const Entity& e) {
  return e.kind == ActorKind::organisation && e.lexicon_row < 0 && m.end - m.begin == 1 && m.begin > 0 &&
         tree.token(m.begin).all_capitals && tree.lemma(static_cast<TokenIndex>(m.begin - 1)) == "un";
}

}  // namespace

void Discourse::resolve_head(const Tree& tree, TokenIndex token, Actors& out, int depth) {
  if (const Mention* m = tree.mention(token); m != nullptr) {
    if (is_single_person(tree, *m)) {
      if (const Mention* name = name_beside(tree, *m); name != nullptr)
        out.push_back({name->entity, tree.head_of(*name), false});
      else
        resolve_calling(tree, token, out);  // "la Turque Zeynep Demir … la Turque"
      return;
    }
    if (is_language(tree, *m) || (m->entity != no_entity && is_kind_of_thing(tree, *m, entity(m->entity)))) return;
    if (m->entity != no_entity)
      out.push_back({m->entity, token, m->form == MentionForm::demonym_noun && are_some_people(tree, *m)});
    if (const Mention* second = tree.second_mention(token); second != nullptr && second->entity != no_entity) {
      out.push_back({second->entity, token, false});
    }
    return;
  }
  const WordClass w = tree.word_class(token);
  if (w == WordClass::determiner) return resolve_possessor(tree, token, out);
  if (w == WordClass::pronoun) return resolve_pronoun(tree, token, out);
  if (w == WordClass::noun || w == WordClass::proper_noun || w == WordClass::adjective || w == WordClass::unknown) {
    resolve_noun(tree, token, out, depth);
  }
}

}  // namespace depeche::extract
