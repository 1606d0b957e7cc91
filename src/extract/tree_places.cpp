// Groups that the parser hung from the wrong neighbour: places behind a copula, complements behind an adverb, names
// that share one title.
#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using recognise::Mention;
using recognise::MentionForm;

/// "Mevlut Demir est à Oslo": being somewhere is said by the verb, and the place is where. The parser makes the place
/// the predicate.
void Tree::raise_copulas() {
  for (const Mention& m : mentions_) {
    if (m.form == MentionForm::demonym_adjective || m.form == MentionForm::demonym_noun) continue;
    const TokenIndex place = head_of(m);
    const TokenIndex copula = child(place, Dependency::cop);
    const TokenIndex preposition = child(place, Dependency::case_);
    if (copula == no_token || preposition == no_token || copula > preposition || lemma(copula) != "être") continue;
    const std::string_view p = lemma(preposition);
    if (p != "à" && p != "en" && p != "dans") continue;
    head_[copula] = head_[place];
    dependency_[copula] = dependency_[place];
    for (TokenIndex c = 0; c < size(); ++c) {
      const Dependency d = dependency_[c];
      const bool own = d == Dependency::case_ || d == Dependency::det || d == Dependency::flat_name ||
                       d == Dependency::appos || d == Dependency::amod ||
                       (d == Dependency::conj && mention(c) != nullptr) || d == Dependency::cc;
      if (head_[c] != place || c == copula || own) continue;
      head_[c] = copula;
      if (d == Dependency::nmod) dependency_[c] = Dependency::obl_mod;
    }
    head_[place] = copula;
    dependency_[place] = Dependency::obl_arg;
    link_children();
  }
}

/// "s'est entretenu séparément avec Anna Kovacs": such complements are the verb's, not the adverb's. "ont dîné
/// ensemble": without an article it is an adverb.
void Tree::free_adverbs() {
  for (TokenIndex t = 1; t < size(); ++t) {
    const Dependency d = dependency_[t];
    const TokenIndex adverb = head_[t];
    if (text(t) == "ensemble" && adverb != no_token && adverb < t && word_class(adverb) == WordClass::verb &&
        !has_child(t, Dependency::det) && !has_child(t, Dependency::case_)) {
      dependency_[t] = Dependency::advmod;
      continue;
    }
    if (adverb == no_token || adverb > t ||
        (d != Dependency::obl_arg && d != Dependency::obl_mod && d != Dependency::nmod))
      continue;
    if (word_class(adverb) != WordClass::adverb || dependency_[adverb] != Dependency::advmod ||
        !text(adverb).ends_with("ment"))
      continue;
    const TokenIndex preposition = child(t, Dependency::case_);
    const TokenIndex verb = head_[adverb];
    if (preposition == no_token || verb == no_token || word_class(verb) != WordClass::verb) continue;
    const std::string_view p = lemma(preposition);
    if (p != "avec" && p != "par" && p != "en" && p != "dans" && p != "sur" && p != "pour" && p != "contre") continue;
    head_[t] = verb;
    if (d == Dependency::nmod) dependency_[t] = Dependency::obl_mod;
  }
}

/// The token that stands for the name that begins at `i`, over a comma; no_token if none does.
TokenIndex Tree::name_at(TokenIndex i) const {
  if (i < size() && text(i) == ",") ++i;
  const Mention* m = i < size() ? mention(i) : nullptr;
  return m != nullptr && is_name(*m) && m->begin == i ? head_of(*m) : no_token;
}

/// "les présidents turc Mevlut Demir et hongrois Paul Kovacs": the second name goes with the title that the first has,
/// and its adjective with it.
void Tree::share_titles() {
  for (const Mention& first : mentions_) {
    if (first.form != MentionForm::demonym_adjective || first.begin == 0) continue;
    const TokenIndex holder = name_at(first.end);
    if (holder == no_token || mention(holder)->end + 1 >= size()) continue;
    TokenIndex joint = mention(holder)->end;
    if (text(joint) == ",") ++joint;
    if (joint + 1 >= size() || lemma(joint) != "et") continue;
    const TokenIndex adjective = static_cast<TokenIndex>(joint + 1);
    const Mention* second = mention(adjective);
    if (second == nullptr || second->form != MentionForm::demonym_adjective || token(adjective).capitalised) continue;
    const TokenIndex other = name_at(second->end);
    if (other == no_token || other == holder || head_[holder] == no_token || head_[holder] > first.begin) continue;
    head_[other] = head_[holder];
    dependency_[other] = Dependency::conj;
    head_[adjective] = other;
    dependency_[adjective] = Dependency::amod;
    head_[joint] = other;
    dependency_[joint] = Dependency::cc;
    for (TokenIndex c = 0; c < size(); ++c) {
      if (head_[c] == adjective) head_[c] = other;
    }
  }
}

/// "Égypte : Mohamed Morsi élu président": what stands before the colon of a title is no part of the name behind it,
/// and what is said behind the name is said of it.
void Tree::part_names_from_labels() {
  for (const recognise::Mention& m : mentions_) {
    const TokenIndex name = head_of(m), label = head_[name];
    if (m.begin == 0 || text(static_cast<TokenIndex>(m.begin - 1)) != ":" ||
        dependency_[name] != Dependency::flat_name || label == no_token || label + 1 >= m.begin)
      continue;
    dependency_[name] = Dependency::parataxis;
    for (TokenIndex t = m.end; t < size(); ++t) {
      if (head_[t] == label && dependency_[t] == Dependency::acl) head_[t] = name;
    }
  }
}

}  // namespace depeche::extract
