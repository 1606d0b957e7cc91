// What is said of a person beside his name: "X (professeur à A et membre de B)", "X, cofondateur et directeur de B",
// "X, de l'association B". Read off the words, because lists of such groups lead the parser astray.
#include <algorithm>
#include <span>
#include <vector>

#include "extract/predication_builder.hpp"

namespace depeche::extract {

using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;

namespace {

constexpr mapping::KindSet person = 1U << static_cast<unsigned>(recognise::ActorKind::person);
constexpr int longest_profile = 60, longest_affiliation = 10;

TokenIndex before(TokenIndex t) {
  return static_cast<TokenIndex>(t - 1);
}
TokenIndex behind(TokenIndex t) {
  return static_cast<TokenIndex>(t + 1);
}

bool may_precede_position(const Tree& tree, TokenIndex t) {
  if (tree.mention(t) != nullptr) return tree.mention(t)->form == recognise::MentionForm::demonym_adjective;
  return tree.word_class(t) == WordClass::determiner || tree.word_class(t) == WordClass::adjective ||
         tree.text(t) == ",";
}

bool is_known(std::string_view name, const lexicon::NameLexicon& names) {
  std::vector<lexicon::NameMatch> matches;
  return names.longest_match(std::span<const std::string_view>(&name, 1), matches) == 1;
}

}  // namespace

/// True if a new member of such a list may begin with the group of `n`: nothing stands between it and "(", "et" or a
/// comma but its own article and adjectives.
bool Builder::begins_member(TokenIndex n) const {
  TokenIndex b = n;
  while (b > 0 && tree_.mention(before(b)) == nullptr &&
         (tree_.word_class(before(b)) == WordClass::determiner || tree_.word_class(before(b)) == WordClass::adjective ||
          tree_.word_class(before(b)) == WordClass::adverb)) {
    --b;
  }
  return b > 0 && (tree_.text(before(b)) == "(" || tree_.text(before(b)) == "et" || tree_.text(before(b)) == ",");
}

/// True if the noun says what somebody is: an office, or what a rule about a person's state asks for.
bool Builder::is_position(TokenIndex t) const {
  if (tree_.mention(t) != nullptr || tree_.word_class(t) != WordClass::noun) return false;
  const auto* office = knowledge_.names.find_office(tree_.text(t));
  if (office != nullptr) return !office->person_title;
  const auto rules = knowledge_.mappings.triggered_by(tree_.token(t).lemma, TriggerClass::noun);
  return std::any_of(rules.begin(), rules.end(), [&](std::uint32_t r) {
    const mapping::Rule& rule = knowledge_.mappings.rules()[r];
    return (rule.subject.kinds & person) != 0 && !knowledge_.ontology.relations()[rule.relation_index].event;
  });
}

/// The bracket right behind a name in which the group of `n` is a member; no_token if there is none.
TokenIndex Builder::bracket_of_profile(TokenIndex n) const {
  if (!begins_member(n)) return no_token;
  TokenIndex t = n;
  for (int steps = 0; t > 1 && steps < longest_profile; ++steps) {
    --t;
    if (tree_.text(t) == ")" || is_finite(tree_, t)) return no_token;
    if (tree_.text(t) == "(") return is_name(tree_, before(t)) && tree_.mention(before(t))->end == t ? t : no_token;
  }
  return no_token;
}

/// Where the group of `n` ends: at the next member of the list, or where the list does.
TokenIndex Builder::end_of_member(TokenIndex n) const {
  bool own = false;  // "fondatrice et directrice de X": a member without complements shares the next one's
  for (TokenIndex t = behind(n); t < tree_.size(); ++t) {
    const std::string_view word = tree_.text(t);
    own = own || tree_.word_class(t) == WordClass::preposition || tree_.mention(t) != nullptr;
    if (word == ")" || word == ";" || word == ":" || word == "(" || is_finite(tree_, t) || is_relative(tree_, t))
      return t;
    if (word != "," && word != "et") continue;
    TokenIndex next = behind(t);
    while (next < tree_.size() && tree_.mention(next) == nullptr &&
           (tree_.text(next) == "et" || tree_.word_class(next) == WordClass::determiner ||
            tree_.word_class(next) == WordClass::adjective)) {
      ++next;
    }
    if (word == "," || next >= tree_.size() || is_position(next)) {
      if (own || next >= tree_.size() || !is_position(next)) return t;
    }
  }
  return tree_.size();
}

/// The names between `n` and `end`, each behind the preposition that leads to it.
void Builder::add_complements_of_member(TokenIndex n, TokenIndex end, bool weak) {
  for (TokenIndex t = behind(n); t < end; ++t) {
    const recognise::Mention* m = tree_.mention(t);
    if (m == nullptr || m->begin != t) continue;
    const TokenIndex head = tree_.head_of(*m);
    if (m->form == recognise::MentionForm::demonym_adjective) {
      add(core_.adjective, head, weak);
      add(core_.genitive, head, weak);
      continue;
    }
    TokenIndex p = before(t);
    while (p > n && tree_.mention(p) == nullptr &&
           (tree_.word_class(p) == WordClass::determiner || tree_.word_class(p) == WordClass::adjective ||
            tree_.word_class(p) == WordClass::noun || tree_.word_class(p) == WordClass::proper_noun)) {
      --p;
    }
    if (p <= n || tree_.word_class(p) != WordClass::preposition) continue;
    add(knowledge_.mappings.functions().find(tree_.lemma(p)), head, weak);
    if (tree_.lemma(p) == "de") add(core_.genitive, head, weak);
    t = before(m->end);
  }
}

void Builder::read_profile(TokenIndex open) {
  const TokenIndex holder = tree_.head_of(*tree_.mention(before(open)));
  add(core_.subject, holder);
  p_.alone = holder;
  add_complements_of_member(p_.predicate, end_of_member(p_.predicate), false);
}

/// "X, chef de la diplomatie et ancien dirigeant de B": the names before the commas that may open the list of `n`,
/// nearest first. Whose name is a person's, the rules decide.
void Builder::add_holders_of_list(TokenIndex n) {
  if (!is_position(n) || !begins_member(n) || tree_.token(n).morphology.number == language::Number::plural) return;
  // "Contrairement à X, le représentant de B juge …" is a subject of its own.
  if (tree_.has_child(n, language::Dependency::det)) {
    const TokenIndex end = end_of_member(n);
    if (end < tree_.size() && is_finite(tree_, end)) return;
  }
  TokenIndex t = n;
  for (int steps = 0; t > 1 && steps < longest_profile; ++steps) {
    --t;
    const std::string_view word = tree_.text(t);
    if (word == ")" || word == "(" || word == ";" || word == ":" || word == "»" || word == "\"" ||
        is_finite(tree_, t) || is_relative(tree_, t)) {
      return;
    }
    if (word != "," || !is_name(tree_, before(t)) || tree_.mention(before(t))->end != t) continue;
    TokenIndex first = behind(t);
    while (first < n && may_precede_position(tree_, first)) ++first;  // "X, Français, le directeur"
    if (first > n || !is_position(first)) return;
    const TokenIndex holder = tree_.head_of(*tree_.mention(before(t)));
    add(core_.subject, holder, true);
    p_.alone = holder;
    add_complements_of_member(n, end_of_member(n), true);
  }
}

/// "a déclaré le professeur X au quotidien B": what stands behind the holder's name with "à" or "pour" is the clause's.
void Builder::drop_complements_behind_holder() {
  if (knowledge_.names.find_office(tree_.text(p_.predicate)) == nullptr && !is_position(p_.predicate)) return;
  const std::vector<TokenIndex> names = p_.fillers(core_.apposition);
  const mapping::Functions& functions = knowledge_.mappings.functions();
  const FunctionId to = functions.find("à"), with = functions.find("pour"), at = functions.find("chez");
  for (const TokenIndex name : names) {
    if (name < p_.predicate ||
        is_named_by_noun_of(p_.predicate, tree_.mention(name) == nullptr ? name : tree_.mention(name)->begin))
      continue;
    std::erase_if(p_.arguments, [&](const Argument& a) {
      return a.token > name &&
             (a.function == to || a.function == with || a.function == at || a.function == core_.place);
    });
  }
}

/// The names of a list that fills a bracket, the first of them at `t`; empty if something else stands there.
std::vector<TokenIndex> Builder::members_in_brackets(TokenIndex t) const {
  std::vector<TokenIndex> members;
  for (; t < tree_.size(); ++t) {
    if (tree_.word_class(t) == WordClass::determiner) ++t;
    const recognise::Mention* m = t < tree_.size() ? tree_.mention(t) : nullptr;
    if (m == nullptr || m->begin != t || !is_name(tree_, t)) break;
    members.push_back(tree_.head_of(*m));
    t = m->end;
    if (t >= tree_.size() || tree_.text(t) == ")") return members;
    if (tree_.text(t) != "," && tree_.text(t) != "et") break;
  }
  return {};
}

/// "X, de l'association B," and "X (B)": the predicate is the preposition or the bracket, right behind a name.
Predication Builder::affiliation() {
  const TokenIndex n = p_.predicate;
  const bool bracket = tree_.text(n) == "(";
  const TokenIndex name = bracket ? before(n) : static_cast<TokenIndex>(n - 2);
  if (!is_name(tree_, name) || tree_.mention(name)->end != name + 1) return std::move(p_);
  TokenIndex t = behind(n);
  for (int steps = 0; t < tree_.size() && tree_.mention(t) == nullptr && !bracket && steps < longest_affiliation;
       ++steps, ++t) {
    const WordClass w = tree_.word_class(t);
    const bool part =
        w == WordClass::determiner || w == WordClass::noun || w == WordClass::adjective || tree_.lemma(t) == "de";
    if (!part) return std::move(p_);
  }
  if (t >= tree_.size() || !is_name(tree_, t) || tree_.mention(t)->begin != t) return std::move(p_);
  // "X, de l'avis de B," is about the view, not about X.
  TokenIndex b = before(t);
  if (tree_.word_class(b) == WordClass::determiner) --b;
  if (b != n && tree_.word_class(b) == WordClass::preposition) return std::move(p_);
  TokenIndex end = tree_.mention(t)->end;
  // "…, de l'Union de l'habitat de Rome, …": the place belongs to the name.
  if (!bracket && end + 1U < tree_.size() && tree_.lemma(end) == "de") {
    TokenIndex place = behind(end);
    if (tree_.word_class(place) == WordClass::determiner && place + 1U < tree_.size()) ++place;
    if (is_name(tree_, place) && tree_.mention(place)->begin == place) end = tree_.mention(place)->end;
  }
  if (bracket) {
    const std::vector<TokenIndex> members = members_in_brackets(t);
    if (members.size() > 1) {  // "les Six (A, B et C)"
      p_.alone = tree_.head_of(*tree_.mention(name));
      add(core_.subject, p_.alone);
      for (const TokenIndex member : members) add(core_.apposition, member);
      return std::move(p_);
    }
  }
  // In brackets unknown capitals may be anything.
  if (bracket && end == behind(t) && !is_known(tree_.text(t), knowledge_.names)) return std::move(p_);
  const bool closed = end >= tree_.size() || (bracket ? tree_.text(end) == ")" : ends_apposition(end));
  if (!closed) return std::move(p_);
  const TokenIndex holder = tree_.head_of(*tree_.mention(name));
  add(core_.subject, holder);
  p_.alone = holder;
  add(core_.de, tree_.head_of(*tree_.mention(t)));
  return std::move(p_);
}

}  // namespace depeche::extract
