// Coordinations that the parser left in pieces.
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;

namespace {

bool is_nominal(const Tree& tree, TokenIndex t) {
  return tree.mention(t) != nullptr || tree.word_class(t) == WordClass::noun || tree.word_class(t) == WordClass::proper_noun;
}

}  // namespace

/// The last group before a coordinator: the name or noun there, or what it is the apposition of.
TokenIndex Tree::group_before(TokenIndex coordinator) const {
  TokenIndex t = coordinator;
  while (t > 0 && (text(static_cast<TokenIndex>(t - 1)) == "," || text(static_cast<TokenIndex>(t - 1)) == ")")) --t;
  if (t == 0) return no_token;
  --t;
  if (const recognise::Mention* m = mention(t); m != nullptr) t = head_of(*m);
  if (!is_nominal(*this, t)) return no_token;
  while (head_[t] != no_token && head_[t] < t &&
         (dependency_[t] == Dependency::appos || dependency_[t] == Dependency::flat_name || dependency_[t] == Dependency::amod)) {
    t = head_[t];
  }
  return t;
}

/// "M. Demir et la ministre Anna Pappas ont eu …": no verb has two subjects, the second goes with the first. "X, puis Y
/// et Z": what hangs from the coordinator goes with the group before it.
void Tree::join_coordinated() {
  for (TokenIndex c = 1; c < size(); ++c) {
    const TokenIndex h = head_[c];
    if (h == no_token || !is_nominal(*this, c)) continue;
    if (dependency_[c] == Dependency::conj && h < c && word_class(h) == WordClass::coordinator) {
      const TokenIndex before = group_before(h);
      if (before != no_token && before != c && !dominates(c, before)) {
        head_[c] = before;
        link_children();
      }
      continue;
    }
    if (dependency_[c] != Dependency::nsubj && dependency_[c] != Dependency::nsubj_pass) continue;
    TokenIndex coordinator = no_token;
    for (TokenIndex k : Children(*this, c)) {
      if (dependency_[k] == Dependency::cc && k < c) coordinator = k;
    }
    if (coordinator == no_token) continue;
    TokenIndex first = no_token;
    for (TokenIndex s : Children(*this, h)) {
      if (s < coordinator && (dependency_[s] == Dependency::nsubj || dependency_[s] == Dependency::nsubj_pass)) first = s;
    }
    if (first == no_token) continue;
    const bool adjoins = end_of(first) == coordinator || end_of(first) + 1 == coordinator;
    const TokenIndex before = adjoins ? first : group_before(coordinator);
    if (before == no_token || before == c || dominates(c, before)) continue;
    head_[c] = before;
    dependency_[c] = Dependency::conj;
    link_children();
  }
}

}  // namespace depeche::extract
