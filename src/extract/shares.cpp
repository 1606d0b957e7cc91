// The rest of a list of shares, whatever the parser made of it: "Pékin en absorbe 21 %, devant Rome (8 %) et Lima (4
// %)", "l'Autriche importe 80 % de son gaz de Russie, la Slovénie 45 %".
#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/matcher.hpp"

namespace depeche::extract {

using language::VerbForm;
using language::WordClass;
using recognise::EntityId;
using recognise::Mention;
using recognise::MentionForm;
using recognise::Quantity;

namespace {

/// Words of a claim may stand between its figure and the list: "… 21 % de la valeur totale des achats, devant Rome (8
/// %)".
constexpr TokenIndex longest_tail = 16;

struct Member {
  const Mention* name;
  const Quantity* figure;
  std::string_view preposition;  ///< before the name; empty if none
  TokenIndex end;
};

bool names_actor(const Mention* m) {
  return m != nullptr && m->entity != recognise::no_entity && m->form != MentionForm::demonym_adjective;
}

class ListReader {
 public:
  ListReader(const Tree& tree, const SentenceFacts& facts, const mapping::FigureCues& cues, Quantity::Unit unit)
      : tree_(tree), facts_(facts), cues_(cues), unit_(unit) {}

  /// True if a list may go on here.
  bool joins(TokenIndex t) const {
    const std::string_view w = tree_.text(t);
    return w == "," || w == ";" || w == "et" || is_one_of(t, cues_.ranking);
  }

  /// The member behind a joint: a name and its figure, or a figure, a preposition and the name.
  bool read(TokenIndex at, Member& out) {
    out = {nullptr, nullptr, {}, at};
    TokenIndex t = at;
    for (; t < tree_.size() && t < at + 8; ++t) {
      if (const Quantity* q = quantity_at(t); q != nullptr) return read_figure_first(*q, out);
      if (tree_.mention(t) != nullptr) break;
      if (is_one_of(t, cues_.ranking)) {
        ranked_ = true;
        out.preposition = {};
      } else if (tree_.word_class(t) == WordClass::preposition) {
        if (!ranked_) out.preposition = tree_.lemma(t);
      } else if (!joins(t) && tree_.word_class(t) != WordClass::determiner && !is_one_of(t, cues_.succession)) {
        return false;
      }
    }
    const Mention* m = t < tree_.size() ? tree_.mention(t) : nullptr;
    if (t == at || !names_actor(m) || m->begin != t) return false;
    out.name = m;
    out.figure = facts_.quantity_behind(tree_.head_of(*m), unit_);
    if (out.figure == nullptr) return false;
    out.end = out.figure->end;
    if (out.end < tree_.size() && tree_.text(out.end) == ")") ++out.end;
    return true;
  }

 private:
  const Quantity* quantity_at(TokenIndex t) const {
    for (const Quantity& q : facts_.quantities()) {
      if (q.begin == t && q.unit == unit_ && !q.change) return &q;
    }
    return nullptr;
  }

  bool read_figure_first(const Quantity& q, Member& out) const {
    for (TokenIndex t = q.end; t < tree_.size() && t < q.end + 6; ++t) {
      if (const Mention* m = tree_.mention(t); m != nullptr) {
        if (!names_actor(m) || out.preposition.empty()) return false;
        out.name = m;
        out.figure = &q;
        out.end = m->end;
        return true;
      }
      if (tree_.word_class(t) == WordClass::preposition) {
        out.preposition = tree_.lemma(t);
      } else if (tree_.word_class(t) != WordClass::determiner && !is_one_of(t, cues_.origin)) {
        return false;
      }
    }
    return false;
  }

  bool is_one_of(TokenIndex t, const mapping::FigureCues::Lemmas& words) const {
    return words.contains(tree_.token(t).lemma);
  }

  const Tree& tree_;
  const SentenceFacts& facts_;
  const mapping::FigureCues& cues_;
  const Quantity::Unit unit_;
  bool ranked_ = false;  ///< "devant", "suivi de": prepositions say nothing of the role any more
};

std::string_view preposition_before(const Tree& tree, const Mention& m) {
  for (TokenIndex t = m.begin; t-- > 0;) {
    if (tree.word_class(t) == WordClass::preposition) return tree.lemma(t);
    if (tree.word_class(t) != WordClass::determiner) break;
  }
  return {};
}

/// The last name of an actor before a token.
const Mention* last_name(const Tree& tree, EntityId entity, TokenIndex before) {
  const Mention* found = nullptr;
  for (const Mention& m : tree.mentions()) {
    if (m.entity == entity && m.begin < before && names_actor(&m)) found = &m;
  }
  return found;
}

bool repeats_itself(std::string_view preposition) {
  return preposition == "à" || preposition == "de" || preposition == "en";
}

}  // namespace

/// Claims with a figure are made again for those who follow in the sentence with a figure of their own.
void Matcher::extend_lists(const Tree& tree, const SentenceFacts& facts, std::vector<Claim>& out) {
  const std::size_t made = recent_.size();
  for (std::size_t i = 0; i < made; ++i) {
    const Recent r = recent_[i];
    const Claim& claim = r.claim;
    if (claim.sentence != facts.index || !claim.figure || claim.status == mapping::Status::negated ||
        r.varying == Role::none || claim.subjects.size() != 1 || claim.objects.size() != 1) {
      continue;
    }
    const Quantity& first = claim.figure->quantity;
    if (first.unit != Quantity::Unit::percent && first.unit != Quantity::Unit::money) continue;
    extend_list(tree, facts, r, out);
  }
}

void Matcher::extend_list(const Tree& tree, const SentenceFacts& facts, const Recent& r, std::vector<Claim>& out) {
  const Claim& claim = r.claim;
  const Quantity& first = claim.figure->quantity;
  const EntityId subject = claim.subjects[0], object = claim.objects[0];
  const mapping::FigureCues& cues = knowledge_.cues.figures;
  const Mention* subject_name = last_name(tree, subject, tree.size());
  const Mention* object_name = last_name(tree, object, tree.size());
  // The one whose figure stands at its name is the one that the list varies.
  const auto has_it = [&](const Mention* m) {
    if (m == nullptr) return false;
    const Quantity* q = facts.quantity_behind(tree.head_of(*m), first.unit);
    if (q == nullptr) q = facts.quantity_before(tree.head_of(*m), first.unit);
    return q != nullptr && q->begin == first.begin;
  };
  Role varying = r.varying;
  if (has_it(subject_name) != has_it(object_name)) varying = has_it(subject_name) ? Role::subject : Role::object;
  const auto claim_for = [&](EntityId next, Role role, const Quantity& figure) {
    const EntityId before = role == Role::subject ? subject : object;
    if (next == subject || next == object || mentions_.entities[next].kind != mentions_.entities[before].kind) return;
    Claim more = claim;
    (role == Role::subject ? more.subjects : more.objects) = {next};
    more.figure->quantity = figure;
    const bool told = std::any_of(recent_.begin(), recent_.end(), [&](const Recent& known) {
      const Claim& k = known.claim;
      return k.relation == more.relation && k.sentence == more.sentence && k.figure &&
             (k.subjects == more.subjects || k.subjects == more.objects) &&
             (k.objects == more.objects || k.objects == more.subjects);
    });
    if (told) return;
    recent_.push_back({more, r.varying, r.rule});
    out.push_back(std::move(more));
  };
  // "du Mali, de Cuba représentant chacun 2,6 %": all from the first name on.
  if (const Mention* name = varying == Role::subject ? subject_name : object_name;
      name != nullptr && first.begin > 0 &&
      cues.each.contains(tree.token(static_cast<TokenIndex>(first.begin - 1)).lemma)) {
    for (const Mention& m : tree.mentions()) {
      if (m.begin > name->begin && m.end < first.begin && names_actor(&m)) claim_for(m.entity, varying, first);
    }
  }
  TokenIndex at = first.end;
  if (at < tree.size() && tree.text(at) == ")") ++at;
  ListReader reader(tree, facts, cues, first.unit);
  Member member{};
  // Up to the first member only words of the claim itself.
  for (const TokenIndex limit = static_cast<TokenIndex>(at + longest_tail);; ++at) {
    if (at >= tree.size() || at > limit) return;
    if (reader.joins(at) && reader.read(at, member)) break;
    const bool verb = tree.word_class(at) == WordClass::verb || tree.word_class(at) == WordClass::auxiliary;
    if (verb && tree.token(at).morphology.verb_form == VerbForm::finite) return;
    const Mention* m = tree.mention(at);
    if (names_actor(m) && m->entity != subject && m->entity != object) return;
  }
  do {
    const EntityId next = member.name->entity;
    at = member.end;
    // "… 60 millions à la Serbie et le Japon 4,5 millions": no second receiver of the 60.
    std::erase_if(out, [&](const Claim& c) {
      const bool same = c.rule == claim.rule && c.sentence == claim.sentence && c.figure &&
                        c.figure->quantity.begin == first.begin && member.figure->begin != first.begin;
      return same && ((c.subjects == claim.subjects && c.objects == std::vector<EntityId>{next}) ||
                      (c.objects == claim.objects && c.subjects == std::vector<EntityId>{next}));
    });
    Role role = varying;
    const std::string_view lead = (role == Role::subject ? subject_name : object_name) == nullptr
                                      ? std::string_view()
                                      : preposition_before(tree, *(role == Role::subject ? subject_name : object_name));
    if (member.preposition.empty()) {
      // "en Russie, le Liban 60 %": another buyer
      if (repeats_itself(lead)) role = fills_subject(r.rule->subject) ? Role::subject : r.varying;
    } else if (member.preposition != lead) {
      const Role other = role == Role::subject ? Role::object : Role::subject;
      const Mention* name = other == Role::subject ? subject_name : object_name;
      if (name != nullptr && preposition_before(tree, *name) == member.preposition) {
        role = other;
      } else if (member.preposition != "pour" && !lead.empty()) {
        return;
      }
    }
    claim_for(next, role, *member.figure);
  } while (at < tree.size() && reader.read(at, member));
}

}  // namespace depeche::extract
