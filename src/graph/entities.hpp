#pragma once
#include <string>
#include <vector>

#include "graph/vocabulary.hpp"
#include "recognise/mention.hpp"

namespace depeche::graph {

/// The entities of one article under their names in the graph. Entities that come out under the same IRI are one.
class EntityTerms {
 public:
  EntityTerms(const std::vector<recognise::Entity>& entities, const Namespaces& names);

  /// "Q159", or "person.to-lam" where Wikidata has no entity that we know of: the entity in identity keys.
  const std::string& id(recognise::EntityId entity) const { return ids_.at(entity); }
  const rdf::Iri& iri(recognise::EntityId entity) const { return iris_.at(entity); }

  /// Indices of the entities ordered by IRI, each IRI once (the first entity that has it).
  const std::vector<recognise::EntityId>& sorted() const { return sorted_; }

  /// The given entities ordered by id, each id once.
  std::vector<recognise::EntityId> distinct(const std::vector<recognise::EntityId>& entities) const;

 private:
  std::vector<std::string> ids_;
  std::vector<rdf::Iri> iris_;
  std::vector<recognise::EntityId> sorted_;
};

/// The class of an actor: "Person", "Country", "Organization", "Place".
std::string_view class_name(recognise::ActorKind kind);

}  // namespace depeche::graph
