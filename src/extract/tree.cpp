#include "extract/tree.hpp"

#include <algorithm>

#include "extract/grammar.hpp"

namespace depeche::extract {

using language::Dependency;
using recognise::Mention;

Tree::Tree(std::string_view text, const language::Sentence& sentence, const std::vector<Mention>& mentions,
           const language::FormLexicon& forms)
    : text_(text), sentence_(sentence), mentions_(mentions), forms_(forms) {
  const std::size_t n = sentence.tokens.size();
  head_.resize(n);
  dependency_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    head_[i] = sentence.tokens[i].head;
    dependency_[i] = sentence.tokens[i].dependency;
  }
  mention_of_.assign(n, -1);
  second_mention_of_.assign(n, -1);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    for (TokenIndex t = mentions[m].begin; t < mentions[m].end && t < n; ++t) {
      (mention_of_[t] < 0 ? mention_of_ : second_mention_of_)[t] = static_cast<std::int16_t>(m);
    }
  }
  gather_names();
  part_names_from_labels();
  break_circles();
  link_children();
  mend_pronoun_en();
  break_circles();
  link_children();
  mend_restrictions();
  free_resuming_pronouns();
  mend_vis_a_vis();
  raise_copulas();
  free_adverbs();
  share_titles();
  break_circles();
  link_children();
  give_ages_to_names();
  close_insertions();
  break_circles();
  turn_over_adjectives();
  break_circles();
  link_children();
  mend_agreement();
  join_infinitives();
  join_participles();
  part_speech_from_acts();
  free_names_of_participles();
  break_circles();
  link_children();
  put_fronted_participles_below();
  link_children();
  find_lost_subjects();
  free_brackets_of_subjects();
  mend_relative_pronouns();
  link_children();
  free_stressed_pronouns();
  free_subjects_of_appositions();
  claim_names_before_verbs();
  claim_subjects_behind_joints();
  claim_speakers_behind_quotes();
  break_circles();
  link_children();
  part_groups_from_verbs();
  lift_complements_of_names();
  lift_objects_behind_names();
  break_circles();
  link_children();
  join_coordinated();
  join_present_participles();
  gather_lists();
  break_circles();
  link_children();
}

/// Mending one thing may undo another: whatever no longer leads to the root is made to.
void Tree::break_circles() {
  if (head_ == without_circles_) return;
  std::vector<TokenIndex> seen_from(size(), no_token);  // the token whose way up passed here first
  for (TokenIndex t = 0; t < size(); ++t) {
    TokenIndex up = t;
    while (head_[up] != no_token && seen_from[up] == no_token) {
      seen_from[up] = t;
      up = head_[up];
    }
    if (head_[up] != no_token && seen_from[up] == t) {
      head_[up] = no_token;
      dependency_[up] = Dependency::root;
    }
  }
  without_circles_ = head_;
}

std::string_view Tree::lemma(TokenIndex i) const {
  const language::Token& t = sentence_.tokens[i];
  return t.lemma == language::no_lemma ? text(i) : forms_.lemma(t.lemma);
}

/// Makes every mention one node: its head is the token whose own head lies outside; all others hang from it as flat
/// names, and whatever hung from them hangs from the head. Demonym adjectives stay as they are.
void Tree::gather_names() {
  for (const Mention& m : mentions_) {
    if (m.end - m.begin < 2) continue;
    TokenIndex top = no_token;
    for (TokenIndex t = m.begin; t < m.end && top == no_token; ++t) {
      const TokenIndex h = head_[t];
      if (h == no_token || h < m.begin || h >= m.end) top = t;
    }
    if (top == no_token) continue;
    for (TokenIndex t = m.begin; t < m.end; ++t) {
      if (t == top) continue;
      head_[t] = top;
      dependency_[t] = Dependency::flat_name;
    }
    for (TokenIndex t = 0; t < head_.size(); ++t) {
      if (t >= m.begin && t < m.end) continue;
      if (head_[t] != no_token && head_[t] >= m.begin && head_[t] < m.end) head_[t] = top;
    }
    if (dependency_[top] == Dependency::punct || dependency_[top] == Dependency::case_) {
      dependency_[top] = Dependency::dep;
    }
  }
}

/// "son homologue russe": where the parser made the demonym the head of the noun before it, the noun becomes the head.
void Tree::turn_over_adjectives() {
  for (TokenIndex t = 1; t < size(); ++t) {
    const TokenIndex n = static_cast<TokenIndex>(t - 1);
    if (mention_of_[t] < 0 || token(t).capitalised || head_[n] != t || mention_of_[n] >= 0) continue;
    if (mentions_[static_cast<std::size_t>(mention_of_[t])].form != recognise::MentionForm::demonym_adjective) continue;
    if (word_class(n) != language::WordClass::noun && word_class(n) != language::WordClass::adjective) continue;
    head_[n] = head_[t];
    dependency_[n] = dependency_[t];
    head_[t] = n;
    dependency_[t] = Dependency::amod;
    for (TokenIndex c = 0; c < size(); ++c) {
      if (head_[c] == t) head_[c] = n;
    }
  }
}

/// "a décidé de dénoncer l'accord sur … et de rétablir …": an infinitive behind "et de" goes with the one before that
/// has the same preposition, not with a noun between.
void Tree::join_infinitives() {
  using language::WordClass;
  const auto led_by = [&](TokenIndex t) -> std::string_view {
    TokenIndex b = t;
    while (b > 0 && (word_class(static_cast<TokenIndex>(b - 1)) == WordClass::pronoun ||
                     word_class(static_cast<TokenIndex>(b - 1)) == WordClass::adverb ||
                     word_class(static_cast<TokenIndex>(b - 1)) == WordClass::auxiliary)) {
      --b;
    }
    if (b == 0 || word_class(static_cast<TokenIndex>(b - 1)) != WordClass::preposition) return {};
    return lemma(static_cast<TokenIndex>(b - 1));
  };
  const auto infinitive = [&](TokenIndex t) {
    return word_class(t) == WordClass::verb && token(t).morphology.verb_form == language::VerbForm::infinitive;
  };
  for (TokenIndex t = 3; t < size(); ++t) {
    if (!infinitive(t) || word_class(static_cast<TokenIndex>(t - 2)) != WordClass::coordinator) continue;
    const std::string_view preposition = led_by(t);
    const TokenIndex h = head_[t];
    if (preposition.empty() || h == no_token || h > t || word_class(h) == WordClass::verb) continue;
    for (TokenIndex b = static_cast<TokenIndex>(t - 2); b-- > 0;) {
      if (text(b) == ";" || text(b) == ".") break;
      if (!infinitive(b) || led_by(b) != preposition) continue;
      head_[t] = b;
      dependency_[t] = Dependency::conj;
      break;
    }
  }
}

/// "Les principaux fournisseurs du Ghana au cours de l'année ont été le Brésil et l'Inde": a conjugated clause that the
/// parser hung from a noun before it, without a subject of its own, has that noun's whole group as its subject.
void Tree::find_lost_subjects() {
  using language::WordClass;
  const auto nominal = [&](TokenIndex t) { return is_noun(*this, t) || word_class(t) == WordClass::symbol; };
  for (TokenIndex x = 1; x < size(); ++x) {
    const Dependency d = dependency_[x];
    const bool clause = d == Dependency::acl_relcl;  // but one without its relative pronoun
    if (d != Dependency::nmod && d != Dependency::conj && d != Dependency::appos && d != Dependency::dep &&
        d != Dependency::acl && !clause)
      continue;
    bool finite = false, own_subject = false, joined = false, adverbial = false, has_subject = false;
    TokenIndex behind = no_token;
    for (TokenIndex c : Children(*this, x)) {
      const Dependency cd = dependency_[c];
      if (c < x && (lemma(c) == "où" || lemma(c) == "dont")) adverbial = true;
      if (cd == Dependency::nsubj || cd == Dependency::nsubj_pass || cd == Dependency::expl_subj) has_subject = true;
      if (c > x && cd == Dependency::obj && behind == no_token) behind = c;
      const bool auxiliary = cd == Dependency::cop || cd == Dependency::aux_tense || cd == Dependency::aux_pass;
      if (auxiliary && c < x && token(c).morphology.verb_form == language::VerbForm::finite) finite = true;
      if (cd == Dependency::nsubj || cd == Dependency::nsubj_pass || cd == Dependency::expl_subj) own_subject = true;
      if (cd == Dependency::cc || cd == Dependency::case_ || cd == Dependency::mark) joined = true;
      for (TokenIndex r = begin_of(c); c < x && r < end_of(c); ++r) {
        if (token(r).morphology.pronoun == language::PronounType::relative) own_subject = true;
      }
    }
    if (word_class(x) == WordClass::verb && token(x).morphology.verb_form == language::VerbForm::finite) finite = true;
    // "la Suède, d'où proviennent 17 % des importations": such a clause has its subject behind the verb.
    if (clause && adverbial && finite && !has_subject && behind != no_token) dependency_[behind] = Dependency::nsubj;
    TokenIndex top = head_[x];
    if (!finite || own_subject || joined || top == no_token || top > x || !nominal(top)) continue;
    while (head_[top] != no_token && head_[top] < x) {
      const TokenIndex up = head_[top];
      const bool reduced = dependency_[up] == Dependency::acl && head_[up] != no_token && head_[up] < up &&
                           nominal(head_[up]) && token(up).morphology.verb_form == language::VerbForm::past_participle;
      if (reduced) {  // "les produits importés de Lettonie par l'Estonie ont été …"
        top = head_[up];
        continue;
      }
      if (!nominal(up) || has_child(up, Dependency::cop) ||
          (dependency_[top] != Dependency::nmod && dependency_[top] != Dependency::conj &&
           dependency_[top] != Dependency::appos && dependency_[top] != Dependency::obl_mod)) {
        break;
      }
      top = up;
    }
    head_[x] = head_[top];
    dependency_[x] = dependency_[top];
    head_[top] = x;
    dependency_[top] = Dependency::nsubj;
    link_children();
  }
}

/// A year or a month.
bool Tree::is_date(TokenIndex t) const {
  const std::string_view word = text(t);
  if (word_class(t) == language::WordClass::numeral ||
      (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")))) {
    return word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
  }
  static constexpr std::string_view months[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  return std::find(std::begin(months), std::end(months), word) != std::end(months);
}

/// "a absorbé 20 % des ventes, devant le Laos": what a preposition leads in is not joined to a verb; and only "par" and
/// "de" lead in an agent.
void Tree::part_groups_from_verbs() {
  using language::WordClass;
  for (TokenIndex t = 0; t < size(); ++t) {
    if (dependency_[t] == Dependency::obl_agent) {
      const TokenIndex preposition = child(t, Dependency::case_);
      if (preposition != no_token && lemma(preposition) == "à") dependency_[t] = Dependency::obl_arg;
    }
    const bool joined =
        dependency_[t] == Dependency::conj && head_[t] != no_token && word_class(head_[t]) == WordClass::verb;
    if (joined && is_noun(*this, t) && has_child(t, Dependency::case_) && !has_child(t, Dependency::cc) &&
        !has_child(t, Dependency::cop)) {
      dependency_[t] = Dependency::obl_mod;
    }
  }
}

void Tree::lift_complements_of_names() {
  for (TokenIndex t = 0; t < size(); ++t) {
    if (dependency_[t] != Dependency::nmod) continue;
    const TokenIndex preposition = child(t, Dependency::case_);
    if (preposition == no_token) continue;
    TokenIndex h = head_[t];
    // "un Etat membre de l'Union": the complement is that of both nouns, and so of the first.
    if (h != no_token && h > 0 && head_[h] == h - 1 && dependency_[h] == Dependency::nmod && mention_of_[h] < 0 &&
        word_class(h) == language::WordClass::noun && word_class(head_[h]) == language::WordClass::noun) {
      h = head_[t] = head_[h];
    }
    // "le retrait en mai 2018 de Rome", "la visite du 20 au 22 mars du roi": dates have no complements of their own.
    if (lemma(preposition) == "de" && h != no_token && h < t && is_date(h)) {
      TokenIndex up = h;
      while (head_[up] != no_token && is_date(up)) up = head_[up];
      if (!is_date(up) && up < h && word_class(up) == language::WordClass::noun && mention_of_[up] < 0) {
        head_[t] = up;
        continue;
      }
    }
    // "la visite à Dakar du Premier ministre": nothing is a capital's own, but much is a name's ("le Parti de Rome").
    const bool capital = h != no_token && mention_of_[h] >= 0 &&
                         mentions_[static_cast<std::size_t>(mention_of_[h])].form == recognise::MentionForm::capital;
    if (lemma(preposition) == "de" && !capital) continue;
    while (h != no_token && mention_of_[h] >= 0 && head_[h] != no_token &&
           mentions_[static_cast<std::size_t>(mention_of_[h])].form != recognise::MentionForm::demonym_adjective &&
           dependency_[h] != Dependency::root) {
      h = head_[h];
    }
    if (h == no_token || h == head_[t]) continue;
    const bool verbal = word_class(h) == language::WordClass::verb || word_class(h) == language::WordClass::auxiliary;
    head_[t] = h;
    if (verbal) dependency_[t] = Dependency::obl_mod;
  }
}

/// "achète à la Pologne 28 % de son gaz", "promet au Laos des routes et une aide": an amount or some things right
/// behind a name are no part of it, but the object that the verb above lacks.
void Tree::lift_objects_behind_names() {
  for (TokenIndex t = 1; t < size(); ++t) {
    if (head_[t] == no_token || begin_of(t) == 0 || mention_of_[begin_of(t) - 1U] < 0) continue;
    const TokenIndex name = head_of(mentions_[static_cast<std::size_t>(mention_of_[begin_of(t) - 1U])]);
    const TokenIndex preposition = child(name, Dependency::case_);
    const TokenIndex some = child(t, Dependency::case_);
    const bool amount = dependency_[t] == Dependency::appos && word_class(t) == language::WordClass::symbol;
    const bool things = dependency_[t] == Dependency::nmod && word_class(t) == language::WordClass::noun &&
                        some != no_token && text(some) == "des" && preposition != no_token && lemma(preposition) == "à";
    const TokenIndex verb = head_[name];
    if ((!amount && !things) || preposition == no_token || verb == no_token || verb > name ||
        word_class(verb) != language::WordClass::verb || has_child(verb, Dependency::obj) ||
        (head_[t] != name && head_[t] >= verb)) {
      continue;
    }
    head_[t] = verb;
    dependency_[t] = Dependency::obj;
    if (amount) continue;
    dependency_[some] = Dependency::det;
    for (TokenIndex c : Children(*this, name)) {  // what is joined without a preposition goes with the things
      if (c > t && dependency_[c] == Dependency::conj && !has_child(c, Dependency::case_) && mention_of_[c] < 0)
        head_[c] = t;
    }
  }
}

void Tree::link_children() {
  if (head_ == linked_) return;
  linked_ = head_;
  const std::size_t n = head_.size();
  first_child_.assign(n, no_token);
  next_sibling_.assign(n, no_token);
  begin_.resize(n);
  end_.resize(n);
  for (std::size_t i = n; i-- > 0;) {
    const TokenIndex h = head_[i];
    if (h == no_token || h >= n || h == i) continue;
    next_sibling_[i] = first_child_[h];
    first_child_[h] = static_cast<TokenIndex>(i);
  }
  for (std::size_t i = 0; i < n; ++i) {
    begin_[i] = static_cast<TokenIndex>(i);
    end_[i] = static_cast<TokenIndex>(i + 1);
  }
  // Spans grow upwards. From left to right a node that reaches as far already has told everything above it, and so from
  // right to left: each step widens a span or ends the walk.
  for (std::size_t i = 0; i < n; ++i) {
    for (TokenIndex h = head_[i]; h != no_token && h < n && begin_[h] > i; h = head_[h]) {
      begin_[h] = static_cast<TokenIndex>(i);
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (TokenIndex h = head_[i]; h != no_token && h < n && end_[h] <= i; h = head_[h]) {
      end_[h] = static_cast<TokenIndex>(i + 1);
    }
  }
}

TokenIndex Tree::child(TokenIndex i, Dependency dependency) const {
  for (TokenIndex c : Children(*this, i)) {
    if (dependency_[c] == dependency) return c;
  }
  return no_token;
}

TokenIndex Tree::child_with_lemma(TokenIndex i, std::string_view wanted) const {
  for (TokenIndex c : Children(*this, i)) {
    if (lemma(c) == wanted) return c;
  }
  return no_token;
}

bool Tree::dominates(TokenIndex ancestor, TokenIndex i) const {
  for (std::size_t steps = 0; i != no_token && steps <= head_.size(); i = head_[i], ++steps) {
    if (i == ancestor) return true;
  }
  return false;
}

const Mention* Tree::mention(TokenIndex i) const {
  return mention_of_[i] < 0 ? nullptr : &mentions_[static_cast<std::size_t>(mention_of_[i])];
}

const Mention* Tree::second_mention(TokenIndex i) const {
  return second_mention_of_[i] < 0 ? nullptr : &mentions_[static_cast<std::size_t>(second_mention_of_[i])];
}

TokenIndex Tree::head_of(const Mention& m) const {
  for (TokenIndex t = m.begin; t < m.end; ++t) {
    const TokenIndex h = head_[t];
    if (h == no_token || h < m.begin || h >= m.end) return t;
  }
  return m.begin;
}

}  // namespace depeche::extract
