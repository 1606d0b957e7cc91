#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "extract/predication_builder.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;

Predication Builder::verb() {
  const TokenIndex v = p_.predicate;
  p_.pronominal = has_reflexive(tree_, v);
  p_.passive = !p_.pronominal && is_passive(tree_, v, knowledge_);
  TokenIndex own_subject = no_token, surface_object = no_token, agent = no_token;
  for (TokenIndex c : Children(tree_, v)) {
    switch (tree_.dependency(c)) {
      case Dependency::nsubj:
      case Dependency::nsubj_pass:
        // Infinitives and participles in -ant have no subject behind them: "soutenant le président".
        // "avoir tué X", "ayant tué X" neither.
        if (c > v && !is_finite_group(tree_, v) &&
            (tree_.token(v).morphology.verb_form != VerbForm::past_participle ||
             tree_.has_child(v, Dependency::aux_tense))) {
          surface_object = c;
        } else if (own_subject != no_token && (tree_.lemma(c) == "chacun" || utf8::folds_to(tree_.text(c), "vous"))) {
          // "ils ont chacun reçu": the pronoun says who; "Suédois, vous devez": the name does
        } else if (own_subject != no_token && c > v && is_finite_group(tree_, v) && !p_.passive) {
          surface_object = c;  // "Demir a nommé Pappas": the second of two subjects is the object
        } else if (may_be_subject(tree_, c)) {
          own_subject = antecedent(tree_, c);
          if (const TokenIndex name = speaker_before(c); name != no_token) own_subject = name;
        }
        break;
      case Dependency::expl_subj:
        if (surface_object == no_token && !p_.passive) surface_object = hidden_object(v);
        if (own_subject == no_token) own_subject = c;
        break;
      case Dependency::obj:
        if (is_reflexive(tree_, c) || knowledge_.reference.time_nouns.contains(tree_.token(c).lemma)) break;
        if (preposition_of(tree_, c) == "à") {
          add_prepositional(c, false);
          break;
        }
        if (p_.pronominal && is_partitive(c)) {  // "s'est indigné des propos de X"
          add(core_.de, c);
          break;
        }
        // "a rencontré son homologue, son principal soutien": what the first is, not another one
        if (surface_object != no_token && surface_object > v && surface_object < c &&
            tree_.word_class(c) == WordClass::noun && tree_.begin_of(c) > v + 1 &&
            (tree_.text(tree_.begin_of(c)) == "," ||
             tree_.text(static_cast<TokenIndex>(tree_.begin_of(c) - 1)) == ",")) {
          break;
        }
        surface_object = antecedent(tree_, c);
        break;
      case Dependency::obl_agent:
        agent = antecedent(tree_, c);
        if (tree_.word_class(c) == WordClass::adverb) {  // "suivie de loin par le Chili"
          const TokenIndex inner = tree_.child(c, Dependency::obl_agent);
          agent = inner != no_token ? antecedent(tree_, inner) : no_token;
        }
        break;
      case Dependency::iobj:
        add_clitic(c, surface_object);
        break;
      case Dependency::xcomp:
      case Dependency::ccomp:
        // "…", a-t-il déploré, assurant que …: what follows the comma is not what was deplored. But "a menacé, dans un
        // discours, de frapper".
        if (c > v && v + 1 < tree_.size() && tree_.text(static_cast<TokenIndex>(v + 1)) == "," &&
            (tree_.token(c).morphology.verb_form != VerbForm::infinitive || !tree_.has_child(c, Dependency::mark)))
          break;
        add(core_.content, c);
        if (!is_verbal(tree_, c)) add(core_.attribute, c);
        break;
      case Dependency::advcl:
        if (tree_.token(c).morphology.verb_form == VerbForm::infinitive) add(core_.content, c, true);
        break;
      case Dependency::appos:  // "a déclaré persona non grata deux diplomates": nothing is a verb's apposition
        if (c > v && surface_object == no_token && tree_.word_class(c) == WordClass::noun &&
            preposition_of(tree_, c).empty() && tree_.text(tree_.begin_of(c)) != ",") {
          surface_object = c;
        }
        break;
      default:
        if (is_scene(c)) {
          add(core_.place, c);
        } else {
          add_prepositional(c, false);
        }
        break;
    }
  }
  if (tree_.dependency(v) == Dependency::acl_relcl && tree_.head(v) != no_token) {
    // "l'accord, dont Rome s'est retirée": the relative may hang from the subject.
    const TokenIndex first = tree_.begin_of(v);
    if (tree_.lemma(first) == "dont") add(core_.de, tree_.head(v));
  }
  if (surface_object == no_token && !p_.passive) surface_object = hidden_object(v);
  if (own_subject == no_token) {
    own_subject = surface_subject(tree_, v, knowledge_);
    std::erase_if(p_.arguments, [&](const Argument& a) {
      return a.token == own_subject && a.function == core_.de;
    });  // "plus de la moitié"
  }
  if (own_subject == surface_object) surface_object = no_token;  // inverted
  const bool incise = surface_object != no_token && is_incise(v, surface_object);
  if (incise) own_subject = std::exchange(surface_object, no_token);
  if (own_subject == no_token) own_subject = subject_after_fronted(v);
  if (p_.passive) {
    if (agent == no_token) agent = agent_of_passive();
    add(core_.object, own_subject);
    add(core_.subject, agent);
  } else if (const TokenIndex sufferer = who_sees_it_done(v); sufferer != no_token) {
    if (agent == no_token) agent = agent_of_passive();
    add(core_.subject, agent);
    add(core_.a, sufferer);
    add(core_.object, surface_object != no_token || has_verbal_content() ? surface_object : sufferer);
  } else {
    add(core_.subject, own_subject);
    add(core_.object, surface_object);
  }
  if (incise) add(core_.speech, tree_.head(v));
  add_misattached();
  if (p_.passive && agent == no_token) {  // "ont été jugées illégales par Rome"
    for (const Argument& a : std::vector<Argument>(p_.arguments)) {
      if (a.function == core_.par) add(core_.subject, a.token, true);
    }
    add(core_.subject, agent_farther_right(), true);
  }
  add_attributes(p_.passive ? no_token : surface_object);
  add_clauses_of_names();
  add_speech(v);
  add_companions();
  return std::move(p_);
}

/// "s'est vu refuser un visa par Rome", "se fait critiquer par Berlin": whoever suffers what the infinitive says.
TokenIndex Builder::who_sees_it_done(TokenIndex v) const {
  if (tree_.token(v).morphology.verb_form != VerbForm::infinitive || p_.pronominal) return no_token;
  const auto sees = [&](TokenIndex t) {
    return (tree_.lemma(t) == "voir" || tree_.lemma(t) == "faire") && has_reflexive(tree_, t);
  };
  const TokenIndex h = tree_.head(v);
  if (h != no_token && tree_.dependency(v) == Dependency::xcomp && sees(h))
    return surface_subject(tree_, h, knowledge_);
  for (TokenIndex c : Children(tree_, v)) {
    if (c < v && is_verbal(tree_, c) && sees(c)) return surface_subject(tree_, c, knowledge_);
  }
  return no_token;
}

/// "reprocher … de soutenir"
bool Builder::has_verbal_content() const {
  const std::vector<TokenIndex> contents = p_.fillers(core_.content);
  return std::any_of(contents.begin(), contents.end(), [&](TokenIndex c) { return is_verbal(tree_, c); });
}

/// "Au Nigeria, la société a versé …": a state before the comma that opens the sentence is where, not to whom.
bool Builder::is_scene(TokenIndex c) const {
  if (c > p_.predicate || tree_.begin_of(c) > 1 || preposition_of(tree_, c) != "à") return false;
  const recognise::Mention* m = tree_.mention(c);
  return m != nullptr && m->end < tree_.size() && tree_.text(m->end) == ",";
}

/// "des" may be an article or hold the preposition de.
bool Builder::is_partitive(TokenIndex group) const {
  for (TokenIndex c : Children(tree_, group)) {
    if (tree_.dependency(c) == Dependency::det && (tree_.text(c) == "des" || tree_.text(c) == "du")) return true;
  }
  return false;
}

/// "tenir X pour responsable", "a rendu la Hongrie responsable": an adjective behind a name, or a bare word behind
/// "pour" or "comme", is said of the object.
void Builder::add_attributes(TokenIndex object) {
  if (object != no_token && is_name(tree_, object)) {
    for (TokenIndex c : Children(tree_, object)) {
      const bool apart = tree_.mention(c) == nullptr && c > object;
      if (tree_.dependency(c) == Dependency::amod && apart) add(core_.attribute, c, true);
    }
  }
  const mapping::Functions& functions = knowledge_.mappings.functions();
  for (const Argument& a : std::vector<Argument>(p_.arguments)) {
    if (a.function != functions.find("pour") && a.function != functions.find("comme")) continue;
    if (!tree_.has_child(a.token, Dependency::det) && tree_.mention(a.token) == nullptr)
      add(core_.attribute, a.token, true);
  }
  if (object == no_token) return;
  for (TokenIndex c : Children(tree_, object)) {
    const std::string_view preposition = preposition_of(tree_, c);
    if ((preposition == "pour" || preposition == "comme") && !tree_.has_child(c, Dependency::det) &&
        tree_.mention(c) == nullptr) {
      add(core_.attribute, c, true);
    }
  }
}

/// "a averti Israël qu'il riposterait": names take no clause with "que" of their own unless a comma parts them.
void Builder::add_clauses_of_names() {
  for (const Argument& a : std::vector<Argument>(p_.arguments)) {
    if (a.token < p_.predicate || !is_name(tree_, a.token)) continue;
    for (TokenIndex c : Children(tree_, a.token)) {
      if (tree_.dependency(c) != Dependency::acl_relcl) continue;
      const TokenIndex behind = tree_.mention(a.token)->end;
      if (behind < tree_.size() &&
          (tree_.text(behind) == "que" || tree_.text(behind) == "qu'" || tree_.text(behind) == "qu’")) {
        add(core_.content, c, true);
      }
    }
  }
}

/// "…, tout comme le Chili": another subject.
void Builder::add_companions() {
  const FunctionId like = knowledge_.mappings.functions().find("comme");
  for (const Argument& a : std::vector<Argument>(p_.arguments)) {
    if (a.function != like) continue;
    const TokenIndex preposition = tree_.child(a.token, Dependency::case_);
    if (preposition == no_token || preposition < 2) continue;
    const bool comma = tree_.text(static_cast<TokenIndex>(preposition - 1)) == ",";
    const bool all_like = tree_.lemma(static_cast<TokenIndex>(preposition - 1)) == "tout";
    const TokenIndex before = static_cast<TokenIndex>(preposition - 2);
    const bool incise = comma && tree_.word_class(before) == WordClass::auxiliary && tree_.head(before) == p_.predicate;
    if (all_like || incise) add(core_.subject, a.token);
  }
}

void Builder::add_clitic(TokenIndex c, TokenIndex& object) {
  const std::string_view form = tree_.text(c);
  if (is_reflexive(tree_, c)) return;
  if (is_relative(tree_, c)) {
    if (tree_.lemma(c) != "où") return add(core_.a, antecedent(tree_, c));
    add(preposition_of(tree_, c) == "de" ? core_.de : core_.place, antecedent(tree_, c));
  } else if (is_object_clitic(form)) {
    object = c;
  } else if (form == "y" || form == "Y") {
    add(core_.place, c);
    add(core_.a, c);
  } else if (form == "en" || form == "En") {
    add(core_.de, c);
  } else {
    add(core_.a, c);
  }
}

TokenIndex Builder::subject_after_fronted(TokenIndex v) const {
  if (v > 5 || is_finite_group(tree_, v)) return no_token;
  for (TokenIndex t = 0; t < v; ++t) {  // it must open the sentence: "Après s'être rendue à Rome, …"
    if (tree_.word_class(t) == WordClass::noun || tree_.word_class(t) == WordClass::verb || tree_.mention(t) != nullptr)
      return no_token;
  }
  for (TokenIndex t = static_cast<TokenIndex>(v + 1); t < tree_.size(); ++t) {
    if (tree_.dependency(t) != Dependency::nsubj || tree_.head(t) == v || is_relative(tree_, t)) continue;
    const TokenIndex begin = tree_.begin_of(t);
    const bool behind_comma =
        tree_.text(begin) == "," || (begin > 0 && tree_.text(static_cast<TokenIndex>(begin - 1)) == ",");
    return behind_comma ? antecedent(tree_, t) : no_token;
  }
  return no_token;
}

TokenIndex Builder::hidden_object(TokenIndex v) const {
  for (TokenIndex c : Children(tree_, v)) {
    if (c > v || tree_.lemma(c) != "que" || tree_.head(v) == no_token) continue;
    const TokenIndex h = tree_.head(v);
    const bool of_name = tree_.dependency(v) == Dependency::advcl && is_name(tree_, h) && h < v;
    if (tree_.dependency(v) == Dependency::acl_relcl || of_name) return h;
  }
  const language::VerbTraits traits = knowledge_.forms.verb_traits(tree_.token(v).lemma);
  if (!traits.transitive || p_.pronominal) return no_token;
  for (TokenIndex c : Children(tree_, v)) {
    if (c < v) continue;
    if (tree_.word_class(c) == WordClass::adverb) {  // "davantage de gaz"
      for (TokenIndex g : Children(tree_, c)) {
        if (preposition_of(tree_, g) == "de" && tree_.word_class(g) == WordClass::noun) return g;
      }
      continue;
    }
    // "tire du Qatar près d'un quart de son gaz"
    const bool about = c > v && knowledge_.reference.quantities.contains(tree_.token(c).lemma) &&
                       tree_.begin_of(c) + 1 < c &&
                       (utf8::fold(tree_.text(tree_.begin_of(c))) == "pres" || tree_.text(tree_.begin_of(c)) == "plus");
    if (about) return c;
    // "promettant au Kenya des écoles": names have no complements with "des".
    if (is_name(tree_, c) && c > v) {
      for (TokenIndex g : Children(tree_, c)) {
        if (g > c && tree_.word_class(g) == WordClass::noun && tree_.mention(g) == nullptr &&
            tree_.text(tree_.begin_of(g)) == "des")
          return g;
      }
    }
    const TokenIndex begin = tree_.begin_of(c);
    if (preposition_of(tree_, c) == "de" && tree_.word_class(c) == WordClass::noun && begin <= v + 6 &&
        tree_.mention(c) == nullptr) {
      return c;
    }
    if (preposition_of(tree_, c) != "pour" && preposition_of(tree_, c) != "comme") continue;
    for (TokenIndex g : Children(tree_, c)) {
      const Dependency d = tree_.dependency(g);
      const bool article = preposition_of(tree_, g) == "de" && tree_.text(tree_.begin_of(g)) == "des";
      if (g > c && (article || preposition_of(tree_, g).empty()) &&
          (d == Dependency::nmod || d == Dependency::obj || d == Dependency::appos || d == Dependency::dep)) {
        return g;
      }
    }
  }
  return name_right_behind(v);
}

TokenIndex Builder::name_right_behind(TokenIndex v) const {
  for (TokenIndex t = static_cast<TokenIndex>(v + 1); t < tree_.size() && t < v + 10; ++t) {
    const WordClass w = tree_.word_class(t);
    // "recevra jeudi à la Maison Blanche Anna Pappas": over the place where
    if (w == WordClass::preposition && tree_.mention(t) == nullptr) {
      TokenIndex place = static_cast<TokenIndex>(t + 1);
      if (place < tree_.size() && tree_.word_class(place) == WordClass::determiner && tree_.mention(place) == nullptr)
        ++place;
      const recognise::Mention* there = place < tree_.size() ? tree_.mention(place) : nullptr;
      const bool skips = there != nullptr && (there->form == recognise::MentionForm::capital ||
                                              there->form == recognise::MentionForm::seat);
      if (skips && there->end < tree_.size()) {
        TokenIndex next = there->end;
        const auto* title = knowledge_.names.find_office(tree_.text(next));
        if (title != nullptr && title->person_title) ++next;
        if (is_name(tree_, next) && tree_.mention(next)->begin == next) return tree_.head_of(*tree_.mention(next));
      }
    }
    if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::subordinator || w == WordClass::pronoun)
      break;
    if (w == WordClass::punctuation && tree_.text(t) != "\"" && tree_.text(t) != "«" && tree_.text(t) != "»") break;
    if (tree_.text(t) == "%" || w == WordClass::symbol) return t;  // "représente en effet environ 80 % de"
    const recognise::Mention* m = tree_.mention(t);
    if (m == nullptr || m->form == recognise::MentionForm::demonym_adjective) continue;
    if (m->begin <= v) return no_token;
    TokenIndex before = static_cast<TokenIndex>(m->begin - 1);
    if (tree_.word_class(before) == WordClass::determiner && before > 0) --before;
    const bool free = before == v || (tree_.word_class(before) != WordClass::preposition &&
                                      tree_.word_class(before) != WordClass::coordinator &&
                                      tree_.mention(before) == nullptr && tree_.lemma(before) != "de");
    const bool fits = before == v || (tree_.word_class(before) == WordClass::noun && free) ||
                      tree_.word_class(before) == WordClass::adverb;
    return free && fits ? tree_.head_of(*m) : no_token;
  }
  return no_token;
}

TokenIndex Builder::agent_of_passive() const {
  const bool with_de = knowledge_.reference.agent_with_de.contains(tree_.token(p_.predicate).lemma);
  for (const Argument& a : p_.arguments) {
    if (a.function == core_.par) return a.token;
  }
  for (const Argument& a : p_.arguments) {
    if (with_de && a.function == core_.de && tree_.word_class(a.token) != WordClass::adverb) return a.token;
  }
  return no_token;
}

/// "a été bombardée toute la nuit par l'armée turque": the agent that the parser hung from a noun between, unless that
/// noun is an act of its own.
TokenIndex Builder::agent_farther_right() const {
  for (TokenIndex t = static_cast<TokenIndex>(p_.predicate + 1); t < tree_.size() && t < p_.predicate + 16; ++t) {
    const WordClass w = tree_.word_class(t);
    if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::subordinator || tree_.text(t) == ";")
      break;
    if (w == WordClass::pronoun && is_relative(tree_, t)) break;
    if (w == WordClass::noun && !knowledge_.mappings.triggered_by(tree_.token(t).lemma, TriggerClass::noun).empty())
      break;
    if (w != WordClass::preposition || tree_.lemma(t) != "par" || tree_.dependency(t) != Dependency::case_) continue;
    const TokenIndex group = tree_.head(t);
    return group != no_token && group > t && tree_.dominates(p_.predicate, group) ? group : no_token;
  }
  return no_token;
}

void Builder::add_misattached() {
  const std::size_t n = p_.arguments.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Argument a = p_.arguments[i];
    if (a.function == core_.subject && !p_.passive) continue;
    if (a.function == core_.content) continue;
    if (!tree_.dominates(p_.predicate, a.token)) continue;
    add_weak_below(a.token, 0);
  }
}

void Builder::add_weak_below(TokenIndex t, int depth) {
  if (depth > 3) return;
  for (TokenIndex c : Children(tree_, t)) {
    if (tree_.dependency(c) == Dependency::conj) add_weak_below(c, depth + 1);
    if (tree_.dependency(c) != Dependency::nmod) continue;
    const std::string_view preposition = preposition_of(tree_, c);
    if (preposition.empty()) continue;
    // "en marge d'un sommet avec X": with whom the summit is, not what is said of it
    const bool own = (preposition == "avec" || preposition == "entre") && tree_.word_class(t) == WordClass::noun &&
                     !knowledge_.mappings.triggered_by(tree_.token(t).lemma, TriggerClass::noun).empty() &&
                     preposition_of(tree_, t) != "avec";
    if (own) continue;
    // "avec le président A et le 18 mars avec le ministre B": both.
    const bool again = preposition == "avec" && tree_.dependency(t) != Dependency::nmod &&
                       preposition_of(tree_, t) == "avec" && coordinator_between(tree_, t, c);
    add_prepositional(c, !again);
    add_weak_below(c, depth + 1);
  }
}

}  // namespace depeche::extract
