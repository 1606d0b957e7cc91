#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Gender;
using language::Number;
using language::VerbForm;
using language::WordClass;

namespace {

struct Agreement {
  Gender gender = Gender::none;
  Number number = Number::none;
};

bool fits(const language::Morphology& noun, const Agreement& wanted) {
  const bool gender = wanted.gender == Gender::none || noun.gender == Gender::none || wanted.gender == noun.gender;
  const bool number = wanted.number == Number::none || noun.number == Number::none || wanted.number == noun.number;
  return gender && number;
}

/// What the noun before a participle or a clause with "qui" has to be; nothing known if it is neither.
Agreement wanted_of(const Tree& tree, TokenIndex t) {
  const language::Morphology& m = tree.token(t).morphology;
  const Dependency d = tree.dependency(t);
  if (d == Dependency::acl || d == Dependency::amod) {
    const bool participle = m.verb_form == VerbForm::past_participle && tree.word_class(t) == WordClass::verb;
    return participle ? Agreement{m.gender, m.number} : Agreement{};
  }
  if (d != Dependency::acl_relcl) return {};
  bool subject = false, etre = false;
  Number number = m.verb_form == VerbForm::finite ? m.number : Number::none;
  for (TokenIndex c : Children(tree, t)) {
    if (tree.text(c) == "qui" &&
        (tree.dependency(c) == Dependency::nsubj || tree.dependency(c) == Dependency::nsubj_pass)) {
      subject = true;
    }
    if (tree.dependency(c) != Dependency::aux_tense && tree.dependency(c) != Dependency::aux_pass) continue;
    if (tree.lemma(c) == "être") etre = true;
    if (tree.token(c).morphology.verb_form == VerbForm::finite) number = tree.token(c).morphology.number;
  }
  if (!subject) return {};
  return {etre && m.verb_form == VerbForm::past_participle ? m.gender : Gender::none, number};
}

}  // namespace

/// "la résolution sur les sanctions adoptée par", "l'accord entre A et B qui a été signé": a participle or relative
/// clause that does not agree with the noun it hangs from goes with the nearest noun above that it agrees with.
void Tree::mend_agreement() {
  for (TokenIndex t = 1; t < size(); ++t) {
    const Agreement wanted = wanted_of(*this, t);
    const TokenIndex h = head_[t];
    if ((wanted.gender == Gender::none && wanted.number == Number::none) || h == no_token || h > t ||
        !is_noun(*this, h))
      continue;
    if (fits(token(h).morphology, wanted) || has_child(h, Dependency::conj)) continue;
    TokenIndex up = h;
    bool member = dependency_[h] == Dependency::conj;
    for (int steps = 0; steps < 5; ++steps) {
      const Dependency d = dependency_[up];
      up = head_[up];
      if (up == no_token || up > t) break;
      // Through the complements of a participle or infinitive, but not out of a clause.
      if (!is_noun(*this, up)) {
        if (dependency_[up] == Dependency::acl || dependency_[up] == Dependency::amod) continue;
        // "a levé l'embargo sur les armes imposé à", the arms hung from the verb: its object before them
        const TokenIndex object = child(up, Dependency::obj);
        if (steps == 0 && object != no_token && up < object && object < h && is_noun(*this, object) &&
            mention(object) == nullptr && fits(token(object).morphology, wanted))
          head_[t] = object;
        break;
      }
      const bool whole = !(member && d == Dependency::conj);
      member = dependency_[up] == Dependency::conj;
      if (!whole) {  // one member of a coordination is not meant; all of them may be
        if (wanted.number == Number::plural) break;
        continue;
      }
      if (!fits(token(up).morphology, wanted)) continue;
      head_[t] = up;
      break;
    }
  }
}

}  // namespace depeche::extract
