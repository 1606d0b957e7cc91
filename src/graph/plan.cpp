#include "graph/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "graph/identity.hpp"
#include "graph/positions.hpp"

namespace depeche::graph {
namespace {

using Entities = std::vector<recognise::EntityId>;
using Sides = std::pair<Entities, Entities>;

/// Subjects and objects of each relation that the claim makes.
std::vector<Sides> relations_of(const extract::Claim& claim, const RelationTerms& terms, const EntityTerms& entities) {
  const Entities subjects = entities.distinct(claim.subjects), objects = entities.distinct(claim.objects);
  std::vector<Sides> out;
  if (terms.row.symmetric && terms.row.event) {
    Entities all = subjects;
    all.insert(all.end(), objects.begin(), objects.end());
    if (!subjects.empty() && !objects.empty() && entities.distinct(all).size() > 1) out.emplace_back(subjects, objects);
    return out;
  }
  for (const recognise::EntityId subject : subjects) {
    for (const recognise::EntityId object : objects) {
      if (entities.id(subject) == entities.id(object)) continue;
      // Between the members of a plural each pair of a symmetric state comes twice: the second has the same key.
      out.emplace_back(Entities{subject}, Entities{object});
    }
  }
  return out;
}

struct SentencePosition {
  std::uint32_t begin = 0, end = 0;
};

/// Positions of the sentences that claims refer to, in code points, by index of the sentence.
std::vector<SentencePosition> sentence_positions(const extract::Extraction& extraction) {
  std::vector<SentencePosition> out(extraction.sentences.size());
  std::vector<std::uint32_t> used;
  for (const extract::Claim& claim : extraction.claims) used.push_back(claim.sentence);
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  CodePointCursor cursor(extraction.article.text);
  for (const std::uint32_t index : used) {
    const language::Sentence& sentence = extraction.sentences.at(index);
    out[index].begin = cursor.at(sentence.begin);
    out[index].end = cursor.at(sentence.end);
  }
  return out;
}

}  // namespace

Plan plan_claims(const extract::Extraction& extraction, const std::vector<RelationTerms>& table,
                 const EntityTerms& entities, const Namespaces& names, std::string_view article) {
  Plan plan;
  plan.iris_of.resize(extraction.claims.size());
  const std::vector<SentencePosition> positions = sentence_positions(extraction);
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    const extract::Claim& claim = extraction.claims[i];
    const RelationTerms& terms = table.at(claim.relation);
    const SentencePosition place = positions[claim.sentence];
    for (auto& [subjects, objects] : relations_of(claim, terms, entities)) {
      const std::string key = relation_key({claim, terms, subjects, objects}, entities, article);
      const std::string name = fmt::format("{}-{}-{}", article, place.begin, claim_digest(claim, key, entities));
      plan.claims.push_back({i, std::move(subjects), std::move(objects), names.relation(relation_name(terms, key)),
                             names.claim(name), place.begin, place.end});
      plan.iris_of[i].push_back(plan.claims.back().claim);
    }
    std::sort(plan.iris_of[i].begin(), plan.iris_of[i].end());
    plan.iris_of[i].erase(std::unique(plan.iris_of[i].begin(), plan.iris_of[i].end()), plan.iris_of[i].end());
  }
  const auto confidence = [&](const PlannedClaim& c) { return extraction.claims[c.source].confidence; };
  std::stable_sort(plan.claims.begin(), plan.claims.end(), [&](const PlannedClaim& a, const PlannedClaim& b) {
    if (a.sentence_begin != b.sentence_begin) return a.sentence_begin < b.sentence_begin;
    if (a.claim != b.claim) return a.claim < b.claim;
    return confidence(a) > confidence(b);
  });
  const auto same = [](const PlannedClaim& a, const PlannedClaim& b) { return a.claim == b.claim; };
  plan.claims.erase(std::unique(plan.claims.begin(), plan.claims.end(), same), plan.claims.end());
  return plan;
}

}  // namespace depeche::graph
