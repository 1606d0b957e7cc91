#include "extract/stance_words.hpp"

#include "extract/grammar.hpp"
#include "extract/knowledge.hpp"
#include "extract/support.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;
using mapping::Implication;
using mapping::Status;

namespace {

bool is_auxiliary(Dependency d) {
  return d == Dependency::aux_tense || d == Dependency::aux_pass || d == Dependency::cop;
}

}  // namespace

TokenIndex conjugated(const Tree& tree, TokenIndex clause) {
  for (TokenIndex c : Children(tree, clause)) {
    if (is_auxiliary(tree.dependency(c)) && c < clause) return c;
  }
  for (TokenIndex c : Children(tree, clause)) {
    if (is_auxiliary(tree.dependency(c))) return c;  // "a-t-il rencontré" is before; "est-il" too; inverted copulas
  }
  return clause;
}

bool is_indefinite(const Tree& tree, TokenIndex noun) {
  const TokenIndex det = tree.child(noun, Dependency::det);
  return det != no_token && (tree.lemma(det) == "un" || tree.lemma(det) == "tout");
}

bool is_condition(const Tree& tree, TokenIndex clause, const Knowledge& knowledge) {
  for (TokenIndex c : Children(tree, clause)) {
    if (tree.dependency(c) != Dependency::mark) continue;
    const auto it = knowledge.cues.conjunctions.find(tree.token(c).lemma);
    if (it != knowledge.cues.conjunctions.end() && it->second == Status::conditional) return true;
  }
  return false;
}

bool is_condition_behind_que(const Tree& tree, TokenIndex clause) {
  for (TokenIndex c : Children(tree, clause)) {
    if (tree.dependency(c) != Dependency::mark || tree.lemma(c) != "si" || c == 0) continue;
    return tree.lemma(static_cast<TokenIndex>(c - 1)) == "que";
  }
  return false;
}

bool has_condition(const Tree& tree, TokenIndex clause, const Knowledge& knowledge) {
  for (TokenIndex c : Children(tree, clause)) {
    if (tree.dependency(c) != Dependency::advcl) continue;
    if (is_condition(tree, c, knowledge)) return true;
  }
  return false;
}

bool is_given_participle(const Tree& tree, TokenIndex c, TokenIndex h) {
  if (tree.dependency(c) != Dependency::acl || c < h || !is_verbal(tree, c) || conjugated(tree, c) != c) return false;
  if (tree.token(c).morphology.verb_form != VerbForm::past_participle) return false;
  if (tree.mention(h) != nullptr) return tree.mention(h)->form != recognise::MentionForm::demonym_adjective;
  const TokenIndex det = tree.child(h, Dependency::det);
  if (det == no_token) return tree.dependency(h) == Dependency::appos;
  const std::string_view l = tree.lemma(det);
  return l == "le" || l == "ce" || l == "son" || l == "leur";
}

bool quotes_a_few_words(const Tree& tree, TokenIndex clause) {
  if (!tree.token(clause).quoted) return true;
  TokenIndex begin = clause, end = clause;
  while (begin > 0 && tree.token(static_cast<TokenIndex>(begin - 1)).quoted) --begin;
  while (end + 1 < tree.size() && tree.token(static_cast<TokenIndex>(end + 1)).quoted) ++end;
  return end - begin < 3;
}

bool is_occasion(const Tree& tree, TokenIndex carrier, TokenIndex noun, const Knowledge& knowledge) {
  if (tree.lemma(carrier) == "lors") return true;
  const mapping::Governor* g = find_governor(tree, carrier, noun, knowledge);
  return g != nullptr && g->implication == Implication::implies && !preposition_of(tree, carrier).empty();
}

TokenIndex carrier(const Tree& tree, TokenIndex noun, const Knowledge& knowledge) {
  const TokenIndex h = tree.head(noun);
  if (h == no_token || h > noun || preposition_of(tree, noun) != "de") return no_token;
  if (tree.lemma(h) == "lors") return h;
  if (tree.dependency(noun) != Dependency::nmod || tree.word_class(h) != WordClass::noun) return no_token;
  const mapping::Governor* g = find_governor(tree, h, noun, knowledge);
  const bool carries = g != nullptr && (g->implication == Implication::begun || g->implication == Implication::implies);
  return carries ? h : no_token;
}

}  // namespace depeche::extract
