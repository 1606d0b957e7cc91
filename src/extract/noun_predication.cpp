#include <algorithm>

#include "base/utf8.hpp"
#include "extract/predication_builder.hpp"

namespace depeche::extract {

using language::Dependency;
using language::VerbForm;
using language::WordClass;
using mapping::FunctionId;
using mapping::TriggerClass;

namespace {

/// "X, *de* l'association B," and "X *(* B)".
bool may_be_affiliation(const Tree& tree, TokenIndex n) {
  if (n < 2 || n + 1U >= tree.size()) return false;
  const TokenIndex before = static_cast<TokenIndex>(n - 1);
  if (tree.text(n) == "(") return is_name(tree, before);
  return tree.word_class(n) == WordClass::preposition && tree.text(before) == "," &&
         is_name(tree, static_cast<TokenIndex>(n - 2));
}

}  // namespace

Predication Builder::noun() {
  const TokenIndex n = p_.predicate;
  if (may_be_affiliation(tree_, n)) return affiliation();
  if (const TokenIndex open = bracket_of_profile(n); open != no_token) {
    read_profile(open);
    return std::move(p_);
  }
  add_noun_complements(n, false);
  find_support(n);
  if (const TokenIndex copula_subject = tree_.child(n, Dependency::nsubj); copula_subject != no_token) {
    add(core_.subject, antecedent(tree_, copula_subject));
  } else if (tree_.has_child(n, Dependency::cop)) {
    add(core_.subject, surface_subject(tree_, n, knowledge_));  // "continue d'être membre"
  }
  if (tree_.dependency(n) == Dependency::appos) {
    add(core_.subject, tree_.head(n));
  }
  add_predicative_subject(n);
  add_participants_of_clause(n);
  add_complements_of_neighbours(n);
  add_other_side_of_copula(n);
  if (const auto* office = knowledge_.names.find_office(tree_.text(n)); office != nullptr && !office->person_title) {
    add_words_of_title(n);
  }
  add_neighbouring_name(n);
  drop_complements_behind_holder();
  if (p_.fillers(core_.subject).empty() && p_.fillers(core_.apposition).empty()) add_holders_of_list(n);
  add_patient_behind_agent(n);
  if (p_.fillers(core_.subject).empty()) {
    for (const TokenIndex possessor : p_.fillers(core_.possessive)) add(core_.subject, possessor);
  }
  return std::move(p_);
}

/// "Un entretien a eu lieu mardi entre X et Y", "l'accord de pêche conclu entre X et Y": the participants of the noun,
/// wherever the parser hung them.
void Builder::add_participants_of_clause(TokenIndex n) {
  const TokenIndex h = tree_.head(n);
  if (h != no_token && is_verbal(tree_, h) &&
      (tree_.dependency(n) == Dependency::nsubj || tree_.dependency(n) == Dependency::nsubj_pass)) {
    for (TokenIndex t = static_cast<TokenIndex>(h + 1); t < tree_.size() && t < h + 12; ++t) {
      const TokenIndex up = tree_.head(t);
      const bool near =
          up == h || (up != no_token && tree_.head(up) == h && tree_.dependency(up) == Dependency::obl_mod);
      if (near && preposition_of(tree_, t) == "entre") add_prepositional(t, false);
    }
  }
  for (TokenIndex bare : Children(tree_, n)) {
    if (tree_.dependency(bare) != Dependency::nmod || preposition_of(tree_, bare) != "de" ||
        tree_.has_child(bare, Dependency::det))
      continue;
    for (TokenIndex c : Children(tree_, bare)) {
      const auto& m = tree_.token(c).morphology;
      const auto& own = tree_.token(n).morphology;
      if (tree_.dependency(c) != Dependency::acl || m.verb_form != VerbForm::past_participle ||
          m.gender != own.gender || m.number != own.number)
        continue;
      for (TokenIndex g : Children(tree_, c)) {
        const std::string_view preposition = preposition_of(tree_, g);
        if (preposition == "entre") add_prepositional(g, false);
      }
    }
  }
}

/// "le rejet par le Sénat d'une motion", "l'arrestation par la police turque d'Anna Pappas": what follows the agent's
/// name or adjective with de belongs to the act.
void Builder::add_patient_behind_agent(TokenIndex n) {
  if (n + 1 >= tree_.size() || tree_.lemma(static_cast<TokenIndex>(n + 1)) != "par") return;
  for (const TokenIndex agent : p_.fillers(core_.par)) {
    for (TokenIndex c : Children(tree_, agent)) {
      if (c < agent || tree_.dependency(c) != Dependency::nmod || preposition_of(tree_, c) != "de") continue;
      const TokenIndex before = static_cast<TokenIndex>(tree_.begin_of(c) - 1);
      if (tree_.mention(before) == nullptr || before < n) continue;
      add(core_.de, c);
      add(core_.genitive, c);
    }
  }
}

void Builder::add_noun_complements(TokenIndex n, bool weak) {
  for (TokenIndex c : Children(tree_, n)) {
    switch (tree_.dependency(c)) {
      case Dependency::det:
        // "son homologue turc" holds no office of its possessor.
        if (knowledge_.reference.counterpart.contains(tree_.token(n).lemma)) break;
        if (tree_.lemma(c) == "son" || tree_.lemma(c) == "leur") {
          add(core_.possessive, c, weak);
          add(core_.genitive, c, weak);
        } else if (tree_.lemma(c) == "mon" || tree_.lemma(c) == "notre" || points_back(c, n)) {
          add(core_.possessive, c, weak);
          add(core_.genitive, c, weak);
        }
        break;
      case Dependency::amod:
      case Dependency::acl:
      case Dependency::nmod:
      case Dependency::obl_arg:
      case Dependency::obl_mod:
      case Dependency::obl_agent:
      case Dependency::dep:
      case Dependency::parataxis:
        add_noun_complement(c, weak);
        break;
      case Dependency::appos:
      case Dependency::flat_name:
      case Dependency::flat_foreign:
        if (c > 0 && tree_.text(static_cast<TokenIndex>(c - 1)) == "(" &&
            is_acronym_in_brackets(static_cast<TokenIndex>(c - 1))) {
          break;  // "X, le secrétaire général de la Ligue des ports (LDP)"
        }
        if (tree_.mention(c) != nullptr && tree_.mention(c) != tree_.mention(n)) add_apposition(n, c, weak);
        break;
      case Dependency::acl_relcl:
        // "la façon dont la Turquie gère la crise"
        if (knowledge_.reference.manners.contains(tree_.token(n).lemma) &&
            tree_.text(static_cast<TokenIndex>(n + 1)) == "dont")
          add(core_.content, c, weak);
        // "les affirmations selon lesquelles Rome ment"
        if (const TokenIndex first = tree_.begin_of(c); first > n && utf8::folds_to(tree_.text(first), "selon") &&
                                                        is_relative(tree_, static_cast<TokenIndex>(first + 1)))
          add(core_.content, c, weak);
        break;
      case Dependency::xcomp:
      case Dependency::ccomp:
        add(core_.content, c, weak);
        break;
      default:
        break;
    }
  }
}

/// "ces propos", "cette décision", "la décision de partir": of whoever said or did something before.
bool Builder::points_back(TokenIndex determiner, TokenIndex n) const {
  const language::LemmaId lemma = tree_.token(n).lemma;
  const bool act = knowledge_.reference.acts.contains(lemma);
  if (tree_.lemma(determiner) == "ce") return act || knowledge_.reference.speeches.contains(lemma);
  if (!act || tree_.lemma(determiner) != "le") return false;
  bool infinitive = false;
  for (TokenIndex c : Children(tree_, n)) {
    if (tree_.mention(c) != nullptr || tree_.dependency(c) == Dependency::nmod) return false;
    infinitive = infinitive || (is_verbal(tree_, c) && tree_.token(c).morphology.verb_form == VerbForm::infinitive);
  }
  return infinitive;
}

void Builder::add_noun_complement(TokenIndex c, bool weak) {
  const recognise::Mention* m = tree_.mention(c);
  if (m != nullptr && m->form == recognise::MentionForm::demonym_adjective && preposition_of(tree_, c).empty()) {
    add(core_.adjective, c, weak);
    add(core_.genitive, c, weak);
    return;
  }
  if (preposition_of(tree_, c).empty()) {
    if (is_relative(tree_, c)) {
      add(core_.de, antecedent(tree_, c), weak);
      return add(core_.genitive, antecedent(tree_, c), weak);
    }
    if (m != nullptr && c > p_.predicate) {
      add_apposition(p_.predicate, c, weak);
    } else if (is_verbal(tree_, c) && tree_.token(c).morphology.verb_form == VerbForm::infinitive) {
      add(core_.content, c, weak);
    }
    return;
  }
  if (tree_.token(c).morphology.verb_form == VerbForm::infinitive && is_verbal(tree_, c)) {
    return add(core_.content, c, weak);
  }
  add_prepositional(c, weak);
  // A complement of a complement may be the predicate's own: "la visite du président turc en Grèce".
  // Bare goods and matters ("mandat d'arrêt", "requête d'adhésion") leave all their complements to it.
  const bool bare =
      tree_.mention(c) == nullptr && !tree_.has_child(c, Dependency::det) && preposition_of(tree_, c) == "de";
  const TokenIndex of = tree_.child(c, Dependency::case_);
  // "le meurtre du pasteur turc", but "le commandant des forces terrestres turques"
  const bool definite = of != no_token && (tree_.text(of) == "du" || tree_.text(of) == "des") &&
                        knowledge_.names.find_office(tree_.text(p_.predicate)) == nullptr;
  for (TokenIndex g : Children(tree_, c)) {
    const Dependency d = tree_.dependency(g);
    const recognise::Mention* gm = tree_.mention(g);
    if (bare && !definite && d == Dependency::amod && gm != nullptr &&
        gm->form == recognise::MentionForm::demonym_adjective) {
      add(core_.adjective, g, true);
      add(core_.genitive, g, true);
    } else if (d == Dependency::nmod && (bare || preposition_of(tree_, g) != "de")) {
      add_prepositional(g, true);
    }
  }
}

void Builder::find_support(TokenIndex n) {
  const SupportUse use = find_support_use(tree_, n, knowledge_);
  if (use.verb == no_token) return;
  p_.support = use.verb;
  p_.clause = use.verb;
  Builder verb(tree_, use.verb, TriggerClass::verb, knowledge_);
  const Predication v = verb.verb();
  p_.support_ends = use.ends;
  p_.support_status = use.status;
  for (const Argument& a : v.arguments) {
    // "la visite que le président effectue à Rome": the complements of the verb below the noun are its own.
    const bool below = tree_.dominates(n, use.verb) && tree_.dominates(use.verb, a.token);
    if (a.token == n || (tree_.dominates(n, a.token) && !below)) continue;
    if (a.function == core_.object || a.function == core_.content) continue;
    if (a.function == core_.subject) {
      add(use.subject_is_object ? core_.object : core_.subject, a.token);
    } else {
      add(a.function, a.token, a.weak);
    }
  }
}

void Builder::add_complements_of_neighbours(TokenIndex n) {
  add_groups_to_the_right(n);
  add_complements_of_participles(n);
  const TokenIndex h = tree_.head(n);
  if (h == no_token) return;
  const Dependency d = tree_.dependency(n);
  const bool subject = d == Dependency::nsubj || d == Dependency::nsubj_pass;
  for (TokenIndex c : Children(tree_, h)) {
    if (c <= n || c == n || (subject && c > h && is_verbal(tree_, h))) continue;
    const Dependency cd = tree_.dependency(c);
    const bool adverbial = cd == Dependency::advmod && tree_.word_class(c) == WordClass::adverb;  // "lors d'une visite"
    if (cd != Dependency::obl_arg && cd != Dependency::obl_mod && cd != Dependency::nmod &&
        cd != Dependency::obl_agent && !adverbial)
      continue;
    if (preposition_of(tree_, c) != "de" || tree_.mention(c) != nullptr || p_.fillers(core_.genitive).empty()) {
      add_prepositional(c, true);
    }
  }
}

void Builder::add_complements_of_participles(TokenIndex n) {
  for (TokenIndex c : Children(tree_, n)) {
    const Dependency d = tree_.dependency(c);
    if (c > n && knowledge_.reference.aimed_at.contains(tree_.token(c).lemma) &&
        (d == Dependency::acl || d == Dependency::acl_relcl)) {
      add(knowledge_.mappings.functions().find("contre"), tree_.child(c, Dependency::obj), true);
    }
    if ((d != Dependency::acl && d != Dependency::amod) || c < n ||
        tree_.token(c).morphology.verb_form != VerbForm::past_participle || tree_.has_child(c, Dependency::aux_pass)) {
      continue;
    }
    for (TokenIndex g : Children(tree_, c)) {
      if (tree_.dependency(g) == Dependency::obl_agent) add(core_.par, g, true);
      add_prepositional(g, true);
    }
  }
}

void Builder::add_groups_to_the_right(TokenIndex n) {
  for (TokenIndex t = static_cast<TokenIndex>(n + 1); t < tree_.size() && t < n + 20; ++t) {
    const WordClass w = tree_.word_class(t);
    if (w == WordClass::verb || w == WordClass::auxiliary || w == WordClass::subordinator) return;
    if (w == WordClass::punctuation && tree_.text(t) != "-" && tree_.text(t) != "\"") return;
    if (w == WordClass::pronoun && is_relative(tree_, t)) return;
    if (w != WordClass::preposition || tree_.lemma(t) == "de") continue;
    const TokenIndex group = tree_.head(t);
    if (group != no_token && group > t && tree_.dependency(t) == Dependency::case_) add_prepositional(group, true);
  }
}

}  // namespace depeche::extract
