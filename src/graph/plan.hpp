#pragma once
#include <string>
#include <vector>

#include "extract/claim.hpp"
#include "graph/entities.hpp"
#include "graph/vocabulary.hpp"

namespace depeche::graph {

/// A claim as the graph has it: about one relation, with its IRIs.
struct PlannedClaim {
  std::size_t source = 0;                              ///< index in Extraction::claims
  std::vector<recognise::EntityId> subjects, objects;  ///< distinct, by id
  rdf::Iri relation, claim;
  std::uint32_t sentence_begin = 0, sentence_end = 0;  ///< code points
};

/// The claims of an article ordered by sentence and IRI.
struct Plan {
  std::vector<PlannedClaim> claims;
  /// For each claim of the extraction what became of it: IRIs, sorted; empty if it was left out.
  std::vector<std::vector<rdf::Iri>> iris_of;
};

/// Gives every claim its identity. A claim with several subjects or objects becomes one per pair, because a relation
/// is a pair, except for symmetric events: there the participants together make one event. Relations of an actor with
/// itself are left out. Of claims that come out the same (two rules that read one sentence alike) the most confident
/// stays, or the first.
Plan plan_claims(const extract::Extraction& extraction, const std::vector<RelationTerms>& table,
                 const EntityTerms& entities, const Namespaces& names, std::string_view article);

}  // namespace depeche::graph
