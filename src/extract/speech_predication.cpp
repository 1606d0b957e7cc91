// Verbs of saying: who speaks, and what is said.
#include <algorithm>

#include "base/utf8.hpp"
#include "extract/predication_builder.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using mapping::TriggerClass;

/// "Rome ment, accuse Berlin.": the name behind a verb of saying that ends the sentence is its subject.
bool Builder::is_incise(TokenIndex v, TokenIndex object) const {
  const Dependency d = tree_.dependency(v);
  const TokenIndex h = tree_.head(v);
  if ((d != Dependency::conj && d != Dependency::parataxis && d != Dependency::dep) || h == no_token || h > v ||
      object < v || tree_.token(v).quoted)
    return false;
  if (!is_verbal(tree_, h) && !tree_.has_child(h, Dependency::cop)) return false;
  if (!is_finite_group(tree_, v) || p_.passive || !speaks(v)) return false;
  TokenIndex begin = v;
  for (TokenIndex c : Children(tree_, v)) {
    const Dependency cd = tree_.dependency(c);
    if (cd == Dependency::cc || cd == Dependency::mark || cd == Dependency::nsubj || cd == Dependency::xcomp ||
        cd == Dependency::ccomp)
      return false;
    if (cd == Dependency::aux_tense && c < begin) begin = c;
  }
  if (begin == 0 || tree_.text(static_cast<TokenIndex>(begin - 1)) != "," || !preposition_of(tree_, object).empty())
    return false;
  const TokenIndex end = tree_.end_of(object);
  return end >= tree_.size() || (end + 1U == tree_.size() && tree_.word_class(end) == WordClass::punctuation);
}

bool Builder::speaks(TokenIndex v) const {
  const auto entries = knowledge_.governors.find(tree_.token(v).lemma, TriggerClass::verb);
  return std::any_of(entries.begin(), entries.end(), [](const mapping::Governor& g) {
    return g.implication == mapping::Implication::accused || g.implication == mapping::Implication::required ||
           g.implication == mapping::Implication::said;
  });
}

/// "le soutien à la Grèce, qui accuse Rome": whoever speaks is an actor, and the name right before the comma is one.
TokenIndex Builder::speaker_before(TokenIndex relative) const {
  if (tree_.text(relative) != "qui" || relative < 2 || tree_.text(static_cast<TokenIndex>(relative - 1)) != ",")
    return no_token;
  const auto entries = knowledge_.governors.find(tree_.token(p_.predicate).lemma, TriggerClass::verb);
  const bool speaks = std::any_of(entries.begin(), entries.end(), [](const mapping::Governor& g) {
    return g.implication == mapping::Implication::said || g.implication == mapping::Implication::accused ||
           g.implication == mapping::Implication::required || g.implication == mapping::Implication::denies;
  });
  const recognise::Mention* m = tree_.mention(static_cast<TokenIndex>(relative - 2));
  if (!speaks || m == nullptr || m->form == recognise::MentionForm::demonym_adjective) return no_token;
  const TokenIndex found = antecedent(tree_, relative);
  if (found == no_token || found >= m->begin || tree_.mention(found) != nullptr) return no_token;
  if (knowledge_.names.find_office(tree_.text(found)) != nullptr) return no_token;
  return tree_.head_of(*m);
}

/// What a verb of saying says: its clause with "que" or behind a colon, or the clause in which it is an incise ("Rome
/// ment, estime Mevlut Demir").
void Builder::add_speech(TokenIndex v) {
  for (const Argument& a : std::vector<Argument>(p_.arguments)) {
    if (a.function == core_.content && tree_.dependency(a.token) == Dependency::ccomp) add(core_.speech, a.token);
  }
  for (TokenIndex c : Children(tree_, v)) {  // "a lancé : « Rome ment. »"
    const Dependency d = tree_.dependency(c);
    const bool clause =
        d == Dependency::parataxis || d == Dependency::conj || d == Dependency::advcl || d == Dependency::dep;
    if (c < v || !clause || !tree_.token(c).quoted || tree_.token(v).quoted) continue;
    TokenIndex colon = v;
    while (colon < c && tree_.text(colon) != ":") ++colon;
    if (colon < c) add(core_.speech, c);
  }
  if (tree_.dependency(v) == Dependency::parataxis && !tree_.token(v).quoted && p_.fillers(core_.speech).empty()) {
    add(core_.speech, tree_.head(v));
  }
  for (const TokenIndex said : p_.fillers(core_.speech)) {
    if (!only_introduces(said)) continue;
    for (TokenIndex c : Children(tree_, said)) {
      if (c > said && tree_.child_with_lemma(c, "que") != no_token) add(core_.speech, c);
    }
  }
}

/// "je pense que", "il est clair que": what is said follows.
bool Builder::only_introduces(TokenIndex clause) const {
  TokenIndex subject = no_token;
  for (TokenIndex c : Children(tree_, clause)) {
    if (tree_.lemma(c) == "ne" || tree_.lemma(c) == "pas") return false;
    const Dependency d = tree_.dependency(c);
    if (c < clause && (d == Dependency::nsubj || d == Dependency::expl_subj)) subject = c;
  }
  if (subject == no_token) return false;
  const std::string form = utf8::lower(tree_.text(subject));
  if (tree_.has_child(clause, Dependency::cop)) return form == "il";
  return (form == "je" || form == "j'" || form == "j’" || form == "nous" || form == "on") && speaks(clause);
}

}  // namespace depeche::extract
