// Claims that lean on an earlier one: "Elle est suivie de l'Inde (19 %)", "Il s'agit du Ghana et du Togo".
#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/matcher.hpp"

namespace depeche::extract {

using language::WordClass;
using recognise::EntityId;
using recognise::Quantity;

namespace {

bool contains(const Actors& actors, EntityId id) {
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& a) { return a.entity == id; });
}

}  // namespace

/// The role that the grammatical subject fills is the one that lists vary: suppliers are suppliers of one buyer.
void Matcher::remember(const mapping::Rule& rule, const std::vector<Claim>& claims) {
  const auto differ = [&](std::vector<EntityId> Claim::*side) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& c) { return c.*side != claims[0].*side; });
  };
  Role varying = Role::none;
  if (differ(&Claim::subjects) != differ(&Claim::objects)) {  // the list says itself what it lists
    varying = differ(&Claim::subjects) ? Role::subject : Role::object;
  } else if (fills_subject(rule.subject) != fills_subject(rule.object)) {
    varying = fills_subject(rule.subject) ? Role::subject : Role::object;
  }
  const mapping::Rule* origin = &rule;
  if (rule.continues && !recent_.empty()) {
    varying = recent_.back().varying;
    origin = recent_.back().rule;
  }
  for (const Claim& c : claims) recent_.push_back({c, varying, origin});
}

/// Keeps a claim for which a plural noun names nobody yet ("trois pays ont absorbé la moitié des exportations").
void Matcher::leave_open(const Tree& tree, const Predication& p, const mapping::Rule& rule, const SentenceFacts& facts,
                         bool subject_missing) {
  const mapping::Filler& filler = subject_missing ? rule.subject : rule.object;
  bool plural = false;
  for (const mapping::Path& path : filler.paths) {
    if (path.steps.size() != 1 || path.steps[0] != knowledge_.core.subject) continue;
    for (const TokenIndex t : walk(tree, p, rule, path)) {
      plural = plural || (tree.word_class(t) == WordClass::noun &&
                          tree.token(t).morphology.number != language::Number::singular &&
                          knowledge_.reference.pair_of_states.contains(tree.token(t).lemma));
    }
  }
  if (!plural) return;
  const bool lifts = knowledge_.ontology.relations()[rule.relation_index].lifts_places;
  const Actors known = fill(tree, p, rule, subject_missing ? rule.object : rule.subject, {}, lifts);
  if (known.size() != 1) return;
  const Stance stance = read_stance(tree, p, knowledge_, discourse_);
  Claim claim;
  claim.relation = rule.relation_index;
  claim.status = stance.status;
  claim.attributed_to = stance.attributed_to;
  claim.cue = stance.cue;
  claim.ended = stance.ended || rule.ended;
  claim.sentence = facts.index;
  claim.time = time_for(tree, p, facts);
  (subject_missing ? claim.objects : claim.subjects) = {known[0].entity};
  add_qualifiers(tree, p, rule, claim);
  open_.push_back({std::move(claim), &rule, subject_missing});
}

bool Matcher::complete_claim(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                             const SentenceFacts& facts, std::vector<Claim>& out, std::string& reason) {
  const auto open = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) {
    return o.claim.relation == rule.relation_index && facts.index - o.claim.sentence <= 1;
  });
  if (open == open_.rend()) {
    reason = "no open claim before that it could complete";
    return false;
  }
  const mapping::Filler& filler = open->subject_missing ? open->rule->subject : open->rule->object;
  Actors with;
  for (const TokenIndex t : walk(tree, p, rule, *rule.completes)) {
    for (const Actor& a : discourse_.resolve(tree, t)) {
      const bool fits = filler.kinds == 0 || (bit(mentions_.entities[a.entity].kind) & filler.kinds) != 0;
      if (fits && !contains(with, a.entity)) with.push_back(a);
    }
  }
  for (const Actor& a : with) {
    Claim claim = open->claim;
    if (claim.subjects == std::vector<EntityId>{a.entity} || claim.objects == std::vector<EntityId>{a.entity}) continue;
    (open->subject_missing ? claim.subjects : claim.objects) = {a.entity};
    claim.rule = rule.id;
    claim.confidence = rule.confidence;
    claim.sentence = facts.index;
    for (const mapping::FigureSpec& spec : open->rule->figures) {
      if (claim.figure) break;
      if (const auto* q = facts.quantity_of_member(a.token, unit_of(spec)); q != nullptr) {
        claim.figure = Figure{spec.measure, *q};
      }
    }
    out.push_back(std::move(claim));
  }
  if (out.empty()) reason = "nobody to complete the claim before with";
  const Role role = open->subject_missing ? Role::subject : Role::object;
  for (const Claim& c : out) recent_.push_back({c, role, open->rule});
  return !out.empty();
}

/// "Ont suivi les graines de sésame (12 %), la noix de cajou (8 %) …": the same trade, in other goods.
bool Matcher::continue_goods(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                             const SentenceFacts& facts, std::vector<Claim>& out) {
  if (recent_.empty()) return false;
  const Claim last = recent_.back().claim;
  const auto& specs = recent_.back().rule->figures;
  const auto share = std::find_if(specs.begin(), specs.end(), [](const mapping::FigureSpec& spec) {
    return spec.unit == mapping::FigureSpec::Unit::percent;
  });
  const auto named = std::find_if(last.qualifiers.begin(), last.qualifiers.end(),
                                  [](const auto& q) { return q.first == "commodity"; });
  if (last.relation != rule.relation_index || facts.index - last.sentence > 1 || share == specs.end() ||
      (named == last.qualifiers.end() && !last.figure)) {
    return false;
  }
  for (const Good& good : goods_from(tree, static_cast<TokenIndex>(p.predicate + 1), facts, Quantity::Unit::percent)) {
    Claim claim = last;
    if (named == last.qualifiers.end()) {
      claim.qualifiers.emplace_back("commodity", good.name);
    } else {
      claim.qualifiers[static_cast<std::size_t>(named - last.qualifiers.begin())].second = good.name;
    }
    claim.figure = Figure{share->measure, good.figure};
    claim.rule = rule.id;
    claim.confidence = rule.confidence;
    claim.sentence = facts.index;
    out.push_back(std::move(claim));
  }
  return !out.empty();
}

/// The figure of one who goes on a list: its own, its share of a list "respectivement", or, of one alone, that of the
/// clause.
std::optional<Figure> Matcher::figure_of_next(const Predication& p, const Recent& before, const SentenceFacts& facts,
                                              const Actor& actor, const Actors& with) {
  const std::optional<Figure>& last = before.claim.figure;
  const auto place = static_cast<std::size_t>(
      std::find_if(with.begin(), with.end(), [&](const Actor& a) { return a.entity == actor.entity; }) - with.begin());
  for (const mapping::FigureSpec& spec : before.rule->figures) {
    const Quantity::Unit unit = unit_of(spec);
    if (last && last->quantity.unit != unit) continue;
    const Quantity* q = facts.quantity_behind(actor.token, unit);
    if (q == nullptr) q = facts.quantity_in_order(place, with.size(), unit);
    if (q == nullptr && with.size() == 1) q = facts.quantity_of_clause(p, no_token, unit);
    if (q == nullptr) continue;
    const bool taken = last && facts.index == before.claim.sentence && last->quantity.begin == q->begin;
    if (!taken) return Figure{spec.measure, *q};
  }
  return std::nullopt;
}

bool Matcher::continue_claim(const Tree& tree, const Predication& p, const mapping::Rule& rule,
                             const SentenceFacts& facts, std::vector<Claim>& out, std::string& reason) {
  for (const mapping::Condition& c : rule.conditions) {
    if (!holds(tree, p, rule, c)) {
      reason = "a condition does not hold";
      return false;
    }
  }
  Actors from, with;
  bool named = false;
  const mapping::RelationType& relation = knowledge_.ontology.relations()[rule.relation_index];
  const bool symmetric = relation.symmetric;
  for (const TokenIndex t : walk(tree, p, rule, rule.continues->from)) {
    const bool pronoun = tree.word_class(t) == WordClass::pronoun;
    if (pronoun && !symmetric) continue;  // whoever was said last in that role
    for (const Actor& a : discourse_.resolve(tree, t)) from.push_back(a);
    // Of two partners only the pronoun says whom the list is about.
    named = named || tree.mention(t) != nullptr || (pronoun && !from.empty());
  }
  for (const TokenIndex t : walk(tree, p, rule, rule.continues->with)) {
    // "Ces deux pays" are those said before: nobody new.
    if (tree.mention(t) == nullptr && tree.word_class(t) == WordClass::noun &&
        tree.token(t).morphology.number == language::Number::plural)
      continue;
    for (const Actor& a : discourse_.resolve(tree, t)) {
      if (!contains(with, a.entity)) with.push_back(a);
    }
  }
  if (with.empty()) {
    if (from.empty() && continue_goods(tree, p, rule, facts, out)) return true;
    reason = "nobody to continue with";
    return false;
  }
  const Recent* before = nullptr;
  Role role = Role::none;
  for (std::size_t i = recent_.size(); i-- > 0 && before == nullptr;) {
    const Recent& r = recent_[i];
    if (r.claim.relation != rule.relation_index || r.claim.subjects.size() != 1 || r.claim.objects.size() != 1)
      continue;
    if (contains(from, r.claim.subjects[0])) {
      before = &r;
      role = Role::subject;
    } else if (contains(from, r.claim.objects[0])) {
      before = &r;
      role = Role::object;
    }
  }
  // "Ils sont suivis de …", "…, suivie du Niger (23 %)" behind a figure: goes with the list that was just made.
  if (before == nullptr || !named) {
    for (std::size_t i = recent_.size(); i-- > 0;) {
      const Recent& r = recent_[i];
      if (r.claim.relation != rule.relation_index || r.varying == Role::none) continue;
      const std::uint32_t back = discourse_.is_fragment(facts.index - 1) ? 2U : 1U;
      if (facts.index - r.claim.sentence <= (named && !symmetric ? 0U : back) && r.claim.subjects.size() == 1) {
        before = &r;
        role = r.varying;
      }
      break;
    }
  }
  if (before == nullptr) {
    reason = "no claim before that it could continue";
    return false;
  }
  const Claim last = before->claim;
  const recognise::ActorKind kind = mentions_.entities[(role == Role::subject ? last.subjects : last.objects)[0]].kind;
  for (const Actor& a : with) {
    if (contains(from, a.entity) || a.entity == last.subjects[0] || a.entity == last.objects[0]) continue;
    if (mentions_.entities[a.entity].kind != kind) continue;
    // Who goes with a visitor and is at home there visits nobody.
    if (relation.lifts_places && discourse_.state_of(a.entity) == last.objects[0]) continue;
    Claim claim = last;
    (role == Role::subject ? claim.subjects : claim.objects) = {a.entity};
    claim.rule = rule.id;
    claim.confidence = rule.confidence;
    claim.sentence = facts.index;
    claim.figure = figure_of_next(p, *before, facts, a, with);
    out.push_back(std::move(claim));
  }
  return !out.empty();
}

}  // namespace depeche::extract
