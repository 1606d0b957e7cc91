// Coordinations that the parser left in pieces.
#include "extract/grammar.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

using language::Dependency;
using language::WordClass;

namespace {

/// "livre au Laos, dès mardi, des chars": a group behind a comma that nothing joins to the verb is the object it lacks.
bool is_lacking_object(const Tree& tree, TokenIndex verb, TokenIndex group) {
  static constexpr Dependency full[] = {Dependency::obj,      Dependency::ccomp,     Dependency::xcomp,
                                        Dependency::aux_pass, Dependency::expl_comp, Dependency::cop};
  for (const Dependency d : full) {
    if (tree.has_child(verb, d)) return false;
  }
  const TokenIndex begin = tree.begin_of(group);
  const bool comma = tree.text(begin) == "," || (begin > 0 && tree.text(static_cast<TokenIndex>(begin - 1)) == ",");
  return comma && tree.mention(group) == nullptr && tree.has_child(group, Dependency::det) &&
         !tree.has_child(group, Dependency::cc) && !tree.has_child(group, Dependency::case_);
}

}  // namespace

/// The last group before a coordinator: the name or noun there, or what it is the apposition of.
TokenIndex Tree::group_before(TokenIndex coordinator) const {
  TokenIndex t = coordinator;
  while (t > 0 && (text(static_cast<TokenIndex>(t - 1)) == "," || text(static_cast<TokenIndex>(t - 1)) == ")")) --t;
  if (t == 0) return no_token;
  --t;
  if (const recognise::Mention* m = mention(t); m != nullptr) t = head_of(*m);
  if (!is_nominal(*this, t)) return no_token;
  while (head_[t] != no_token && head_[t] < t &&
         (dependency_[t] == Dependency::appos || dependency_[t] == Dependency::flat_name ||
          dependency_[t] == Dependency::amod)) {
    t = head_[t];
  }
  return t;
}

/// "a rencontré X - il doit le revoir mardi - et s'est entretenu avec Y": nothing outside an insertion hangs from
/// inside.
void Tree::close_insertions() {
  for (TokenIndex open = 1; open < size(); ++open) {
    const bool dash = text(open) == "-" || text(open) == "–" || text(open) == "—" || text(open) == "--";
    if (!dash && text(open) != "(") continue;
    TokenIndex close = static_cast<TokenIndex>(open + 1);
    while (close < size() && text(close) != (dash ? text(open) : ")")) ++close;
    if (close >= size()) continue;
    const auto inside = [&](TokenIndex t) { return t > open && t < close; };
    for (TokenIndex c = 0; c < size(); ++c) {
      if (inside(c) || head_[c] == no_token || !inside(head_[c]) || dependency_[c] == Dependency::punct) continue;
      TokenIndex up = head_[c];
      while (up != no_token && inside(up)) up = head_[up];
      if (up == no_token || up == c || dominates(c, up)) continue;
      if (dependency_[c] == Dependency::nsubj && c > up && word_class(up) == WordClass::verb) {
        dependency_[c] = has_child(up, Dependency::obj) ? Dependency::obl_mod : Dependency::obj;
      }
      head_[c] = up;
    }
    link_children();
    open = close;
  }
}

/// "il commerce avec le Pérou, l'Inde et le Japon": a name that follows another of its kind in a list
/// goes with it, and not with something farther away.
void Tree::gather_lists() {
  for (const recognise::Mention& m : mentions_) {
    const TokenIndex c = head_of(m);
    if (dependency_[c] != Dependency::conj || m.form == recognise::MentionForm::demonym_adjective ||
        m.entity == recognise::no_entity)
      continue;
    TokenIndex t = m.begin;
    while (t > 0 && (word_class(static_cast<TokenIndex>(t - 1)) == WordClass::determiner ||
                     word_class(static_cast<TokenIndex>(t - 1)) == WordClass::preposition)) {
      --t;
    }
    if (t < 2 || (text(static_cast<TokenIndex>(t - 1)) != "," && text(static_cast<TokenIndex>(t - 1)) != "et" &&
                  text(static_cast<TokenIndex>(t - 1)) != "ou")) {
      continue;
    }
    const recognise::Mention* before = mention(static_cast<TokenIndex>(t - 2));
    if (before == nullptr || before->form == recognise::MentionForm::demonym_adjective ||
        before->entity == recognise::no_entity)
      continue;
    const TokenIndex b = head_of(*before);
    TokenIndex top = b;
    bool joined = false;
    for (int steps = 0; steps < 24 && !joined; ++steps) {
      joined = head_[c] == top;
      if (dependency_[top] != Dependency::conj || head_[top] == no_token) break;
      top = head_[top];
    }
    // Only where the parser reached over a verb: nearer choices are its own.
    bool over_verb = false;
    for (TokenIndex v = static_cast<TokenIndex>(head_[c] + 1); head_[c] < b && v < b; ++v)
      over_verb = over_verb || word_class(v) == WordClass::verb;
    if (joined || !over_verb || dominates(c, b)) continue;
    head_[c] = b;
    link_children();
  }
}

/// "reçu par le roi, puis par la ministre", "se rend à Rome, puis en Espagne": a group that the parser joined to the
/// verb goes with the one that the same preposition, or another one of places, leads in.
void Tree::join_to_like_group(TokenIndex group) {
  const TokenIndex preposition = child(group, Dependency::case_);
  if (preposition == no_token) return;
  const auto leads_to_place = [&](TokenIndex name, TokenIndex by) {
    return mention(name) != nullptr && (lemma(by) == "à" || lemma(by) == "en");
  };
  TokenIndex like = no_token;
  for (TokenIndex s : Children(*this, head_[group])) {
    const TokenIndex other = s < group ? child(s, Dependency::case_) : no_token;
    if (other == no_token || !is_nominal(*this, s)) continue;
    if (lemma(other) == lemma(preposition) || (leads_to_place(s, other) && leads_to_place(group, preposition)))
      like = s;
  }
  if (like == no_token || like < head_[group]) return;
  head_[group] = like;
  link_children();
}

/// True if between this subject and its verb another one stands behind a comma.
bool Tree::is_subject_behind_comma(TokenIndex before) const {
  const TokenIndex verb = head_[before];
  for (TokenIndex s : Children(*this, verb)) {
    if (s <= before || s >= verb || (dependency_[s] != Dependency::nsubj && dependency_[s] != Dependency::nsubj_pass))
      continue;
    TokenIndex b = begin_of(s);
    if (text(b) == ",") ++b;
    if (b > 0 && text(static_cast<TokenIndex>(b - 1)) == ",") return true;
  }
  return false;
}

/// "…, accusant Rome de mentir et présentant Berlin comme …": present participles are joined with each other, whatever
/// infinitive stands between.
void Tree::join_present_participles() {
  using language::VerbForm;
  const auto form = [&](TokenIndex t) { return token(t).morphology.verb_form; };
  for (TokenIndex c = 1; c < size(); ++c) {
    const TokenIndex h = head_[c];
    if (dependency_[c] != Dependency::conj || h == no_token || h > c || form(c) != VerbForm::present_participle ||
        form(h) != VerbForm::infinitive)
      continue;
    TokenIndex up = head_[h];
    while (up != no_token && up < c && form(up) == VerbForm::infinitive) up = head_[up];
    if (up == no_token || up > c || form(up) != VerbForm::present_participle) continue;
    head_[c] = up;
    link_children();
  }
}

/// "critiqué par Rome, l'Otan et le ministre": where the parser made the end of a list a clause without a verb, it goes
/// with the group before its comma. False if this is none.
bool Tree::join_end_of_list(TokenIndex last) {
  const TokenIndex coordinator = child(last, Dependency::cc), middle = child(last, Dependency::nsubj);
  if (coordinator == no_token || middle == no_token || middle > coordinator || coordinator > last ||
      !is_nominal(*this, middle) || has_child(last, Dependency::cop) || word_class(last) == WordClass::verb)
    return false;
  TokenIndex begin = begin_of(middle);
  if (text(begin) != "," && begin > 0) --begin;
  const TokenIndex before = text(begin) == "," ? group_before(begin) : no_token;
  if (before == no_token || before > middle || dominates(last, before)) return false;
  for (const TokenIndex member : {middle, last}) {
    head_[member] = before;
    dependency_[member] = Dependency::conj;
  }
  link_children();
  return true;
}

/// "M. Demir et la ministre Anna Pappas ont eu …": no verb has two subjects, the second goes with the first. "X, puis Y
/// et Z": what hangs from the coordinator goes with the group before it.
void Tree::join_coordinated() {
  for (TokenIndex c = 1; c < size(); ++c) {
    const TokenIndex h = head_[c];
    if (h == no_token || !is_nominal(*this, c)) continue;
    if (dependency_[c] == Dependency::conj && h < c && word_class(h) == WordClass::coordinator) {
      const TokenIndex before = group_before(h);
      if (before != no_token && before != c && !dominates(c, before)) {
        head_[c] = before;
        link_children();
      }
      continue;
    }
    if (dependency_[c] == Dependency::conj && h < c && join_end_of_list(c)) continue;
    if (dependency_[c] == Dependency::conj && h < c && word_class(h) == WordClass::verb) {
      join_to_like_group(c);
      if (head_[c] == h && is_lacking_object(*this, h, c)) dependency_[c] = Dependency::obj;
    }
    // "des ministres comme Anna Pappas ou Mevlut Demir": the second goes with the first, not with the noun.
    if (dependency_[c] == Dependency::conj && h < c && mention(c) != nullptr && mention(h) == nullptr &&
        !has_child(c, Dependency::case_)) {
      for (TokenIndex s : Children(*this, h)) {
        const TokenIndex own = s > h && s < c && mention(s) != nullptr ? child(s, Dependency::case_) : no_token;
        if (own == no_token || lemma(own) != "comme") continue;
        head_[c] = s;
        link_children();
        break;
      }
    }
    // "le patron d'Orbak et du Lumina Post": what "de" leads in is joined with the complement of the same kind before
    // it.
    if (dependency_[c] == Dependency::conj && h < c && mention(c) != nullptr && mention(h) == nullptr) {
      const TokenIndex own = child(c, Dependency::case_);
      const TokenIndex joint = own == no_token || own == 0 ? no_token : static_cast<TokenIndex>(own - 1);
      const recognise::Mention* before = joint == no_token || joint == 0 || text(joint) != "et"
                                             ? nullptr
                                             : mention(static_cast<TokenIndex>(joint - 1));
      if (before == nullptr || before->form == recognise::MentionForm::demonym_adjective) continue;
      const TokenIndex name = head_of(*before);
      const TokenIndex first = child(name, Dependency::case_);
      if (first == no_token || lemma(first) != "de" || lemma(own) != "de" || head_[name] != h) continue;
      head_[c] = name;
      link_children();
      continue;
    }
    if (dependency_[c] != Dependency::nsubj && dependency_[c] != Dependency::nsubj_pass) continue;
    TokenIndex coordinator = no_token;
    for (TokenIndex k : Children(*this, c)) {
      if (dependency_[k] == Dependency::cc && k < c) coordinator = k;
    }
    if (coordinator == no_token) {
      // "Anna Pappas, la présidente du Sénat, est arrivée": the second says what the first is.
      TokenIndex b = begin_of(c);
      if (text(b) == ",") ++b;
      const recognise::Mention* name =
          b > 1 && text(static_cast<TokenIndex>(b - 1)) == "," ? mention(static_cast<TokenIndex>(b - 2)) : nullptr;
      if (c < h && name != nullptr && head_[head_of(*name)] == h && dependency_[head_of(*name)] == dependency_[c]) {
        // "Anna Pappas, Mevlut Demir et Paolo Rinaldi ont": two names are two.
        dependency_[c] = mention(c) == nullptr ? Dependency::appos : Dependency::conj;
        head_[c] = head_of(*name);
        link_children();
      } else if (c < h && name != nullptr && mention(c) == nullptr && is_subject_behind_comma(c)) {
        // "Selon Anna Pappas, la présidente du Sénat, Rome a …"
        dependency_[c] = Dependency::appos;
        head_[c] = head_of(*name);
        link_children();
      }
      continue;
    }
    TokenIndex first = no_token;
    for (TokenIndex s : Children(*this, h)) {
      if (s < coordinator && (dependency_[s] == Dependency::nsubj || dependency_[s] == Dependency::nsubj_pass))
        first = s;
    }
    if (first == no_token) continue;
    const bool adjoins = end_of(first) == coordinator || end_of(first) + 1 == coordinator;
    const TokenIndex before = adjoins ? first : group_before(coordinator);
    if (before == no_token || before == c || dominates(c, before)) continue;
    head_[c] = before;
    dependency_[c] = Dependency::conj;
    link_children();
  }
}

/// "Demir a dit que la Grèce mentait et a accusé Rome": without another "que", a verb that stands in the tense of the
/// one who speaks and not in that of what is said goes with the former.
void Tree::part_speech_from_acts() {
  const auto same_tense = [&](TokenIndex a, TokenIndex b) {
    const TokenIndex of_a = child(a, Dependency::aux_tense), of_b = child(b, Dependency::aux_tense);
    if ((of_a == no_token) != (of_b == no_token)) return false;
    const language::Morphology& first = token(of_a == no_token ? a : of_a).morphology;
    const language::Morphology& second = token(of_b == no_token ? b : of_b).morphology;
    return first.mood == second.mood && first.tense == second.tense;
  };
  for (TokenIndex v = 1; v < size(); ++v) {
    const TokenIndex said = head_[v];
    if (dependency_[v] != Dependency::conj || !is_finite_group(*this, v) || said == no_token || said > v) continue;
    const TokenIndex speaks = head_[said];
    if (dependency_[said] != Dependency::ccomp || speaks == no_token || speaks > said ||
        !is_finite_group(*this, said) || !is_finite_group(*this, speaks))
      continue;
    const bool own = has_child(v, Dependency::mark) || has_child(v, Dependency::nsubj) ||
                     has_child(v, Dependency::nsubj_pass) || has_child(v, Dependency::expl_subj);
    if (own || !has_child(said, Dependency::mark) || same_tense(v, said) || !same_tense(v, speaks)) continue;
    head_[v] = speaks;
    link_children();
  }
}

/// "le ministre déchu Mevlut Demir": a participle without an auxiliary has no object; the name is the noun's.
void Tree::free_names_of_participles() {
  for (const recognise::Mention& m : mentions_) {
    const TokenIndex name = head_of(m), participle = head_[name];
    if (dependency_[name] != Dependency::obj || participle == no_token || participle + 1U != m.begin ||
        dependency_[participle] != Dependency::acl || word_class(participle) != WordClass::verb ||
        token(participle).morphology.verb_form != language::VerbForm::past_participle ||
        has_child(participle, Dependency::aux_tense) || head_[participle] == no_token || head_[participle] > participle)
      continue;
    head_[name] = head_[participle];
    dependency_[name] = Dependency::appos;
  }
  link_children();
}

/// "a accusé X de mentir et dénoncé sa lâcheté": a participle with an object behind "et" shares the auxiliary of the
/// participle with "avoir" before, wherever the parser hung it.
void Tree::join_participles() {
  using language::WordClass;
  const auto participle = [&](TokenIndex t) {
    return word_class(t) == WordClass::verb && token(t).morphology.verb_form == language::VerbForm::past_participle;
  };
  const auto with_avoir = [&](TokenIndex t) {
    const TokenIndex auxiliary = child(t, Dependency::aux_tense);
    return auxiliary != no_token && lemma(auxiliary) == "avoir";
  };
  for (TokenIndex t = 3; t < size(); ++t) {
    if (!participle(t) || dependency_[t] != Dependency::conj || !has_child(t, Dependency::cc) || with_avoir(t) ||
        has_child(t, Dependency::aux_pass))
      continue;
    const TokenIndex object = child(t, Dependency::obj);
    if (object == no_token || object < t || !has_child(object, Dependency::det)) continue;
    TokenIndex up = head_[t];
    for (int steps = 0; steps < 8 && up != no_token && !(participle(up) && with_avoir(up)); ++steps) up = head_[up];
    if (up != no_token && up < t && participle(up) && with_avoir(up)) head_[t] = up;
  }
}

}  // namespace depeche::extract
