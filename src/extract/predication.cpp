#include <algorithm>

#include "base/utf8.hpp"
#include "extract/predication_builder.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;

Predication Builder::adjective() {
  const TokenIndex a = p_.predicate;
  for (TokenIndex c : Children(tree_, a)) {
    if (tree_.dependency(c) == Dependency::nsubj) {
      add(core_.modified, antecedent(tree_, c));
      add(core_.subject, antecedent(tree_, c));
    } else if (tree_.dependency(c) == Dependency::xcomp || tree_.dependency(c) == Dependency::ccomp) {
      add(core_.content, c);
    } else {
      add_prepositional(c, false);
    }
  }
  const Dependency d = tree_.dependency(a);
  if ((d == Dependency::amod || d == Dependency::acl || d == Dependency::appos) && tree_.head(a) != no_token) {
    add(core_.modified, tree_.head(a));
    add(core_.subject, tree_.head(a));
  }
  if (p_.fillers(core_.modified).empty() && a > 1 && tree_.text(static_cast<TokenIndex>(a - 1)) == ",") {
    const recognise::Mention* m = tree_.mention(static_cast<TokenIndex>(a - 2));  // "Mevlut Demir, présent à Oslo, …"
    if (m != nullptr && is_name(tree_, static_cast<TokenIndex>(a - 2))) {
      add(core_.modified, tree_.head_of(*m));
      add(core_.subject, tree_.head_of(*m));
    }
  }
  if (p_.fillers(core_.modified).empty() && tree_.begin_of(a) == 0) add(core_.modified, subject_after_fronted(a));
  add_groups_to_the_right(a);
  if ((d == Dependency::xcomp || d == Dependency::conj) && p_.fillers(core_.modified).empty() &&
      tree_.head(a) != no_token && is_verbal(tree_, tree_.head(a))) {
    const TokenIndex v = tree_.head(a);  // "s'est montré critique": no passive
    const TokenIndex s =
        has_reflexive(tree_, v) ? surface_subject(tree_, v, knowledge_) : deep_subject(tree_, v, knowledge_);
    add(core_.modified, s);
    add(core_.subject, s);
  }
  return std::move(p_);
}

void Builder::add(FunctionId function, TokenIndex token, bool weak) {
  if (token == no_token || function == 0xFFFF) return;
  for (const Argument& a : p_.arguments) {
    if (a.function == function && a.token == token) return;
  }
  p_.arguments.push_back({function, token, weak});
}

void Builder::add_prepositional(TokenIndex c, bool weak) {
  const Dependency d = tree_.dependency(c);
  if (d == Dependency::punct || d == Dependency::det || d == Dependency::case_ || d == Dependency::mark ||
      d == Dependency::cc || d == Dependency::conj || d == Dependency::aux_pass || d == Dependency::aux_tense) {
    return;
  }
  if (is_relative(tree_, c)) {
    const TokenIndex a = antecedent(tree_, c);
    if (tree_.lemma(c) == "dont") return add(core_.de, a, weak);
    if (tree_.lemma(c) == "où")
      return add(preposition_of(tree_, c) == "de" ? core_.de : core_.place, a, weak);  // "d'où"
  }
  std::string_view preposition = preposition_of(tree_, c);
  TokenIndex filler = c;
  std::string complex;
  if (preposition.empty()) {  // "auprès de Rome", where the parser sees an adverb with a complement
    const WordClass w = tree_.word_class(c);
    if ((w != WordClass::adverb && w != WordClass::preposition) || tree_.begin_of(c) != c) return;
    const TokenIndex inner = complex_preposition(c, preposition, complex);
    if (inner != no_token) add(knowledge_.mappings.functions().find(complex), antecedent(tree_, inner), weak);
    return;
  }
  if (const TokenIndex possessor = possessive_preposition(c, preposition, complex); possessor != no_token) {
    add(knowledge_.mappings.functions().find(complex), possessor, weak);
    return;
  }
  if (const TokenIndex inner = complex_preposition(c, preposition, complex); inner != no_token) {
    add(knowledge_.mappings.functions().find(complex), antecedent(tree_, inner), weak);
    return;
  }
  filler = antecedent(tree_, c);
  std::string joined;  // "quant au projet" has two words of case
  for (TokenIndex x : Children(tree_, c)) {
    if (tree_.dependency(x) != Dependency::case_) continue;
    if (!joined.empty()) joined += ' ';
    joined += tree_.lemma(x);
    for (TokenIndex y : Children(tree_, x)) {
      if (tree_.dependency(y) == Dependency::fixed) joined.append(" ").append(tree_.lemma(y));
    }
  }
  if (joined != preposition) add(knowledge_.mappings.functions().find(joined), filler, weak);
  add(knowledge_.mappings.functions().find(preposition), filler, weak);
  if (preposition == "à" || preposition == "en" || preposition == "dans" || preposition == "sur") {
    add(core_.place, filler, weak);
  }
  if (p_.word_class == TriggerClass::noun && preposition == "de") add(core_.genitive, filler, weak);
}

/// "à son encontre", "en sa faveur", "à ses côtés": the possessor is what "à l'encontre de" would name.
TokenIndex Builder::possessive_preposition(TokenIndex c, std::string_view preposition, std::string& name) const {
  const TokenIndex determiner = tree_.child(c, Dependency::det);
  if (determiner == no_token || (tree_.lemma(determiner) != "son" && tree_.lemma(determiner) != "leur"))
    return no_token;
  for (const std::string_view article : {" l'", " ", "ux "}) {
    name = article == "ux " && preposition == "à" ? "a" : std::string(preposition);
    name.append(article).append(tree_.text(c)).append(" de");
    if (knowledge_.mappings.functions().find(name) != 0xFFFF) return determiner;
  }
  return no_token;
}

TokenIndex Builder::complex_preposition(TokenIndex c, std::string_view preposition, std::string& name) const {
  const WordClass w = tree_.word_class(c);
  if (w != WordClass::noun && w != WordClass::adverb && w != WordClass::preposition) return no_token;
  for (TokenIndex x : Children(tree_, c)) {
    const Dependency d = tree_.dependency(x);
    if (d != Dependency::nmod && d != Dependency::obl_arg && d != Dependency::obl_mod) continue;
    const std::string_view second = preposition_of(tree_, x);
    if (second != "de" && second != "à" && second != "avec") continue;
    name.clear();
    for (TokenIndex t = tree_.begin_of(c); t <= c; ++t) {
      if (tree_.dependency(t) == Dependency::punct) continue;
      if (!name.empty() && name.back() != '\'') name += ' ';
      const bool contracted = tree_.text(t) == "au" || tree_.text(t) == "Au";  // "au sein de", but "à l'encontre de"
      const std::string_view word = contracted ? "au" : t == c || t != tree_.begin_of(c) ? tree_.text(t) : preposition;
      if (word == "l’") {
        name += "l'";
      } else {
        name += word;
      }
    }
    name += ' ';
    name += second;
    if (knowledge_.mappings.functions().find(name) != 0xFFFF) return x;
    // "aux côtés de", "au profit de": the contraction is part of the name.
    const std::string contracted = utf8::lower(tree_.text(tree_.begin_of(c))) + name.substr(preposition.size());
    if (knowledge_.mappings.functions().find(contracted) != 0xFFFF) {
      name = contracted;
      return x;
    }
  }
  return no_token;
}

std::vector<TokenIndex> Predication::fillers(FunctionId function) const {
  std::vector<TokenIndex> out;
  for (const bool weak : {false, true}) {
    for (const Argument& a : arguments) {
      if (a.function == function && a.weak == weak && std::find(out.begin(), out.end(), a.token) == out.end()) {
        out.push_back(a.token);
      }
    }
  }
  return out;
}

bool Predication::holds_directly(FunctionId function, TokenIndex token) const {
  return std::any_of(arguments.begin(), arguments.end(),
                     [&](const Argument& a) { return a.function == function && a.token == token && !a.weak; });
}

bool Predication::holds_weakly(FunctionId function, TokenIndex token) const {
  return !holds_directly(function, token) && std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
    return a.function == function && a.token == token;
  });
}

Predication make_predication(const Tree& tree, TokenIndex token, TriggerClass word_class, const Knowledge& knowledge) {
  Builder builder(tree, token, word_class, knowledge);
  switch (word_class) {
    case TriggerClass::verb:
      return builder.verb();
    case TriggerClass::noun:
      return builder.noun();
    case TriggerClass::adjective:
      return builder.adjective();
  }
  return {};
}

}  // namespace depeche::extract
