#pragma once
#include <vector>

#include "graph/evidence.hpp"

namespace depeche::graph {

/// The facts that the article's claims make, sorted and distinct, without a graph: for asserted claims alone the
/// relation node, and the direct edge unless the state is over. The same as queries over the claims and the relation
/// table would give.
std::vector<rdf::Statement> facts_of(const ArticleTerms& article, const Plan& plan);

}  // namespace depeche::graph
