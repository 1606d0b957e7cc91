// Those that a group names as its examples: "des pays tels que A et B".
#include <algorithm>
#include <initializer_list>

#include "base/utf8.hpp"
#include "extract/discourse.hpp"
#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Number;
using language::WordClass;
using recognise::ActorKind;
using recognise::Mention;
using recognise::MentionForm;
using recognise::no_entity;

Actors Discourse::examples(const Tree& tree, TokenIndex token) const {
  Actors out;
  add_exemplified(tree, token, out);
  return out;
}

namespace {

/// Behind the words that introduce examples: "dont", "notamment", "tels que", "parmi lesquels" …; no_token if `t`
/// begins none.
TokenIndex behind_introducer(const Tree& tree, TokenIndex t) {
  const auto next = [&](int by) { return static_cast<TokenIndex>(t + by); };
  const auto is = [&](TokenIndex at, std::initializer_list<std::string_view> words) {
    return at < tree.size() && std::any_of(words.begin(), words.end(),
                                           [&](std::string_view word) { return utf8::folds_to(tree.text(at), word); });
  };
  if (is(t, {"dont"})) return next(is(next(1), {"notamment"}) ? 2 : 1);
  if (is(t, {"notamment", "comme"})) return next(1);
  const bool two = (is(t, {"tels", "telles"}) && is(next(1), {"que"})) ||
                   (is(t, {"parmi"}) && is(next(1), {"lesquels", "lesquelles", "eux", "elles"})) ||
                   (is(t, {"y"}) && is(next(1), {"compris"})) || (is(t, {"a"}) && is(next(1), {"savoir"}));
  if (two) return next(2);
  return no_token;
}

}  // namespace

/// The name that a list's member beginning at `t` gives: "la France", "le ministre turc Mevlut Demir"; nullptr if none
/// does.
const Mention* Discourse::named_member(const Tree& tree, TokenIndex t) const {
  if (t < tree.size() && tree.mention(t) == nullptr && tree.word_class(t) == WordClass::determiner) ++t;
  bool title = false;
  for (TokenIndex at = t; at < tree.size() && at < t + 10; ++at) {
    const Mention* m = tree.mention(at);
    const bool adjective = m != nullptr && m->form == MentionForm::demonym_adjective;
    if (m != nullptr && !adjective && m->begin == at && m->entity != no_entity &&
        (at == t || entity(m->entity).kind == ActorKind::person))
      return m;
    if (at == t || utf8::folds_to(tree.text(t), "premier"))
      title = title || knowledge_.names.find_office(tree.text(at)) != nullptr;
    const WordClass w = tree.word_class(at);
    const bool inside = w == WordClass::noun || w == WordClass::adjective || w == WordClass::preposition ||
                        w == WordClass::determiner || m != nullptr;
    if (!inside || (!title && at > t)) return nullptr;
  }
  return nullptr;
}

/// "des responsables turcs tels que Mevlut Demir", "une dizaine de pays, dont la France et l'Italie": those named as
/// examples.
void Discourse::add_exemplified(const Tree& tree, TokenIndex token, Actors& out) const {
  Number number = tree.token(token).morphology.number;
  for (const Dependency d : {Dependency::det, Dependency::amod}) {  // "plusieurs pays", "d'autres pays"
    const TokenIndex by = tree.child(token, d);
    if (number == Number::none && by != no_token) number = tree.token(by).morphology.number;
  }
  const bool plural = number == Number::plural || (number == Number::none && tree.has_child(token, Dependency::nummod));
  if (tree.word_class(token) != WordClass::noun ||
      (!plural && !knowledge_.reference.quantities.contains(tree.token(token).lemma)))
    return;
  for (TokenIndex t = static_cast<TokenIndex>(token + 1); t + 1 < tree.size() && t < token + 10; ++t) {
    if (tree.word_class(t) == WordClass::verb || tree.word_class(t) == WordClass::auxiliary) return;
    const TokenIndex begin = behind_introducer(tree, t);
    if (begin == no_token) continue;
    const Mention* m = named_member(tree, begin);
    if (m == nullptr || m->form == MentionForm::demonym_adjective) return;
    out.push_back({m->entity, tree.head_of(*m), false});
    Actors more;
    TokenIndex end = m->end;
    for (TokenIndex at = m->end; at + 1 < tree.size();) {
      const bool et = tree.text(at) == "et" || tree.text(at) == "ou";
      m = et || tree.text(at) == "," ? named_member(tree, static_cast<TokenIndex>(at + 1)) : nullptr;
      // "à savoir" announces all of them, of whom some may bear names that nobody knows.
      if (m == nullptr && et && begin == t + 2) out.insert(out.end(), more.begin(), more.end());
      if (m == nullptr) break;
      more.push_back({m->entity, tree.head_of(*m), false});
      at = m->end;
      if (!et) continue;
      out.insert(out.end(), more.begin(), more.end());  // only "et" closes a list
      end = at;
      break;
    }
    const WordClass w = end < tree.size() ? tree.word_class(end) : WordClass::punctuation;
    const bool clause = w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::pronoun;
    if (clause && utf8::folds_to(tree.text(t), "dont")) out.clear();  // "des pays dont la France soutient l'armée"
    return;
  }
}

}  // namespace depeche::extract
