// Relative clauses whose pronoun the parser gave another part than it has.
#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;

void Tree::mend_relative_pronouns() {
  for (TokenIndex t = 1; t < size(); ++t) {
    const TokenIndex verb = head_[t];
    if (!is_relative(*this, t) || verb == no_token) continue;
    // "Anna Pappas, avec qui il s'est entretenu": behind a preposition no subject.
    if (dependency_[t] == Dependency::nsubj && has_child(t, Dependency::case_)) dependency_[t] = Dependency::obl_arg;
    if (text(t) == "que" || text(t) == "qu'" || text(t) == "qu’") turn_inverted_subject(t);
    if (text(t) == "dont") give_to_object(t);
  }
}

/// "Rome, que critique Anna Pappas": the group behind the verb is its subject.
void Tree::turn_inverted_subject(TokenIndex pronoun) {
  const TokenIndex verb = head_[pronoun];
  if (dependency_[pronoun] != Dependency::obj || verb != pronoun + 1 || word_class(verb) != WordClass::verb ||
      !is_finite(*this, verb))
    return;
  if (has_child(verb, Dependency::nsubj)) return;
  for (TokenIndex c : Children(*this, verb)) {
    if (c <= verb || dependency_[c] != Dependency::obj || !is_noun(*this, c) || has_child(c, Dependency::case_))
      continue;
    dependency_[c] = Dependency::nsubj;
    return;
  }
}

/// "Rome, dont Anna Pappas critique la politique": hers is what is criticised.
void Tree::give_to_object(TokenIndex pronoun) {
  TokenIndex verb = head_[pronoun];
  if (verb != no_token && dependency_[verb] == Dependency::nsubj) verb = head_[verb];  // hung from the subject
  if (verb == no_token || word_class(verb) != WordClass::verb || dependency_[verb] != Dependency::acl_relcl) return;
  const TokenIndex object = child(verb, Dependency::obj);
  if (object == no_token || object < verb || word_class(object) != WordClass::noun || mention(object) != nullptr)
    return;
  const TokenIndex determiner = child(object, Dependency::det);
  if (determiner == no_token || lemma(determiner) != "le" || has_child(object, Dependency::nmod)) return;
  head_[pronoun] = object;
  dependency_[pronoun] = Dependency::nmod;
}

/// "Anna Pappas (Parti vert) soutient …": what stands in brackets is no subject of the verb outside.
void Tree::free_brackets_of_subjects() {
  for (TokenIndex t = 2; t + 1 < size(); ++t) {
    const Dependency d = dependency_[t];
    const TokenIndex verb = head_[t];
    if ((d != Dependency::nsubj && d != Dependency::nsubj_pass) || verb == no_token || verb < t) continue;
    TokenIndex open = t;
    while (open > 0 && t - open < 8 && text(open) != "(" && text(open) != ")") --open;
    if (text(open) != "(" || open == 0) continue;
    TokenIndex close = t;
    while (close + 1U < size() && close < verb && text(close) != ")") ++close;
    if (text(close) != ")" || close >= verb) continue;
    auto before = static_cast<TokenIndex>(open - 1);
    if (mention(before) != nullptr) before = head_of(*mention(before));
    if (!is_noun(*this, before) || has_child(before, Dependency::case_) || dominates(before, verb)) continue;
    head_[before] = verb;
    dependency_[before] = d;
    head_[t] = before;
    dependency_[t] = Dependency::appos;
    link_children();
  }
}

}  // namespace depeche::extract
