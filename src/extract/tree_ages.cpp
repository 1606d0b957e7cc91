// Counted groups that say something of the name before them: "Anna Pappas, 28 ans, a été reçue".
#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;

namespace {

bool is_comma(const Tree& tree, TokenIndex t) {
  return t < tree.size() && tree.text(t) == ",";
}

bool is_subject(Dependency d) {
  return d == Dependency::nsubj || d == Dependency::nsubj_pass;
}

}  // namespace

/// Between a name and its verb a number and a noun without a determiner are no subject, but tell of the name.
void Tree::give_ages_to_names() {
  for (const recognise::Mention& m : mentions_) {
    const TokenIndex number = static_cast<TokenIndex>(m.end + 1);
    const TokenIndex noun = static_cast<TokenIndex>(m.end + 2);
    const TokenIndex behind = static_cast<TokenIndex>(m.end + 4);
    if (behind >= size() || m.form == recognise::MentionForm::demonym_adjective || !is_comma(*this, m.end) ||
        !is_comma(*this, static_cast<TokenIndex>(m.end + 3)) || word_class(number) != WordClass::numeral ||
        word_class(noun) != WordClass::noun || head_[number] != noun || !is_subject(dependency_[noun])) {
      continue;
    }
    const TokenIndex verb = head_[noun];
    const TokenIndex name = head_of(m);
    if (verb == no_token || verb < behind) continue;
    bool other = false;
    for (TokenIndex c : Children(*this, verb)) other = other || (c < m.end && is_subject(dependency_[c]));
    TokenIndex group = name;
    while (!other && head_[group] != no_token && head_[group] < group && head_[group] != verb &&
           (dependency_[group] == Dependency::appos || dependency_[group] == Dependency::flat_name)) {
      group = head_[group];
    }
    if (!other && !has_child(group, Dependency::case_)) {
      if (dominates(group, verb)) {
        head_[verb] = head_[group];
        dependency_[verb] = head_[group] == no_token ? Dependency::root : Dependency::conj;
      } else if (head_[group] != verb) {
        continue;
      }
      head_[group] = verb;
      dependency_[group] = dependency_[noun];
    }
    head_[noun] = name;
    dependency_[noun] = Dependency::nmod;
    link_children();
  }
}

}  // namespace depeche::extract
