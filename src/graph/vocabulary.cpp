#include "graph/vocabulary.hpp"

namespace depeche::graph {
namespace {

/// "ArmsTransfer" gives "arms-transfer".
std::string kebab_case(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !out.empty()) out += '-';
    out += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

Namespaces::Namespaces(const rdf::Namespace& base)
    : article(base.below("article/")),
      graph(base.below("graph/")),
      relation(base.below("rel/")),
      claim(base.below("claim/")),
      sentence(base.below("sentence/")),
      entity(base.below("entity/")),
      rule(base.below("rule/")) {}

rdf::Prefixes Namespaces::prefixes() const {
  rdf::Prefixes out;
  out.add("dp", dp);
  out.add("dpq", dpq);
  out.add("dpv", dpv);
  out.add("wd", wd);
  out.add("ent", entity);
  out.add("rel", relation);
  out.add("art", article);
  out.add("sent", sentence);
  out.add("claim", claim);
  out.add("rule", rule);
  out.add("g", graph);
  out.add("schema", schema);
  out.add("nif", nif);
  out.add("unit", unit);
  out.add("cur", currency);
  out.add("skos", skos);
  out.add("rdfs", rdfs);
  out.add("owl", owl);
  out.add("xsd", xsd);
  return out;
}

RelationTerms::RelationTerms(const mapping::RelationType& type_row, const Namespaces& names)
    : row(type_row),
      slug(kebab_case(type_row.name)),
      type(names.dp(type_row.name)),
      edge(names.dp(type_row.edge)),
      subject_role(names.dp(type_row.subject_role)),
      object_role(names.dp(type_row.object_role)) {
  if (!row.fact_property.empty()) fact_property = names.dp(row.fact_property);
}

}  // namespace depeche::graph
