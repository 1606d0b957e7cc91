#pragma once
#include "graph/evidence.hpp"

namespace depeche::graph {

/// Writes one claim with its qualifiers, figure and time into the article's graph.
void write_claim(const PlannedClaim& planned, const rdf::Iri& sentence, const ArticleTerms& article, const Plan& plan,
                 const rdf::Iri& graph, rdf::StatementSink& sink);

}  // namespace depeche::graph
