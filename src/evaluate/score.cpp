#include "evaluate/score.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace depeche::evaluate {
namespace {

double ratio(std::size_t part, std::size_t all) {
  return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
}

bool is_same(const GoldRelation& gold, const GivenRelation& given) {
  if (is_same(gold.subject, given.subject) && is_same(gold.object, given.object)) return true;
  return is_symmetric(gold.type) && is_same(gold.subject, given.object) && is_same(gold.object, given.subject);
}

/// Gold and given relations that were found to be the same, and those left over.
struct Matching {
  std::vector<std::pair<const GoldRelation*, const GivenRelation*>> hits;
  std::vector<const GoldRelation*> misses;
  std::vector<const GivenRelation*> extras;

  Agreement agreement() const { return {hits.size(), hits.size() + extras.size(), hits.size() + misses.size()}; }
};

using GoldList = std::vector<const GoldRelation*>;
using GivenList = std::vector<const GivenRelation*>;

Matching match(const GoldList& gold, const GivenList& given) {
  std::map<std::pair<std::string, std::string>, GivenList> open;
  for (const GivenRelation* r : given) open[{r->article, r->type}].push_back(r);
  Matching out;
  std::set<const GivenRelation*> used;
  for (const GoldRelation* g : gold) {
    const GivenList& candidates = open[{g->article, g->type}];
    const auto at = std::find_if(candidates.begin(), candidates.end(),
                                 [&](const GivenRelation* r) { return used.count(r) == 0 && is_same(*g, *r); });
    if (at == candidates.end()) {
      out.misses.push_back(g);
    } else {
      used.insert(*at);
      out.hits.emplace_back(g, *at);
    }
  }
  for (const GivenRelation* r : given) {
    if (used.count(r) == 0) out.extras.push_back(r);
  }
  return out;
}

bool is_measured(const Gold& gold, const GivenRelation& r) {
  if (gold.articles.count(r.article) == 0) return false;
  return r.type != "Import" || (r.subject.kind == 'c' && r.object.kind == 'c');
}

Agreement match_entities(const Gold& gold, const Given& given, char kind) {
  Agreement out;
  for (const std::string& article : gold.articles) {
    std::vector<const GivenActor*> left;
    if (const auto at = given.mentions.find(article); at != given.mentions.end()) {
      for (const GivenActor& a : at->second) {
        if (a.kind == kind) left.push_back(&a);
      }
    }
    out.given += left.size();
    const auto at = gold.entities.find(article);
    if (at == gold.entities.end()) continue;
    for (const GoldActor& actor : at->second) {
      if (actor.kind != kind) continue;
      ++out.gold;
      const auto found =
          std::find_if(left.begin(), left.end(), [&](const GivenActor* a) { return is_same(actor, *a); });
      if (found == left.end()) continue;
      left.erase(found);
      ++out.found;
    }
  }
  return out;
}

Share match_figures(const Matching& matching) {
  Share out;
  for (const GoldRelation* g : matching.misses) out.all += g->figures.size();
  for (const auto& [g, r] : matching.hits) {
    out.all += g->figures.size();
    for (const double x : g->figures) {
      const auto near = [&](double y) { return std::abs(x - y) <= 0.005 * std::max(std::abs(x), 1e-9); };
      if (std::any_of(r->figures.begin(), r->figures.end(), near)) ++out.right;
    }
  }
  return out;
}

Share match_status(const Matching& matching) {
  Share out{0, matching.hits.size()};
  for (const auto& hit : matching.hits) {
    const auto agreed = [&](const std::string& s) { return hit.second->statuses.count(s) != 0; };
    if (std::any_of(hit.first->statuses.begin(), hit.first->statuses.end(), agreed)) ++out.right;
  }
  return out;
}

std::map<std::string, Agreement> by_type(const Matching& matching) {
  std::map<std::string, Agreement> out;
  for (const auto& [g, r] : matching.hits) {
    ++out[g->type].found;
    ++out[g->type].given;
    ++out[g->type].gold;
  }
  for (const GoldRelation* g : matching.misses) ++out[g->type].gold;
  for (const GivenRelation* r : matching.extras) ++out[r->type].given;
  return out;
}

std::map<std::string, RuleRecord> by_rule(const Matching& matching) {
  std::map<std::string, RuleRecord> out;
  const auto count = [&](const GivenRelation& r, bool right) {
    for (const std::string& rule : r.rules) {
      RuleRecord& record = out[rule];
      record.type = r.type;
      ++(right ? record.right : record.wrong);
    }
  };
  for (const auto& [g, r] : matching.hits) count(*r, true);
  for (const GivenRelation* r : matching.extras) count(*r, false);
  return out;
}

}  // namespace

double Agreement::precision() const {
  return ratio(found, given);
}
double Agreement::recall() const {
  return ratio(found, gold);
}
double Agreement::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}
double Share::value() const {
  return ratio(right, all);
}

Score measure(const Gold& gold, const Given& given) {
  GoldList relations, gold_facts;
  for (const GoldRelation& g : gold.relations) {
    relations.push_back(&g);
    if (g.statuses.count("asserted") != 0) gold_facts.push_back(&g);
  }
  GivenList claims, given_facts;
  for (const GivenRelation& r : given.relations) {
    if (!is_measured(gold, r)) continue;
    claims.push_back(&r);
    if (r.statuses.count("asserted") != 0) given_facts.push_back(&r);
  }
  const Matching matching = match(relations, claims);
  Score score;
  score.articles = gold.articles.size();
  score.relations = matching.agreement();
  score.facts = match(gold_facts, given_facts).agreement();
  score.persons = match_entities(gold, given, 'p');
  score.countries = match_entities(gold, given, 'c');
  score.organisations = match_entities(gold, given, 'o');
  score.status = match_status(matching);
  score.figures = match_figures(matching);
  score.types = by_type(matching);
  score.rules = by_rule(matching);
  for (const GoldRelation* g : matching.misses) score.misses.push_back(*g);
  for (const GivenRelation* r : matching.extras) score.extras.push_back(*r);
  return score;
}

}  // namespace depeche::evaluate
