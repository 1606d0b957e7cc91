#include <algorithm>

#include "extract/predication_builder.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;

bool Builder::is_copula(TokenIndex t) const {
  return (tree_.word_class(t) == WordClass::verb || tree_.word_class(t) == WordClass::auxiliary) &&
         (tree_.lemma(t) == "avoir" || knowledge_.reference.copulas.contains(tree_.token(t).lemma));
}

void Builder::add_other_side_of_copula(TokenIndex n) {
  TokenIndex t = static_cast<TokenIndex>(n + 1);
  while (t < tree_.size() && t < n + 24 && !is_copula(t)) {
    const WordClass w = tree_.word_class(t);
    if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::pronoun || tree_.text(t) == ";") break;
    ++t;
  }
  if (t < tree_.size() && is_copula(t)) {
    while (t < tree_.size() && (is_copula(t) || tree_.word_class(t) == WordClass::adverb ||
                                tree_.word_class(t) == WordClass::determiner || tree_.text(t) == ":")) {
      ++t;
    }
    if (t < tree_.size() && is_country_name(t) && tree_.mention(t)->begin == t) {
      add(core_.subject, tree_.head_of(*tree_.mention(t)), true);
    }
  }
  t = n;
  while (t > 0 && n - t < 10) {
    const WordClass w = tree_.word_class(static_cast<TokenIndex>(t - 1));
    const bool part = w == WordClass::determiner || w == WordClass::adjective || w == WordClass::numeral ||
                      tree_.text(static_cast<TokenIndex>(t - 1)) == "(" ||
                      tree_.text(static_cast<TokenIndex>(t - 1)) == ")";
    if (!part) break;
    --t;
  }
  if (t == 0 || t == n || !is_copula(static_cast<TokenIndex>(t - 1))) return;
  while (t > 0 && is_copula(static_cast<TokenIndex>(t - 1))) --t;
  // Backwards over the list that ends right before the copula.
  std::vector<TokenIndex> list;
  const auto add_list = [&] {
    for (std::size_t i = list.size(); i-- > 0;) add(core_.subject, list[i], true);
  };
  for (int members = 0; t > 0 && members < 12; ++members) {
    TokenIndex last = static_cast<TokenIndex>(t - 1);
    if (tree_.text(last) == ",") last = last > 0 ? static_cast<TokenIndex>(last - 1) : last;
    while (last > 0 &&
           (tree_.text(last) == "%" || tree_.word_class(last) == WordClass::numeral || tree_.text(last) == "avec" ||
            tree_.text(last) == "," || tree_.text(last) == "(" || tree_.text(last) == ")")) {
      --last;
    }
    if (!is_country_name(last)) return add_list();
    list.push_back(tree_.head_of(*tree_.mention(last)));
    TokenIndex begin = tree_.mention(last)->begin;
    if (begin > 0 && tree_.word_class(static_cast<TokenIndex>(begin - 1)) == WordClass::determiner) --begin;
    if (begin == 0) return add_list();
    const std::string_view joint = tree_.text(static_cast<TokenIndex>(begin - 1));
    if (joint != "et" && joint != ",") return add_list();
    t = static_cast<TokenIndex>(begin - 1);
  }
  add_list();
}

bool Builder::is_country_name(TokenIndex t) const {
  const recognise::Mention* m = tree_.mention(t);
  return m != nullptr && m->form != recognise::MentionForm::demonym_adjective;
}

void Builder::add_predicative_subject(TokenIndex n) {
  const TokenIndex h = tree_.head(n);
  if (h == no_token) return;
  // "Rome est l'un des cinq membres"
  const TokenIndex copula = tree_.child(h, Dependency::cop);
  if (tree_.lemma(h) == "un" && h < n && tree_.dependency(n) == Dependency::nmod && copula != no_token) {
    const TokenIndex subject = tree_.child(h, Dependency::nsubj);
    const bool headed = subject == no_token && tree_.dependency(h) == Dependency::appos && tree_.head(h) < copula;
    if (subject != no_token || headed) return add(core_.subject, headed ? tree_.head(h) : subject);
  }
  const Dependency d = tree_.dependency(n);
  if (d == Dependency::nsubj && tree_.has_child(h, Dependency::cop)) return add(core_.subject, h);
  if (is_verbal(tree_, h) && knowledge_.reference.copulas.contains(tree_.token(h).lemma) && n > h &&
      (d == Dependency::obj || d == Dependency::xcomp || d == Dependency::obl_mod || d == Dependency::obl_arg ||
       d == Dependency::nmod || d == Dependency::dep) &&
      preposition_of(tree_, n).empty()) {
    return add(core_.subject, surface_subject(tree_, h, knowledge_));
  }
  if (d != Dependency::xcomp || !is_verbal(tree_, h)) return;
  if (is_passive(tree_, h, knowledge_)) return add(core_.subject, surface_subject(tree_, h, knowledge_));
  const TokenIndex object = tree_.child(h, Dependency::obj);
  add(core_.subject, object != no_token && !is_reflexive(tree_, object) ? antecedent(tree_, object)
                                                                        : surface_subject(tree_, h, knowledge_));
}

void Builder::add_words_of_title(TokenIndex n) {
  bool comma = false;
  int behind_comma = 0;
  const bool plural = tree_.token(n).morphology.number == language::Number::plural;
  for (TokenIndex t = static_cast<TokenIndex>(n + 1); t < tree_.size() && t < n + 16; ++t) {
    const std::string_view word = tree_.text(t);
    const recognise::Mention* m = tree_.mention(t);
    if (m == nullptr) {
      const bool honorific =
          knowledge_.names.find_office(word) != nullptr && knowledge_.names.find_office(word)->person_title;
      const TokenIndex next = static_cast<TokenIndex>(t + 1);
      const bool more = plural && next < tree_.size() && tree_.mention(next) != nullptr &&
                        tree_.mention(next)->form == recognise::MentionForm::demonym_adjective;
      if (more && (word == "," || word == "et")) continue;  // "les présidents turc, grec et bulgare, X, Y et Z"
      if (word == "(" && is_acronym_in_brackets(t)) {       // "le président du Collectif d'aide (CA), X"
        t = static_cast<TokenIndex>(t + 2);
        continue;
      }
      if (word == "," && !comma) {
        comma = true;
      } else if (comma && !honorific && tree_.word_class(t) != WordClass::determiner) {
        // ", le travailliste John Miller,"
        const bool one_word = behind_comma++ == 0 &&
                              (tree_.word_class(t) == WordClass::noun || tree_.word_class(t) == WordClass::adjective);
        if (!one_word && word != "\"" && word != "«" && word != "»") return;
      }
      if (plural && is_relative(tree_, t))
        return;  // "des responsables turcs, dont les deux présidents d'Orbak, A et B"
      if (tree_.word_class(t) == WordClass::verb || tree_.word_class(t) == WordClass::auxiliary || word == ";" ||
          word == ":" || word == "." || word == "(" || (word == "et" && !comma)) {
        return;
      }
      continue;
    }
    if (m->begin <= n) {  // the office is itself part of a name
      t = static_cast<TokenIndex>(m->end - 1);
      continue;
    }
    const std::string_view before = t == 0 ? std::string_view{} : tree_.lemma(static_cast<TokenIndex>(m->begin - 1));
    const WordClass class_before = tree_.word_class(static_cast<TokenIndex>(m->begin - 1));
    if (m->form == recognise::MentionForm::demonym_adjective) {
      if (!comma) add_belonging(core_.adjective, t);
    } else if (class_before == WordClass::preposition || class_before == WordClass::determiner) {
      const bool de = before == "de" || (class_before == WordClass::determiner && m->begin >= 2 &&
                                         tree_.lemma(static_cast<TokenIndex>(m->begin - 2)) == "de");
      if (de && !comma) add_belonging(core_.de, tree_.head_of(*m));
    } else if (is_name(tree_, t)) {
      // "les deux coprésidents d'Orbak, A et B"
      const bool listed = plural && m->end < tree_.size() && tree_.text(static_cast<TokenIndex>(m->end)) == "et" &&
                          m->end + 1U < tree_.size() && is_name(tree_, static_cast<TokenIndex>(m->end + 1));
      if (!comma || listed || ends_apposition(m->end)) {
        add(core_.apposition, tree_.head_of(*m), true);
        add(core_.subject, tree_.head_of(*m), true);
      }
      if (comma && listed) {
        const TokenIndex last = tree_.head_of(*tree_.mention(static_cast<TokenIndex>(m->end + 1)));
        add(core_.apposition, last, true);
        add(core_.subject, last, true);
      }
      // "le chef du groupe armé Orbak (OB), X": what stands behind a noun with "de" may be what the office is held in.
      if (!comma && is_named_by_noun_of(n, m->begin)) {
        add_belonging(core_.de, tree_.head_of(*m));
        t = static_cast<TokenIndex>(m->end - 1);
        continue;
      }
      // "la députée PS des Alpes, X": a party before its member.
      const bool party = m->begin == n + 1 && m->end == t + 1 && tree_.token(t).all_capitals && t + 1 < tree_.size() &&
                         tree_.text(static_cast<TokenIndex>(t + 1)) != ",";
      if (!party) return;
    }
    t = static_cast<TokenIndex>(m->end - 1);
  }
}

/// "de la chaîne de télévision [X]": nouns lead back from the name at `begin` to a "de" behind `n`.
bool Builder::is_named_by_noun_of(TokenIndex n, TokenIndex begin) const {
  TokenIndex p = static_cast<TokenIndex>(begin - 1);
  while (p > n && tree_.mention(p) == nullptr &&
         (tree_.word_class(p) == WordClass::noun || tree_.word_class(p) == WordClass::adjective)) {
    --p;
  }
  const bool noun = p + 1U < begin;  // or an adjective: "des puissants Gardiens"
  if (p > n && tree_.word_class(p) == WordClass::determiner) --p;
  return noun && p > n && tree_.lemma(p) == "de";
}

bool Builder::is_acronym_in_brackets(TokenIndex open) const {
  return open > 0 && open + 2U < tree_.size() && tree_.mention(static_cast<TokenIndex>(open - 1)) != nullptr &&
         tree_.token(static_cast<TokenIndex>(open + 1)).all_capitals &&
         tree_.text(static_cast<TokenIndex>(open + 2)) == ")";
}

void Builder::add_belonging(FunctionId function, TokenIndex t) {
  add(function, t, true);
  add(core_.genitive, t, true);
}

bool Builder::ends_apposition(TokenIndex t) const {
  if (t >= tree_.size()) return true;
  const std::string_view word = tree_.text(t);
  return word == "," || word == "." || word == ")" || word == ":" || word == ";" || word == "»" || word == "\"" ||
         tree_.word_class(t) == WordClass::verb || tree_.word_class(t) == WordClass::auxiliary;
}

void Builder::add_neighbouring_name(TokenIndex n) {
  const std::vector<TokenIndex> appositions = p_.fillers(core_.apposition);
  // "X, chef du groupe armé Orbak": the name behind is what the office is held in, not its holder.
  const bool held_in = !appositions.empty() && tree_.mention(appositions[0]) != nullptr && is_position(n) &&
                       is_named_by_noun_of(n, tree_.mention(appositions[0])->begin);
  if (held_in) {
    if (const TokenIndex before = name_before(n); before != no_token) add(core_.subject, before, true);
  }
  if (!appositions.empty()) return;
  if (const TokenIndex name = name_behind(tree_, n); name != no_token) {
    add_apposition(n, name, false);
  } else if (const TokenIndex before = name_before(n);
             before != no_token && p_.support == no_token && tree_.child(n, Dependency::cop) == no_token) {
    add(core_.subject, before);
    if (is_position(n)) add_complements_of_member(n, end_of_member(n), true);
  }
}

TokenIndex Builder::name_before(TokenIndex n) const {
  TokenIndex t = n;
  bool one_of = false;  // "X, l'un de ses alliés"
  for (int steps = 0; t > 0 && steps < 6; ++steps) {
    --t;
    const WordClass w = tree_.word_class(t);
    if (tree_.text(t) == "," || tree_.text(t) == "(") break;
    if (w == WordClass::preposition && tree_.lemma(t) == "de" && t > 1 &&
        tree_.lemma(static_cast<TokenIndex>(t - 1)) == "un") {
      one_of = true;
      --t;
      continue;
    }
    if (w != WordClass::determiner && w != WordClass::adjective && w != WordClass::adverb) return no_token;
  }
  if (t == 0 || (tree_.text(t) != "," && tree_.text(t) != "(")) return no_token;
  // "Contrairement à X, le représentant de Rome juge …" is no apposition: the group goes on to a verb.
  if (tree_.has_child(n, Dependency::det)) {
    for (TokenIndex e = static_cast<TokenIndex>(n + 1);
         e < tree_.size() && tree_.word_class(e) != WordClass::punctuation; ++e) {
      if (is_relative(tree_, e)) break;  // "X, le représentant de Rome qui juge …"
      if (tree_.word_class(e) == WordClass::auxiliary ||
          (tree_.word_class(e) == WordClass::verb && tree_.token(e).morphology.verb_form == VerbForm::finite)) {
        return no_token;
      }
    }
  }
  --t;
  if (!is_name(tree_, t) || tree_.mention(t)->end != t + 1) return no_token;
  const TokenIndex begin = tree_.mention(t)->begin;
  const bool joined = begin > 0 && tree_.text(static_cast<TokenIndex>(begin - 1)) == "et";
  // "autour de Mevlut Demir, les présidents du Mali et du Niger": one is not several.
  if (tree_.token(n).morphology.number == language::Number::plural && !joined && !one_of) return no_token;
  if (one_of && joined) return no_token;
  return tree_.head_of(*tree_.mention(t));
}

void Builder::add_apposition(TokenIndex n, TokenIndex name, bool weak) {
  add(core_.apposition, name, weak);
  const TokenIndex begin = tree_.mention(name)->begin;
  const std::string_view before = begin == 0 ? std::string_view{} : tree_.text(static_cast<TokenIndex>(begin - 1));
  const bool plural = tree_.token(n).morphology.number == language::Number::plural;
  if (before == "," || (before == "(" && plural) || before == ":" ||
      knowledge_.names.find_office(tree_.text(n)) != nullptr) {
    add(core_.subject, name, weak);
  }
}

}  // namespace depeche::extract
