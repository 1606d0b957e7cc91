#include "graph/facts.hpp"

#include <algorithm>
#include <tuple>

namespace depeche::graph {
namespace {

using Facts = std::vector<rdf::Statement>;

void add_edges(const PlannedClaim& planned, const RelationTerms& terms, const EntityTerms& entities, Facts& out) {
  for (const recognise::EntityId subject : planned.subjects) {
    for (const recognise::EntityId object : planned.objects) {
      const rdf::Iri &s = entities.iri(subject), &o = entities.iri(object);
      if (s == o) continue;
      out.push_back({s, terms.edge, o, std::nullopt});
      if (terms.row.symmetric) out.push_back({o, terms.edge, s, std::nullopt});
    }
  }
}

void add_relation(const PlannedClaim& planned, const RelationTerms& terms, const ArticleTerms& article,
                  const Plan& plan, Facts& out) {
  const extract::Claim& claim = article.extraction.claims[planned.source];
  const auto put = [&](const rdf::Iri& property, const rdf::Term& value) {
    out.push_back({planned.relation, property, value, std::nullopt});
  };
  put(article.vocabulary.type, terms.type);
  for (const recognise::EntityId entity : planned.subjects) put(terms.subject_role, article.entities.iri(entity));
  for (const recognise::EntityId entity : planned.objects) put(terms.object_role, article.entities.iri(entity));
  for (const auto& [name, value] : claim.qualifiers) {
    if (!terms.fact_property || name != terms.row.key_qualifier) continue;
    for (const rdf::Term& term : qualifier_terms(value, article, plan)) put(*terms.fact_property, term);
  }
  if (terms.row.bucket != mapping::KeyBucket::day || !claim.time || !claim.time->from ||
      claim.time->precision != recognise::TimePrecision::day) {
    return;
  }
  const recognise::Date& day = *claim.time->from;
  if (const auto date = rdf::make_date(day.year, day.month, day.day)) put(article.vocabulary.date, *date);
}

}  // namespace

std::vector<rdf::Statement> facts_of(const ArticleTerms& article, const Plan& plan) {
  Facts out;
  for (const PlannedClaim& planned : plan.claims) {
    const extract::Claim& claim = article.extraction.claims[planned.source];
    if (claim.status != mapping::Status::asserted) continue;
    const RelationTerms& terms = article.table[claim.relation];
    if (!claim.ended) add_edges(planned, terms, article.entities, out);
    add_relation(planned, terms, article, plan, out);
  }
  const rdf::Iri& type = article.vocabulary.type;
  std::sort(out.begin(), out.end(), [&type](const rdf::Statement& a, const rdf::Statement& b) {
    const bool a_later = a.predicate != type, b_later = b.predicate != type;  // the class first, as one reads it
    return std::tie(a.subject, a_later, a.predicate, a.object) < std::tie(b.subject, b_later, b.predicate, b.object);
  });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace depeche::graph
