// Subjects that the parser took from another clause.
#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::Number;
using language::VerbForm;
using language::WordClass;

namespace {

bool closes_quote(std::string_view word) {
  return word == "»" || word == "\"" || word == "”";
}

bool is_subject(Dependency d) {
  return d == Dependency::nsubj || d == Dependency::nsubj_pass || d == Dependency::expl_subj;
}

/// The first token of the verb's group, clitics and negation included; `finite` if the group is conjugated.
TokenIndex begin_of_group(const Tree& tree, TokenIndex v, bool& finite) {
  finite = tree.token(v).morphology.verb_form == VerbForm::finite;
  TokenIndex t = v;
  while (t > 0) {
    const TokenIndex b = static_cast<TokenIndex>(t - 1);
    const WordClass w = tree.word_class(b);
    const bool auxiliary = w == WordClass::auxiliary && tree.head(b) == v;
    const bool small = (w == WordClass::pronoun || w == WordClass::adverb) && tree.head(b) == v &&
                       !is_subject(tree.dependency(b)) &&
                       tree.token(b).morphology.pronoun != language::PronounType::relative;
    if (!auxiliary && !small) break;
    finite = finite || (auxiliary && tree.token(b).morphology.verb_form == VerbForm::finite);
    t = b;
  }
  return t;
}

}  // namespace

/// "Il est l'hôte de Rome mais Berlin lui refuse un visa", "Il conteste : la justice turque lui reproche …": the group
/// between such a joint and a conjugated verb is its subject, whatever the parser made of it.
void Tree::claim_subjects_behind_joints() {
  for (TokenIndex v = 2; v < size(); ++v) {
    if (word_class(v) != WordClass::verb) continue;
    bool finite = false;
    const TokenIndex end = begin_of_group(*this, v, finite);
    if (!finite || end < 2) continue;
    // Backwards over a name or a determiner, a noun and its adjectives.
    TokenIndex begin = end, noun = no_token;
    while (begin > 0 && end - begin < 6) {
      const TokenIndex b = static_cast<TokenIndex>(begin - 1);
      if (mention(b) != nullptr && mention(b)->form != recognise::MentionForm::demonym_adjective) {
        noun = head_of(*mention(b));
        begin = mention(b)->begin;
        continue;
      }
      if (word_class(b) == WordClass::noun) noun = b;
      if (word_class(b) != WordClass::noun && word_class(b) != WordClass::adjective &&
          word_class(b) != WordClass::determiner && mention(b) == nullptr) {
        break;
      }
      begin = b;
    }
    if (noun == no_token || begin == 0 || begin == end || head_[noun] == v || has_child(noun, Dependency::case_))
      continue;
    if (mention(noun) == nullptr && word_class(begin) != WordClass::determiner) continue;
    const std::string_view joint = text(static_cast<TokenIndex>(begin - 1));
    if (joint != "mais" && joint != "car" && joint != "or" && joint != ":" && joint != ";") continue;
    const Number of_verb =
        token(v).morphology.verb_form == VerbForm::finite ? token(v).morphology.number : Number::none;
    const Number of_noun = mention(noun) == nullptr ? token(noun).morphology.number : Number::none;
    if (of_verb != Number::none && of_noun != Number::none && of_verb != of_noun) continue;
    if (dominates(noun, v)) {
      head_[v] = head_[noun];
      dependency_[v] = head_[noun] == no_token ? Dependency::root : Dependency::conj;
    }
    for (TokenIndex c : Children(*this, v)) {
      if (c < begin && is_subject(dependency_[c])) dependency_[c] = Dependency::dep;
    }
    head_[noun] = v;
    dependency_[noun] = Dependency::nsubj;
    link_children();
  }
}

/// A verb of saying behind a quotation is its incise, whatever the parser joined it with.
void Tree::make_incise(TokenIndex v) {
  const Dependency d = dependency_[v];
  const TokenIndex h = head_[v];
  const bool loose = d == Dependency::advcl || d == Dependency::conj || d == Dependency::dep ||
                     d == Dependency::ccomp || d == Dependency::acl || d == Dependency::parataxis;
  if (!loose || h == no_token || h > v || !token(h).quoted || has_child(v, Dependency::cc) ||
      has_child(v, Dependency::mark))
    return;
  TokenIndex said = h;  // the clause of what is quoted
  while (head_[said] != no_token && token(head_[said]).quoted && head_[said] < v) said = head_[said];
  head_[v] = said;
  dependency_[v] = Dependency::parataxis;
}

/// "« … », a mis en garde Mevlut Demir.": right behind a quotation the speaker follows his verb; what is said inside
/// the quotation is not the subject.
void Tree::claim_speakers_behind_quotes() {
  for (TokenIndex v = 2; v < size(); ++v) {
    if (word_class(v) != WordClass::verb || token(v).quoted) continue;
    bool finite = false;
    const TokenIndex begin = begin_of_group(*this, v, finite);
    if (!finite || begin < 2) continue;
    const std::string_view before = text(static_cast<TokenIndex>(begin - 1));
    const bool quote =
        closes_quote(before) || (before == "," && closes_quote(text(static_cast<TokenIndex>(begin - 2))));
    if (!quote) continue;
    bool said_outside = false, behind = false;
    for (TokenIndex c : Children(*this, v)) {
      if (is_subject(dependency_[c]) && (c > v || !token(c).quoted)) said_outside = true;
      if (is_subject(dependency_[c]) && c > v) behind = true;
    }
    if (behind) make_incise(v);
    if (said_outside) continue;
    for (TokenIndex t = static_cast<TokenIndex>(v + 1); t < size() && t < v + 9; ++t) {
      if (word_class(t) == WordClass::punctuation || word_class(t) == WordClass::verb ||
          word_class(t) == WordClass::auxiliary || word_class(t) == WordClass::subordinator ||
          word_class(t) == WordClass::pronoun || token(t).quoted) {
        break;
      }
      const recognise::Mention* m = mention(t);
      const bool name = m != nullptr && m->begin == t && m->form != recognise::MentionForm::demonym_adjective;
      const bool article = word_class(t) == WordClass::determiner &&
                           (text(t) == "le" || text(t) == "la" || text(t) == "l'" || text(t) == "les");
      if (!name && !article) continue;
      if (word_class(static_cast<TokenIndex>(t - 1)) == WordClass::preposition) continue;
      TokenIndex subject = name ? head_of(*m) : static_cast<TokenIndex>(t + 1);
      while (!name && subject < size() && subject < t + 3 && !is_noun(*this, subject)) ++subject;
      if (subject >= size() || !is_noun(*this, subject) || dominates(subject, v)) break;
      if (!name && mention(subject) != nullptr) subject = head_of(*mention(subject));
      for (TokenIndex c : Children(*this, v)) {
        if (c < v && is_subject(dependency_[c])) dependency_[c] = Dependency::dep;
      }
      head_[subject] = v;
      dependency_[subject] = Dependency::nsubj;
      link_children();
      make_incise(v);
      link_children();
      break;
    }
  }
}

/// "Demir, lui, a porté un coup": between commas such a pronoun stresses the subject and is nobody to whom it is done.
void Tree::free_stressed_pronouns() {
  for (TokenIndex t = 1; t + 1 < size(); ++t) {
    if (word_class(t) != WordClass::pronoun || text(static_cast<TokenIndex>(t - 1)) != "," ||
        text(static_cast<TokenIndex>(t + 1)) != ",")
      continue;
    const std::string_view form = text(t);
    if (form == "lui" || form == "elle" || form == "eux" || form == "elles") dependency_[t] = Dependency::dep;
  }
}

/// "…, et l'ambassadeur Demir, envoyé de Rome, se rend …": where the parser took the apposition between the commas for
/// the predicate, its subject is that of the verb behind.
void Tree::free_subjects_of_appositions() {
  for (TokenIndex v = 4; v < size(); ++v) {
    if (word_class(v) != WordClass::verb || has_child(v, Dependency::nsubj) || has_child(v, Dependency::nsubj_pass))
      continue;
    bool finite = false;
    const TokenIndex begin = begin_of_group(*this, v, finite);
    if (!finite || begin < 4 || text(static_cast<TokenIndex>(begin - 1)) != ",") continue;
    for (auto n = static_cast<TokenIndex>(begin - 2); n > 1; --n) {
      if (text(n) == ",") break;
      const TokenIndex subject = child(n, Dependency::nsubj);
      const bool participle = token(n).morphology.verb_form == VerbForm::past_participle &&
                              !has_child(n, Dependency::aux_tense) && !has_child(n, Dependency::aux_pass);
      if ((!is_noun(*this, n) && !participle) || subject == no_token || subject > n || has_child(n, Dependency::cop))
        continue;
      if (text(static_cast<TokenIndex>(n - 1)) != ",") break;
      if (dominates(n, v)) {
        head_[v] = head_[n];
        dependency_[v] = dependency_[n];
      }
      head_[subject] = v;
      head_[n] = subject;
      dependency_[n] = Dependency::appos;
      link_children();
      break;
    }
  }
}

/// "Reçue par le président, Anna Pappas a plaidé …": where the parser made the participle the head of the sentence and
/// the clause with its subject behind the comma an insertion, it is the other way round.
void Tree::put_fronted_participles_below() {
  for (TokenIndex p = 0; p < size() && p < 2; ++p) {
    const language::VerbForm form = token(p).morphology.verb_form;
    const bool participle =
        form == language::VerbForm::past_participle || form == language::VerbForm::present_participle;
    if (!participle || dependency_[p] != Dependency::root || has_child(p, Dependency::aux_tense) ||
        has_child(p, Dependency::aux_pass) || has_child(p, Dependency::nsubj)) {
      continue;
    }
    for (TokenIndex v : Children(*this, p)) {
      const TokenIndex subject = dependency_[v] == Dependency::parataxis ? child(v, Dependency::nsubj) : no_token;
      if (subject == no_token || subject > v || begin_of(subject) == 0 ||
          text(static_cast<TokenIndex>(begin_of(subject) - 1)) != ",") {
        continue;
      }
      head_[v] = no_token;
      dependency_[v] = Dependency::root;
      head_[p] = v;
      dependency_[p] = Dependency::advcl;
      return;
    }
  }
}

/// "En tant que président de la ligue, Anna Pappas a fustigé …": a name between a comma and a conjugated verb without a
/// subject is its subject, and not an apposition of what stands before the comma.
void Tree::claim_names_before_verbs() {
  for (TokenIndex v = 3; v < size(); ++v) {
    if (word_class(v) != WordClass::verb || dependency_[v] == Dependency::acl_relcl) continue;
    // What a preposition leads in is none: "en tant que président".
    TokenIndex led = no_token;
    bool subject = false;
    for (TokenIndex c : Children(*this, v)) {
      if (!is_subject(dependency_[c])) continue;
      if (c < v && has_child(c, Dependency::case_)) {
        led = c;
      } else {
        subject = true;
      }
    }
    if (subject) continue;
    bool finite = false;
    const TokenIndex end = begin_of_group(*this, v, finite);
    const recognise::Mention* m = !finite || end < 3 ? nullptr : mention(static_cast<TokenIndex>(end - 1));
    if (m == nullptr || m->begin < 2 || m->end != end || m->entity == recognise::no_entity ||
        m->form == recognise::MentionForm::demonym_adjective || text(static_cast<TokenIndex>(m->begin - 1)) != ",") {
      continue;
    }
    const TokenIndex name = head_of(*m);
    if (dependency_[name] != Dependency::appos || dominates(name, v)) continue;
    if (led != no_token) dependency_[led] = Dependency::obl_mod;
    head_[name] = v;
    dependency_[name] = has_child(v, Dependency::aux_pass) ? Dependency::nsubj_pass : Dependency::nsubj;
    link_children();
  }
}

}  // namespace depeche::extract
