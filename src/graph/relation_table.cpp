#include <algorithm>
#include <array>

#include "graph/builder.hpp"
#include "rdf/reader.hpp"

namespace depeche::graph {
namespace {

constexpr std::array<std::string_view, 8> table_columns = {"edge",      "subjectRole", "objectRole",  "keyQualifier",
                                                           "keyBucket", "quad",        "ploverEvent", "cameo"};

bool is_in(std::string_view iri, const rdf::Namespace& space, std::string_view local) {
  return iri.size() == space.text().size() + local.size() && iri.starts_with(space.text()) && iri.ends_with(local);
}

}  // namespace

std::vector<rdf::Statement> relation_table(const mapping::Ontology& ontology) {
  const Namespaces names{rdf::Namespace(default_base)};
  const auto belongs = [&](const rdf::ReadTriple& triple) {
    const std::string& predicate = triple.predicate.text;
    if (is_in(predicate, names.dp, "factProperty") || is_in(predicate, names.owl, "inverseOf")) return true;
    if (is_in(predicate, names.rdf, "type")) return is_in(triple.object.text, names.owl, "SymmetricProperty");
    return std::any_of(table_columns.begin(), table_columns.end(),
                       [&](std::string_view column) { return is_in(predicate, names.dp, column); });
  };
  std::vector<rdf::Statement> out;
  for (const rdf::ReadTriple& triple : ontology.triples()) {
    if (!belongs(triple)) continue;
    if (auto statement = rdf::make_statement(triple)) out.push_back(*std::move(statement));
  }
  for (const mapping::RelationType& type : ontology.relations()) {
    out.push_back(
        {names.dp(type.name), names.rdfs("subClassOf"), names.dp(type.event ? "Event" : "State"), std::nullopt});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace depeche::graph
