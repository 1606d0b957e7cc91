// Small words that the parser misreads: "en" before a verb, "ne … que", "ce que", "vis-à-vis".
#include "base/utf8.hpp"
#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;

/// "Le Niger en achète 12 %", "elle en a acquis": right before a verb "en" is its complement and no preposition.
void Tree::mend_pronoun_en() {
  for (TokenIndex t = 0; t + 1 < size(); ++t) {
    if (word_class(t) != WordClass::preposition || (text(t) != "en" && text(t) != "En")) continue;
    TokenIndex v = static_cast<TokenIndex>(t + 1);
    if (!is_finite(*this, v) && !(is_verbal(*this, v) && token(v).morphology.verb_form == VerbForm::infinitive))
      continue;
    if (word_class(v) == WordClass::auxiliary && head_[v] != no_token && head_[v] > v && is_verbal(*this, head_[v]))
      v = head_[v];
    if (head_[v] == t) head_[v] = head_[t];
    head_[t] = v;
    dependency_[t] = Dependency::iobj;
  }
}

/// The verb that "ne … que" at `que` restricts; no_token where "que" opens a clause or compares.
TokenIndex Tree::restricted_verb(TokenIndex que) const {
  TokenIndex v = que;
  while (v > 0 && que - v < 3 && !is_verbal(*this, v)) --v;
  if (!is_verbal(*this, v) || v == 0) return no_token;
  bool denied = false;
  for (TokenIndex t = v; t-- > 0 && v - t < 7;) {
    const std::string_view word = text(t);
    denied = word == "ne" || word == "n'" || word == "n’" || word == "N'" || word == "Ne";
    if (denied || word == ",") break;
  }
  for (TokenIndex t = v; denied && t < que; ++t) {
    const std::string word = utf8::fold(text(t));
    const bool full =
        word == "pas" || word == "jamais" || word == "rien" || word == "point" || word == "guere" || word == "plus";
    if (full && !(word == "plus" && t + 1 == que)) denied = false;
  }
  if (!denied) return no_token;
  // A finite verb before the next stop: "que" opens its clause.
  for (TokenIndex t = static_cast<TokenIndex>(que + 1);
       t < size() && text(t) != "," && text(t) != ";" && text(t) != ":"; ++t) {
    if (word_class(t) == WordClass::pronoun && token(t).morphology.pronoun == language::PronounType::relative) break;
    if (is_finite(*this, t)) return no_token;
  }
  return v;
}

/// "ne représente que 8 %", "n'exporte que vers le Chili": what stands behind "que" is the verb's, as without the
/// restriction.
void Tree::mend_restrictions() {
  for (TokenIndex q = 2; q + 1 < size(); ++q) {
    if (lemma(q) != "que") continue;
    const TokenIndex v = restricted_verb(q);
    if (v == no_token || has_child(v, Dependency::cop)) continue;
    TokenIndex n = static_cast<TokenIndex>(q + 1);
    bool led = false;  // by a preposition
    const auto heads_group = [&](TokenIndex t) { return is_nominal(*this, t) || word_class(t) == WordClass::symbol; };
    while (n < size() && n < q + 7 && !heads_group(n)) {
      if (word_class(n) == WordClass::preposition) led = true;
      if (is_verbal(*this, n) || text(n) == ",") break;
      ++n;
    }
    if (n >= size() || !heads_group(n)) continue;
    if (const recognise::Mention* m = mention(n); m != nullptr) n = head_of(*m);
    const TokenIndex old = head_[n];
    const bool good = old == v && (dependency_[n] == Dependency::obj) == !led;
    if (good || dominates(n, v) || (old != no_token && old < n && old > q)) continue;
    head_[n] = v;
    dependency_[n] = led ? Dependency::obl_mod : Dependency::obj;
    head_[q] = v;
    dependency_[q] = Dependency::advmod;
    // "que 5 % des voitures achetées par …": the participle belongs to the noun before it.
    if (old != no_token && old > n && is_verbal(*this, old) &&
        token(old).morphology.verb_form == VerbForm::past_participle) {
      TokenIndex noun = static_cast<TokenIndex>(old - 1);
      while (noun > n && !heads_group(noun)) --noun;
      head_[old] = noun;
      dependency_[old] = Dependency::acl;
    }
    link_children();
  }
}

/// "accuse le Rwanda de soutenir le M23, ce que Kigali dément": "ce" resumes the clause and is no object of its verb.
void Tree::free_resuming_pronouns() {
  for (TokenIndex t = 1; t + 1 < size(); ++t) {
    if (is_resuming(*this, t) && dependency_[t] == Dependency::obj) dependency_[t] = Dependency::parataxis;
  }
}

/// "le déficit vis-à-vis de Rome": a preposition of two words, and no adverb with a complement of its own.
void Tree::mend_vis_a_vis() {
  for (TokenIndex t = 0; t + 1 < size(); ++t) {
    const TokenIndex above = head_[t], de = static_cast<TokenIndex>(t + 1);
    if (lemma(t) != "vis-à-vis" || dependency_[t] == Dependency::case_ || above == no_token || lemma(de) != "de")
      continue;
    const TokenIndex noun = head_[de];
    if (noun == no_token || noun <= de || head_[noun] != t) continue;
    head_[noun] = above;
    dependency_[noun] = is_verbal(*this, above) ? Dependency::obl_mod : Dependency::nmod;
    head_[t] = noun;
    dependency_[t] = Dependency::case_;
    link_children();
  }
}

}  // namespace depeche::extract
