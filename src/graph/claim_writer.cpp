#include "graph/claim_writer.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "graph/identity.hpp"
#include "graph/value_names.hpp"

namespace depeche::graph {
namespace {

/// A name that may stand in an IRI, whatever the data says.
std::string local_name(std::string_view text) {
  if (rdf::is_safe_local_name(text)) return std::string(text);
  std::string slug = utf8::slug(text);
  return slug.empty() ? "x-" + h8(text) : slug;
}

class ClaimWriter {
 public:
  ClaimWriter(const PlannedClaim& planned, const ArticleTerms& article, const Plan& plan, const rdf::Iri& graph,
              rdf::StatementSink& sink)
      : planned_(planned),
        claim_(article.extraction.claims[planned.source]),
        article_(article),
        v_(article.vocabulary),
        names_(article.vocabulary.names),
        plan_(plan),
        graph_(graph),
        sink_(sink) {}

  void write(const rdf::Iri& sentence) {
    const RelationTerms& terms = article_.table[claim_.relation];
    put(v_.type, v_.claim_class);
    put(v_.about, planned_.relation);
    put(v_.relation_type, terms.type);
    for (const recognise::EntityId entity : planned_.subjects) put(v_.subject, article_.entities.iri(entity));
    put(v_.predicate, terms.edge);
    for (const recognise::EntityId entity : planned_.objects) put(v_.object, article_.entities.iri(entity));
    put(v_.status, names_.dp(status_name(claim_.status)));
    if (claim_.attributed_to != recognise::no_entity)
      put(v_.attributed_to, article_.entities.iri(claim_.attributed_to));
    if (!claim_.cue.empty()) put(v_.cue, rdf::text_literal(claim_.cue, article_.language));
    if (claim_.ended) put(v_.phase, v_.ended);
    write_qualifiers();
    if (claim_.figure) write_figure(*claim_.figure);
    if (claim_.time) write_time(*claim_.time);
    put(v_.confidence, *rdf::make_decimal(std::clamp(claim_.confidence, 0.0, 1.0), 4));
    put(v_.rule, names_.rule(claim_.rule.empty() ? "unnamed" : local_name(claim_.rule)));
    put(v_.sentence, sentence);
  }

 private:
  void put(const rdf::Iri& property, const rdf::Term& value) { sink_.write(planned_.claim, property, value, &graph_); }

  void put_if_valid(const rdf::Iri& property, const Result<rdf::Literal>& value) {
    if (value) put(property, rdf::Term(*value));
  }

  void write_qualifiers() {
    std::vector<std::pair<std::string, rdf::Term>> all;
    for (const auto& [name, value] : claim_.qualifiers) {
      for (rdf::Term& term : qualifier_terms(value, article_, plan_)) {
        if (term != rdf::Term(planned_.claim)) all.emplace_back(name, std::move(term));
      }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const auto& [name, term] : all) put(names_.dpq(name), term);
  }

  void write_figure(const extract::Figure& figure) {
    const recognise::Quantity& quantity = figure.quantity;
    const auto value = rdf::make_decimal(quantity.value), min = rdf::make_decimal(quantity.min),
               max = rdf::make_decimal(quantity.max);
    // A measure without a number says nothing.
    if (!value && !min && !max) return;
    put(v_.measure, names_.dpv(local_name(figure.measure)));
    put_if_valid(v_.value, value);
    put_if_valid(v_.min, min);
    put_if_valid(v_.max, max);
    put(v_.unit, unit_of(quantity));
    if (const std::string_view name = name_of(quantity.approximation); !name.empty()) put(v_.approx, names_.dpv(name));
  }

  rdf::Iri unit_of(const recognise::Quantity& quantity) const {
    const std::string_view name = unit_name(quantity);
    return name == quantity.currency ? names_.currency(name) : names_.unit(name);
  }

  void write_time(const recognise::TimeSpan& time) {
    if (!time.from && !time.to) return;
    if (time.from) put_if_valid(v_.from, rdf::make_date(time.from->year, time.from->month, time.from->day));
    if (time.to) put_if_valid(v_.to, rdf::make_date(time.to->year, time.to->month, time.to->day));
    put(v_.time_precision, names_.dpv(name_of(time.precision)));
    put(v_.time_source, names_.dpv(name_of(time.source)));
  }

  const PlannedClaim& planned_;
  const extract::Claim& claim_;
  const ArticleTerms& article_;
  const Vocabulary& v_;
  const Namespaces& names_;
  const Plan& plan_;
  const rdf::Iri& graph_;
  rdf::StatementSink& sink_;
};

}  // namespace

std::vector<rdf::Term> qualifier_terms(const extract::QualifierValue& value, const ArticleTerms& article,
                                       const Plan& plan) {
  switch (value.type) {
    case extract::QualifierValue::Type::entity:
      return {article.entities.iri(value.index)};
    case extract::QualifierValue::Type::concept_:
      return {article.vocabulary.names.dpv(local_name(value.text))};
    case extract::QualifierValue::Type::claim: {
      const std::vector<rdf::Iri>& iris = plan.iris_of.at(value.index);
      return {iris.begin(), iris.end()};
    }
    case extract::QualifierValue::Type::phrase:
      break;
  }
  if (value.text.empty()) return {};
  return {rdf::text_literal(value.text, article.language)};
}

void write_claim(const PlannedClaim& planned, const rdf::Iri& sentence, const ArticleTerms& article, const Plan& plan,
                 const rdf::Iri& graph, rdf::StatementSink& sink) {
  ClaimWriter(planned, article, plan, graph, sink).write(sentence);
}

}  // namespace depeche::graph
