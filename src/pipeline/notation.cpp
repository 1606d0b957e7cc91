#include "pipeline/notation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "graph/value_names.hpp"
#include "rdf/literal.hpp"

namespace depeche::pipeline {
namespace {

using extract::Claim;
using extract::Extraction;
using recognise::Entity;
using recognise::EntityId;

std::string_view notation_of(const Entity& e) {
  return e.kind == recognise::ActorKind::country && !e.iso.empty() ? std::string_view(e.iso)
                                                                   : std::string_view(e.label);
}

bool is_named(const Entity& e, std::string_view wanted) {
  if (e.kind == recognise::ActorKind::country && e.iso == wanted) return true;
  const std::string folded = utf8::fold(wanted);
  if (utf8::fold(e.label) == folded) return true;
  return std::any_of(e.names.begin(), e.names.end(), [&](const std::string& n) { return utf8::fold(n) == folded; });
}

bool has(const Extraction& x, const std::vector<EntityId>& ids, std::string_view name) {
  return std::any_of(ids.begin(), ids.end(), [&](EntityId id) { return is_named(x.entities[id], name); });
}

std::string text_of(const extract::QualifierValue& value, const Extraction& x, const mapping::Ontology& ontology) {
  switch (value.type) {
    case extract::QualifierValue::Type::entity:
      return std::string(notation_of(x.entities[value.index]));
    case extract::QualifierValue::Type::claim:
      return ontology.relations()[x.claims[value.index].relation].name;
    case extract::QualifierValue::Type::concept_:
    case extract::QualifierValue::Type::phrase:
      break;
  }
  return value.text;
}

std::string text_of(const recognise::Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

bool same_value(std::string_view a, std::string_view b) {
  const auto x = rdf::make_decimal(a), y = rdf::make_decimal(b);
  return x && y ? *x == *y : utf8::fold(a) == utf8::fold(b);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> describe_qualifiers(const Claim& claim, const Extraction& x,
                                                                     const mapping::Ontology& ontology) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto put = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out.emplace_back(name, value);
  };
  for (const auto& [name, value] : claim.qualifiers) put(name, text_of(value, x, ontology));
  if (claim.ended) put("phase", "ended");
  if (claim.figure) {
    const recognise::Quantity& quantity = claim.figure->quantity;
    put("measure", claim.figure->measure);
    put("value", quantity.value);
    put("min", quantity.min);
    put("max", quantity.max);
    put("unit", graph::unit_name(quantity));
    put("approx", graph::name_of(quantity.approximation));
  }
  if (claim.time && (claim.time->from || claim.time->to)) {
    if (claim.time->from) put("from", text_of(*claim.time->from));
    if (claim.time->to) put("to", text_of(*claim.time->to));
    put("timePrecision", graph::name_of(claim.time->precision));
    put("timeSource", graph::name_of(claim.time->source));
  }
  if (claim.attributed_to != recognise::no_entity) put("attributedTo", notation_of(x.entities[claim.attributed_to]));
  return out;
}

std::vector<std::string> describe_claims(const Claim& claim, const Extraction& x, const mapping::Ontology& ontology) {
  std::string qualifiers;
  for (const auto& [name, value] : describe_qualifiers(claim, x, ontology)) {
    qualifiers += fmt::format(" ; {}={}", name, value);
  }
  const mapping::RelationType& relation = ontology.relations()[claim.relation];
  std::vector<std::pair<EntityId, EntityId>> pairs;
  const auto told = [&](EntityId s, EntityId o) {
    return std::find(pairs.begin(), pairs.end(), std::pair(s, o)) != pairs.end();
  };
  std::vector<std::string> out;
  for (const EntityId s : claim.subjects) {
    for (const EntityId o : claim.objects) {
      if (s == o || (relation.symmetric && told(o, s))) continue;
      pairs.emplace_back(s, o);
      out.push_back(fmt::format("{}: {} > {} : {}{}", relation.name, notation_of(x.entities[s]),
                                notation_of(x.entities[o]), mapping::name_of(claim.status), qualifiers));
    }
  }
  return out;
}

bool says(const Extraction& x, const mapping::Ontology& ontology, const mapping::Expected& expected) {
  return std::any_of(x.claims.begin(), x.claims.end(), [&](const Claim& c) {
    const mapping::RelationType& relation = ontology.relations()[c.relation];
    if (relation.name != expected.relation || c.status != expected.status) return false;
    const bool given = has(x, c.subjects, expected.subject) && has(x, c.objects, expected.object);
    const bool turned = has(x, c.subjects, expected.object) && has(x, c.objects, expected.subject);
    if (!given && !(relation.symmetric && turned)) return false;
    const auto qualifiers = describe_qualifiers(c, x, ontology);
    return std::all_of(expected.qualifiers.begin(), expected.qualifiers.end(), [&](const auto& wanted) {
      return std::any_of(qualifiers.begin(), qualifiers.end(),
                         [&](const auto& q) { return q.first == wanted.first && same_value(q.second, wanted.second); });
    });
  });
}

}  // namespace depeche::pipeline
