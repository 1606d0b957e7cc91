#include <algorithm>

#include "base/utf8.hpp"
#include "extract/grammar.hpp"
#include "extract/matcher.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;

namespace {

TriggerClass class_of(const Tree& tree, TokenIndex t) {
  switch (tree.word_class(t)) {
    case WordClass::verb:
    case WordClass::auxiliary:
      return TriggerClass::verb;
    case WordClass::adjective:  // "le nucléaire iranien": a noun by its article or preposition
      return tree.has_child(t, Dependency::det) || tree.has_child(t, Dependency::case_) ? TriggerClass::noun
                                                                                        : TriggerClass::adjective;
    default:
      return TriggerClass::noun;
  }
}

}  // namespace

std::vector<TokenIndex> Matcher::step(const Tree& tree, const Predication& p, FunctionId function) {
  const CoreFunctions& core = knowledge_.core;
  if (function == core.self) return {p.predicate};
  if (function == core.support)
    return p.support == no_token ? std::vector<TokenIndex>{} : std::vector<TokenIndex>{p.support};
  if (function == core.clause) {
    // "Mevlut Demir en visite au Chili"
    if (const TokenIndex h = tree.head(p.predicate);
        h != no_token && h < p.predicate && (tree.mention(h) != nullptr || tree.word_class(h) == WordClass::noun) &&
        preposition_of(tree, p.predicate) == "en") {
      return {h};
    }
    // "…, le président Mevlut Demir, en visite au Chili, …": the name before the comma, wherever the group hangs.
    if (const TokenIndex en = tree.child(p.predicate, Dependency::case_);
        en != no_token && en > 1 && (tree.lemma(en) == "en" || (tree.lemma(en) == "de" && en + 1 == p.predicate)) &&
        tree.text(static_cast<TokenIndex>(en - 1)) == ",") {  // "…, de retour du Chili, …" too
      const recognise::Mention* m = tree.mention(static_cast<TokenIndex>(en - 2));
      if (m != nullptr && m->form != recognise::MentionForm::demonym_adjective) return {tree.head_of(*m)};
      // "…, par le chef de l'État, en visite au Chili, …"
      for (auto t = static_cast<TokenIndex>(en - 2); t != no_token && tree.end_of(t) + 1 <= en; t = tree.head(t)) {
        if (tree.word_class(t) == WordClass::noun && knowledge_.names.find_office(tree.text(t)) != nullptr) return {t};
      }
    }
    if (preposition_of(tree, p.predicate) == "contre") return {};  // who is against a visit does not make it
    TokenIndex below = p.predicate;
    for (TokenIndex up = tree.head(p.predicate); up != no_token; below = up, up = tree.head(up)) {
      if (tree.word_class(up) != WordClass::verb && !tree.has_child(up, Dependency::cop)) continue;
      // Who welcomes or criticises an agreement is no party to it.
      if (tree.dependency(below) == Dependency::obj && knowledge_.reference.attitudes.contains(tree.token(up).lemma))
        return {};
      const TokenIndex s = surface_subject(tree, up, knowledge_);
      if (s == no_token || tree.dominates(s, p.predicate)) return {};
      return {s};
    }
    return {};
  }
  return p.fillers(function);
}

bool Matcher::is_about_offices(const mapping::Rule& rule) const {
  return knowledge_.ontology.relations()[rule.relation_index].key_qualifier == "office";
}

/// True if the rule itself wants such a holder there: it names the noun in a condition ("expulser un diplomate russe"),
/// or it is about offices.
bool Matcher::asks_for(const mapping::Rule& rule, const mapping::Path& path, std::size_t steps,
                       const language::Token& token) const {
  if (is_about_offices(rule)) return true;
  return std::any_of(rule.conditions.begin(), rule.conditions.end(), [&](const mapping::Condition& c) {
    return !c.negated && c.path.steps.size() <= steps &&
           std::equal(c.path.steps.begin(), c.path.steps.end(), path.steps.begin()) &&
           std::find(c.lemmas.begin(), c.lemmas.end(), token.lemma) != c.lemmas.end();
  });
}

std::vector<TokenIndex> Matcher::walk(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                                      const mapping::Path& path, bool weak) {
  std::vector<TokenIndex> at;
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    if (i == 0) {
      for (const TokenIndex t : step(tree, p, path.steps[0])) {
        if (weak || !p.holds_weakly(path.steps[0], t)) at.push_back(t);
      }
      continue;
    }
    std::vector<TokenIndex> next;
    for (const TokenIndex t : at) {
      // A coordinated group is walked member by member.
      std::vector<TokenIndex> members{t};
      for (std::size_t m = 0; m < members.size() && m < 16; ++m) {
        for (TokenIndex c : Children(tree, members[m])) {
          const bool amount = tree.word_class(members[m]) == WordClass::symbol ||
                              knowledge_.reference.quantities.contains(tree.token(members[m]).lemma);
          if (tree.dependency(c) == Dependency::conj ||
              (amount && tree.dependency(c) == Dependency::nmod && preposition_of(tree, c) == "de")) {
            members.push_back(c);
          }
        }
      }
      for (const TokenIndex member : members) {
        if (is_possessive(path.steps[i]) && denotes_holder(tree, member) &&
            !asks_for(rule, path, i, tree.token(member))) {
          continue;
        }
        const Predication& inner = predication(tree, member, class_of(tree, member));
        for (const TokenIndex f : step(tree, inner, path.steps[i])) {
          if (std::find(next.begin(), next.end(), f) == next.end()) next.push_back(f);
        }
      }
    }
    at = std::move(next);
  }
  if (is_about_offices(rule)) std::erase_if(at, [&](TokenIndex t) { return discourse_.is_nationality(tree, t); });
  return at;
}

/// "le ministre turc" is a person, and what is done to him is not done to Turkey.
bool Matcher::denotes_holder(const Tree& tree, TokenIndex token) const {
  if (knowledge_.reference.counterpart.contains(tree.token(token).lemma)) return true;
  const auto* office = knowledge_.names.find_office(tree.text(token));
  return office != nullptr && !office->person_title;
}

bool Matcher::is_possessive(FunctionId f) const {
  return f == knowledge_.core.genitive || f == knowledge_.core.adjective || f == knowledge_.core.possessive ||
         f == knowledge_.core.de;
}

bool Matcher::holds(const Tree& tree, const Predication& p, const mapping::Rule& rule, const mapping::Condition& c) {
  std::vector<TokenIndex> tokens =
      c.path.steps.empty() ? std::vector<TokenIndex>{p.predicate} : walk(tree, p, rule, c.path);
  for (std::size_t i = 0; i < tokens.size() && i < 16; ++i) {  // "600 millions de dollars d'armes" are arms
    const bool amount = tree.word_class(tokens[i]) == WordClass::symbol ||
                        knowledge_.reference.quantities.contains(tree.token(tokens[i]).lemma);
    if (c.path.steps.empty() || !amount) continue;
    for (TokenIndex child : Children(tree, tokens[i])) {
      const bool more =
          tree.dependency(child) == Dependency::conj && tree.word_class(child) == WordClass::symbol;  // "31 % et 14 %"
      if (more || (tree.dependency(child) == Dependency::nmod && preposition_of(tree, child) == "de"))
        tokens.push_back(child);
    }
  }
  bool found = false;
  if (c.lemmas.empty() && c.words.empty()) {
    found = !tokens.empty();
    return c.present ? found : !found;
  }
  const auto is_one = [&](TokenIndex t) {
    const language::LemmaId l = tree.token(t).lemma;
    if (l != language::no_lemma && std::find(c.lemmas.begin(), c.lemmas.end(), l) != c.lemmas.end()) return true;
    if (c.lemmas.size() == c.words.size()) return false;  // the lexicon knows them all
    return std::find(c.words.begin(), c.words.end(), tree.lemma(t)) != c.words.end() ||
           std::find(c.folded.begin(), c.folded.end(), utf8::fold(tree.text(t))) != c.folded.end();
  };
  for (const TokenIndex t : tokens) {
    if (is_one(t)) found = true;
    if (tree.word_class(t) == WordClass::symbol) {  // "18 % des importations", wherever "importations" hangs
      for (TokenIndex b = static_cast<TokenIndex>(t + 1); b < tree.size() && b < t + 4; ++b) {
        if (tree.word_class(b) == WordClass::noun && tree.lemma(static_cast<TokenIndex>(t + 1)) == "de" && is_one(b))
          found = true;
      }
    }
    for (TokenIndex child : Children(tree, t)) {
      const Dependency d = tree.dependency(child);
      if (d == Dependency::amod || d == Dependency::nmod || d == Dependency::conj || d == Dependency::acl ||
          d == Dependency::det || d == Dependency::advmod || d == Dependency::nummod || d == Dependency::case_ ||
          d == Dependency::aux_tense || d == Dependency::aux_pass ||
          (d == Dependency::flat_name && tree.word_class(child) == WordClass::proper_noun)) {
        if (is_one(child)) found = true;
      }
    }
  }
  return found != c.negated;
}

std::string Matcher::describe(const mapping::Condition& condition) const {
  std::string out = "condition on '";
  for (std::size_t i = 0; i < condition.path.steps.size(); ++i) {
    if (i != 0) out += '.';
    out += knowledge_.mappings.functions().name(condition.path.steps[i]);
  }
  return out + (condition.negated ? "' excludes this" : "' does not hold");
}

std::string Matcher::describe(const mapping::Filler& filler) const {
  std::string out;
  for (const mapping::Path& path : filler.paths) {
    if (!out.empty()) out += ", ";
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      if (i != 0) out += '.';
      out += knowledge_.mappings.functions().name(path.steps[i]);
    }
  }
  return out;
}

}  // namespace depeche::extract
