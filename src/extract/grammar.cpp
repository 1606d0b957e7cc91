#include "extract/grammar.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/knowledge.hpp"
#include "extract/support.hpp"

namespace depeche::extract {

using language::Dependency;
using language::PronounType;
using language::VerbForm;
using language::WordClass;

bool is_verbal(const Tree& tree, TokenIndex t) {
  return tree.word_class(t) == WordClass::verb || tree.word_class(t) == WordClass::auxiliary;
}

bool is_finite(const Tree& tree, TokenIndex t) {
  return is_verbal(tree, t) && tree.token(t).morphology.verb_form == VerbForm::finite;
}

bool is_noun(const Tree& tree, TokenIndex t) {
  return tree.word_class(t) == WordClass::noun || tree.word_class(t) == WordClass::proper_noun;
}

bool is_nominal(const Tree& tree, TokenIndex t) {
  return is_noun(tree, t) || tree.mention(t) != nullptr;
}

bool is_reflexive(const Tree& tree, TokenIndex t) {
  const std::string_view form = tree.text(t);
  return form == "se" || form == "s'" || form == "s’" || form == "Se" || form == "S'" || form == "S’";
}

bool is_resuming(const Tree& tree, TokenIndex t) {
  if (t == 0 || t + 1 >= tree.size() || tree.text(t) != "ce" || tree.text(static_cast<TokenIndex>(t - 1)) != ",")
    return false;
  const std::string_view next = tree.text(static_cast<TokenIndex>(t + 1));
  return next == "que" || next == "qu'" || next == "qu’";
}

bool is_object_clitic(std::string_view form) {
  return form == "le" || form == "la" || form == "les" || form == "l'" || form == "l’" || form == "Le" ||
         form == "La" || form == "Les" || form == "L'" || form == "L’";
}

bool is_relative(const Tree& tree, TokenIndex t) {
  if (tree.token(t).morphology.pronoun == PronounType::relative) return true;
  if (tree.word_class(t) != WordClass::pronoun) return false;
  const std::string_view l = tree.lemma(t);
  return l == "qui" || l == "dont" || l == "lequel" || l == "où" || l == "que";
}

bool is_name(const recognise::Mention& mention) {
  return mention.form == recognise::MentionForm::full_name || mention.form == recognise::MentionForm::short_name;
}

bool is_name(const Tree& tree, TokenIndex t) {
  const recognise::Mention* m = tree.mention(t);
  return m != nullptr && is_name(*m);
}

bool is_ex(std::string_view title) {
  return title.starts_with("ex-") || title.starts_with("Ex-");
}

bool has_reflexive(const Tree& tree, TokenIndex verb) {
  for (TokenIndex c : Children(tree, verb)) {
    if (c < verb && is_reflexive(tree, c)) return true;
  }
  return false;
}

std::string_view preposition_of(const Tree& tree, TokenIndex group) {
  for (TokenIndex c : Children(tree, group)) {
    const Dependency d = tree.dependency(c);
    if (d == Dependency::case_ || (d == Dependency::mark && tree.word_class(c) == WordClass::preposition)) {
      return tree.lemma(c);
    }
  }
  return {};
}

TokenIndex antecedent(const Tree& tree, TokenIndex t) {
  if (t == no_token || !is_relative(tree, t)) return t;
  TokenIndex up = t;
  for (int steps = 0; up != no_token && steps < 8; ++steps, up = tree.head(up)) {
    if (tree.dependency(up) == Dependency::acl_relcl && tree.head(up) != no_token && tree.head(up) < t) {
      if (!is_verbal(tree, tree.head(up)) && tree.word_class(tree.head(up)) != WordClass::adverb) return tree.head(up);
      break;  // no clause is about a verb
    }
  }
  // The parser missed the relative clause: the nearest noun or name before the pronoun is what it stands for.
  for (TokenIndex b = t; b-- > 0;) {
    const WordClass w = tree.word_class(b);
    if (w == WordClass::punctuation || w == WordClass::preposition) continue;
    if (tree.mention(b) != nullptr) return tree.head_of(*tree.mention(b));
    if (is_noun(tree, b)) return b;
    if (w != WordClass::adjective) break;
  }
  return t;
}

bool coordinator_between(const Tree& tree, TokenIndex from, TokenIndex to) {
  for (TokenIndex t = static_cast<TokenIndex>(from + 1); t < to; ++t) {
    if (tree.word_class(t) == WordClass::coordinator && tree.mention(t) == nullptr) return true;
  }
  return false;
}

TokenIndex name_behind(const Tree& tree, TokenIndex n) {
  for (TokenIndex c : Children(tree, n)) {
    const Dependency d = tree.dependency(c);
    if (c > n && is_name(tree, c) && tree.mention(c) != tree.mention(n) && preposition_of(tree, c).empty() &&
        tree.mention(c)->begin > n &&
        ((d == Dependency::appos && tree.text(static_cast<TokenIndex>(tree.mention(c)->begin - 1)) == ",") ||
         !coordinator_between(tree, n, c)) &&
        tree.word_class(static_cast<TokenIndex>(tree.mention(c)->begin - 1)) != WordClass::preposition &&
        (d == Dependency::appos || d == Dependency::flat_name || d == Dependency::nmod ||
         d == Dependency::flat_foreign)) {
      return c;
    }
  }
  TokenIndex end = static_cast<TokenIndex>(n + 1);
  for (TokenIndex c : Children(tree, n)) {
    const Dependency d = tree.dependency(c);
    if (c < n || (d != Dependency::amod && d != Dependency::nmod) || c > end + 3) continue;
    TokenIndex stop = tree.end_of(c);
    for (TokenIndex t = c; t < stop; ++t) {  // stop before a name that the parser made part of the group
      if (t > c && is_name(tree, t) && tree.mention(t)->begin == t &&
          tree.text(static_cast<TokenIndex>(t - 1)) == ",") {
        stop = static_cast<TokenIndex>(t - 1);
      }
    }
    end = std::max(end, stop);
  }
  if (end >= tree.size()) return no_token;
  TokenIndex t = end;
  const bool comma = tree.text(t) == ",";
  // "cinq membres (Rome, Paris …)", "le gouvernement d'union nationale (GNA)"
  const bool list = tree.text(t) == "(" && t + 1 < tree.size() &&
                    tree.mention(static_cast<TokenIndex>(t + 1)) != nullptr &&
                    (tree.token(n).morphology.number == language::Number::plural ||
                     (tree.mention(static_cast<TokenIndex>(t + 1))->end < tree.size() &&
                      tree.text(tree.mention(static_cast<TokenIndex>(t + 1))->end) == ")"));
  if (comma || list) ++t;
  // ", l'Italien Paolo Rinaldi,", ", la socialiste Anna Pappas,"
  bool described = false;
  const bool article = t < tree.size() && tree.word_class(t) == WordClass::determiner;
  if (comma && t + 2 < tree.size() && tree.mention(t) == nullptr) {
    const TokenIndex word = static_cast<TokenIndex>(t + (article ? 1 : 0));  // ", cheikh Karim Haddad,"
    const recognise::Mention* m = tree.mention(word);
    const bool citizen = m != nullptr && m->form == recognise::MentionForm::demonym_noun && m->end == word + 1;
    const bool plain =
        m == nullptr && (tree.word_class(word) == WordClass::noun || tree.word_class(word) == WordClass::adjective);
    if ((citizen || plain) && is_name(tree, static_cast<TokenIndex>(word + 1))) {
      t = static_cast<TokenIndex>(word + 1);
      described = true;
    }
  }
  if (t >= tree.size() || !is_name(tree, t) || tree.mention(t)->begin != t) return no_token;
  const WordClass before = tree.word_class(static_cast<TokenIndex>(t - 1));
  if (!described && (before == WordClass::determiner || before == WordClass::preposition)) return no_token;
  if (comma) {
    const TokenIndex behind = tree.mention(t)->end;
    const std::string_view next = behind < tree.size() ? tree.text(behind) : ".";
    if (next != "," && next != ")" && next != ".") return no_token;
  }
  return tree.head_of(*tree.mention(t));
}

/// ", condamné à mort par Rome, …": the parser takes a participle between commas for a relative clause.
bool is_reduced_relative(const Tree& tree, TokenIndex v) {
  if (tree.dependency(v) != Dependency::acl_relcl || tree.token(v).morphology.verb_form != VerbForm::past_participle)
    return false;
  for (TokenIndex c : Children(tree, v)) {
    const Dependency d = tree.dependency(c);
    const bool own = d == Dependency::nsubj || d == Dependency::nsubj_pass || d == Dependency::aux_tense ||
                     d == Dependency::aux_pass;
    if (own || is_relative(tree, c)) return false;
  }
  return true;
}

bool is_passive(const Tree& tree, TokenIndex v, const Knowledge& knowledge) {
  const language::Morphology& m = tree.token(v).morphology;
  if (m.verb_form != VerbForm::past_participle) return false;
  const language::VerbTraits traits = knowledge.forms.verb_traits(tree.token(v).lemma);
  if (knowledge.reference.perfect_with_etre.contains(tree.token(v).lemma)) return false;
  const bool can = traits.transitive || !(traits.auxiliary_etre || traits.intransitive);
  bool etre = false, avoir = false, ete = false;
  for (TokenIndex c : Children(tree, v)) {
    const Dependency d = tree.dependency(c);
    if (d != Dependency::aux_tense && d != Dependency::aux_pass && d != Dependency::cop) continue;
    if (tree.lemma(c) == "avoir") avoir = true;
    if (tree.lemma(c) == "être") {
      etre = true;
      if (tree.text(c) == "été") ete = true;
    }
  }
  if (ete) return true;
  if (avoir) return false;
  if (etre) return can && !traits.auxiliary_etre;
  const Dependency d = tree.dependency(v);
  // "Mevlut Demir fait l'objet d'une enquête": no passive has an object; the form is a present.
  for (TokenIndex c : Children(tree, v)) {
    if (c > v && tree.dependency(c) == Dependency::obj && tree.has_child(c, Dependency::det) &&
        (d == Dependency::acl || d == Dependency::amod))
      return false;
  }
  const bool reduced = d == Dependency::acl || is_reduced_relative(tree, v) || d == Dependency::amod ||
                       d == Dependency::advcl || d == Dependency::root || d == Dependency::conj ||
                       d == Dependency::parataxis || d == Dependency::appos || d == Dependency::xcomp ||
                       d == Dependency::ccomp;
  if (d == Dependency::conj && tree.head(v) != no_token && !tree.has_child(v, Dependency::nsubj)) {
    // "a rencontré X et signé Y": the auxiliary is shared.
    const TokenIndex h = tree.head(v);
    if (is_verbal(tree, h) && tree.token(h).morphology.verb_form == VerbForm::past_participle) {
      return is_passive(tree, h, knowledge);
    }
  }
  return reduced && can && !traits.auxiliary_etre;
}

/// A group with a preposition other than a partitive de is no subject, whatever the parser says.
bool may_be_subject(const Tree& tree, TokenIndex group) {
  const std::string_view p = preposition_of(tree, group);
  return p.empty() || p == "de";
}

/// "M.", "Mme"
bool is_honorific(const Tree& tree, TokenIndex t, const Knowledge& knowledge) {
  const auto* title = knowledge.names.find_office(tree.text(t));
  return title != nullptr && title->person_title;
}

/// ", Mevlut Demir a rencontré": a name between a comma (or the beginning) and a verb is its subject.
TokenIndex name_right_before(const Tree& tree, TokenIndex v, const Knowledge& knowledge) {
  TokenIndex t = v;
  bool finite = tree.token(v).morphology.verb_form == VerbForm::finite;
  while (t > 0) {
    const TokenIndex b = static_cast<TokenIndex>(t - 1);
    const WordClass w = tree.word_class(b);
    if (w == WordClass::auxiliary && tree.head(b) == v) {
      finite = finite || tree.token(b).morphology.verb_form == VerbForm::finite;
    } else if ((w != WordClass::pronoun && w != WordClass::adverb) || tree.head(b) != v ||
               tree.dependency(b) == Dependency::nsubj) {
      break;
    }
    t = b;
  }
  if (!finite || t == 0) return no_token;
  const recognise::Mention* m = tree.mention(static_cast<TokenIndex>(t - 1));
  if (m == nullptr || m->form == recognise::MentionForm::demonym_adjective) return no_token;
  TokenIndex begin = m->begin;
  if (begin > 0 && (tree.word_class(static_cast<TokenIndex>(begin - 1)) == WordClass::determiner ||
                    is_honorific(tree, static_cast<TokenIndex>(begin - 1), knowledge))) {
    --begin;
  }
  // "… et le Soudan accuse Rome": one name does not agree with a plural.
  const bool behind_and = begin > 0 && tree.word_class(static_cast<TokenIndex>(begin - 1)) == WordClass::coordinator &&
                          tree.token(v).morphology.verb_form == VerbForm::finite &&
                          tree.token(v).morphology.number == language::Number::singular;
  const bool stands_free = behind_and || begin == 0 || tree.text(static_cast<TokenIndex>(begin - 1)) == ",";
  return stands_free ? tree.head_of(*m) : no_token;
}

/// "…", a déclaré à la presse le ministre turc: the parser takes the subject behind a verb of saying for an object.
TokenIndex inverted_subject(const Tree& tree, TokenIndex v, const Knowledge& knowledge) {
  const auto entries = knowledge.governors.find(tree.token(v).lemma, mapping::TriggerClass::verb);
  const bool says = std::any_of(entries.begin(), entries.end(), [](const mapping::Governor& g) {
    return g.implication == mapping::Implication::said || g.implication == mapping::Implication::implies ||
           g.implication == mapping::Implication::accused;
  });
  if (!says || !is_finite_group(tree, v)) return no_token;  // ", dénonçant la politique de Rome" has its object
  TokenIndex first = v;
  for (TokenIndex c : Children(tree, v)) {
    if (tree.dependency(c) == Dependency::aux_tense) first = std::min(first, c);
  }
  if (first == 0) return no_token;
  const std::string_view before = tree.text(static_cast<TokenIndex>(first - 1));
  if (before != "," && before != "\"" && before != "»" && before != "”") return no_token;
  for (TokenIndex c : Children(tree, v)) {
    if (c < v || !preposition_of(tree, c).empty() || knowledge.reference.time_nouns.contains(tree.token(c).lemma))
      continue;
    const Dependency d = tree.dependency(c);
    const bool nominal = is_noun(tree, c);
    if (nominal &&
        (d == Dependency::obj || d == Dependency::obl_mod || d == Dependency::obl_arg || d == Dependency::nmod ||
         d == Dependency::dep || d == Dependency::appos) &&
        (is_name(tree, c) || tree.has_child(c, Dependency::det))) {
      return c;
    }
  }
  // "a déclaré à la presse Mevlut Demir", "à l'AFP": the name may have ended up below what it was said to.
  for (TokenIndex c : Children(tree, v)) {
    const bool told = tree.mention(c) != nullptr && preposition_of(tree, c) == "à";
    if (c < v || (!told && !knowledge.reference.audience.contains(tree.token(c).lemma))) continue;
    for (TokenIndex n : Children(tree, c)) {
      if (n > c && is_name(tree, n) && preposition_of(tree, n).empty()) return n;
    }
  }
  return no_token;
}

bool is_finite_group(const Tree& tree, TokenIndex v) {
  if (tree.token(v).morphology.verb_form == VerbForm::finite) return true;
  for (TokenIndex c : Children(tree, v)) {
    const Dependency d = tree.dependency(c);
    if ((d == Dependency::aux_tense || d == Dependency::aux_pass || d == Dependency::cop) &&
        tree.token(c).morphology.verb_form == VerbForm::finite) {
      return true;
    }
  }
  return false;
}

/// "…, la France accusant Rome de …": a name between a comma and a participle in -ant is its own subject.
TokenIndex absolute_subject(const Tree& tree, TokenIndex v) {
  if (tree.token(v).morphology.verb_form != VerbForm::present_participle || v == 0) return no_token;
  const recognise::Mention* m = tree.mention(static_cast<TokenIndex>(v - 1));
  if (m == nullptr || m->end != v || m->form == recognise::MentionForm::demonym_adjective) return no_token;
  TokenIndex begin = m->begin;
  if (begin > 0 && tree.word_class(static_cast<TokenIndex>(begin - 1)) == WordClass::determiner) --begin;
  if (begin == 0 || tree.text(static_cast<TokenIndex>(begin - 1)) != ",") return no_token;
  return tree.head_of(*m);
}

/// "…, accusant", "…, l'accusant"
bool is_behind_comma(const Tree& tree, TokenIndex v) {
  const TokenIndex first = v > 1 && tree.word_class(static_cast<TokenIndex>(v - 1)) == WordClass::pronoun &&
                                   is_object_clitic(utf8::lower(tree.text(static_cast<TokenIndex>(v - 1))))
                               ? static_cast<TokenIndex>(v - 1)
                               : v;
  return first > 0 && tree.text(static_cast<TokenIndex>(first - 1)) == ",";
}

/// The subject that the verb's form agrees with, explicit or understood.
TokenIndex surface_subject(const Tree& tree, TokenIndex v, const Knowledge& knowledge, int depth) {
  if (depth > 6) return no_token;
  for (TokenIndex c : Children(tree, v)) {
    const Dependency d = tree.dependency(c);
    if (d != Dependency::nsubj && d != Dependency::nsubj_pass) continue;
    // Infinitives and participles in -ant have no subject behind them: "soutenant le président".
    const bool participle =
        tree.token(v).morphology.verb_form == VerbForm::past_participle && !tree.has_child(v, Dependency::aux_tense);
    const bool behind = c > v && !participle && !is_finite_group(tree, v);
    if (!behind && may_be_subject(tree, c)) return antecedent(tree, c);
  }
  // "Monsieur Jean Petit, juriste, est nommé …": nobody is addressed where the verb has no other subject.
  if (tree.has_child(v, Dependency::aux_pass) || tree.has_child(v, Dependency::cop)) {
    const TokenIndex named = tree.child(v, Dependency::vocative);
    if (named != no_token && named < v && tree.begin_of(v) == tree.begin_of(named)) return named;
  }
  if (const TokenIndex a = absolute_subject(tree, v); a != no_token) return a;
  if (const TokenIndex n = name_right_before(tree, v, knowledge); n != no_token) return n;
  if (tree.token(v).morphology.verb_form != VerbForm::infinitive) {
    // "Depuis, Berne et Bruxelles ont signé …": a bare name before the verb under another label
    for (TokenIndex c : Children(tree, v)) {
      const Dependency d = tree.dependency(c);
      const recognise::Mention* m = tree.mention(c);
      if (c < v && m != nullptr && m->form != recognise::MentionForm::demonym_adjective &&
          preposition_of(tree, c).empty() &&
          (d == Dependency::obl_mod || d == Dependency::obl_arg || d == Dependency::dep) && tree.end_of(c) + 3 > v) {
        return c;
      }
      // "Plus de la moitié des importations viennent de …"
      const std::string_view opening = tree.text(tree.begin_of(c));
      if (c < v && m == nullptr && d == Dependency::obl_mod && tree.end_of(c) + 3 > v && is_finite_group(tree, v) &&
          knowledge.reference.quantities.contains(tree.token(c).lemma) &&
          (opening == "Plus" || opening == "plus" || opening == "Près" || opening == "près" || opening == "Moins" ||
           opening == "moins")) {
        return c;
      }
    }
  }
  if (const TokenIndex e = tree.child(v, Dependency::expl_subj); e != no_token) return e;
  if (const TokenIndex i = inverted_subject(tree, v, knowledge); i != no_token) return i;
  const TokenIndex h = tree.head(v);
  if (h == no_token) return no_token;
  switch (is_reduced_relative(tree, v) ? Dependency::acl : tree.dependency(v)) {
    case Dependency::conj:
      if (is_verbal(tree, h) || tree.has_child(h, Dependency::cop))
        return surface_subject(tree, h, knowledge, depth + 1);
      // "Le Brésil et l'Inde ont été …": the parser made the subject the head of its own clause.
      return h < v && !tree.has_child(v, Dependency::cc) ? h : no_token;
    case Dependency::xcomp:
      return controller(tree, v, h, knowledge, depth + 1);
    case Dependency::ccomp:
      return tree.token(v).morphology.verb_form == VerbForm::infinitive ? controller(tree, v, h, knowledge, depth + 1)
                                                                        : no_token;
    case Dependency::advcl:
    case Dependency::parataxis:
      if (tree.token(v).morphology.verb_form == VerbForm::finite && !tree.has_child(v, Dependency::aux_tense)) {
        return no_token;
      }
      // "s'est joint aux critiques contre X en l'accusant": hung from a noun, it goes with the verb above.
      for (TokenIndex up = h; up != no_token; up = tree.head(up)) {
        if (is_verbal(tree, up)) return surface_subject(tree, up, knowledge, depth + 1);
        if (tree.token(v).morphology.verb_form != VerbForm::present_participle) break;
      }
      return no_token;
    case Dependency::acl:
    case Dependency::amod:
      // "la libération d'Anna Pappas, détenue en Libye": the full name right before the comma
      if (tree.token(v).morphology.verb_form == VerbForm::past_participle && v > 2 &&
          tree.text(static_cast<TokenIndex>(v - 1)) == ",") {
        const recognise::Mention* m = tree.mention(static_cast<TokenIndex>(v - 2));
        if (m != nullptr && m->form == recognise::MentionForm::full_name && m->end - m->begin > 1 && m->begin > h &&
            tree.mention(h) == nullptr && tree.dominates(h, m->begin) &&
            knowledge.names.find_office(tree.text(h)) == nullptr) {
          return tree.head_of(*m);
        }
      }
      if (tree.token(v).morphology.verb_form == VerbForm::infinitive)
        return controller(tree, v, h, knowledge, depth + 1);
      if (tree.token(v).morphology.verb_form == VerbForm::present_participle && is_behind_comma(tree, v)) {
        // "…, fournissant 80 % de ses importations": a participle behind a comma goes with the clause.
        for (TokenIndex up = h; up != no_token; up = tree.head(up)) {
          const Dependency d = tree.dependency(up);
          if (d == Dependency::acl || d == Dependency::amod || d == Dependency::acl_relcl) continue;
          if (!is_verbal(tree, up) && !tree.has_child(up, Dependency::cop)) continue;
          const TokenIndex s = surface_subject(tree, up, knowledge, depth + 1);
          return s == no_token ? h : s;
        }
      }
      return h;
    case Dependency::obj:
    case Dependency::dep:
    case Dependency::obl_mod:
    case Dependency::obl_arg:
      return is_verbal(tree, h) ? surface_subject(tree, h, knowledge, depth + 1) : no_token;
    default:
      return no_token;
  }
}

TokenIndex deep_subject(const Tree& tree, TokenIndex verb, const Knowledge& knowledge, int depth) {
  if (depth > 6) return no_token;
  if (has_reflexive(tree, verb) || !is_passive(tree, verb, knowledge))
    return surface_subject(tree, verb, knowledge, depth);
  return antecedent(tree, tree.child(verb, Dependency::obl_agent));
}

}  // namespace depeche::extract
