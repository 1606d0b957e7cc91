#include "mapping/ontology.hpp"

#include <algorithm>

namespace depeche::mapping {
namespace {

bool contains(const std::vector<std::string>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word, std::less<>());
}

}  // namespace

int Ontology::find(std::string_view name) const {
  const auto at = std::lower_bound(relations_.begin(), relations_.end(), name,
                                   [](const RelationType& type, std::string_view n) { return type.name < n; });
  return at != relations_.end() && at->name == name ? static_cast<int>(at - relations_.begin()) : -1;
}

bool Ontology::has_qualifier(std::string_view local_name) const {
  return contains(qualifiers_, local_name);
}
bool Ontology::has_value(std::string_view local_name) const {
  return contains(values_, local_name);
}
bool Ontology::has_measure(std::string_view local_name) const {
  return contains(measures_, local_name);
}
bool Ontology::takes_concept(std::string_view qualifier) const {
  return contains(concept_qualifiers_, qualifier);
}

}  // namespace depeche::mapping
