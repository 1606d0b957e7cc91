#pragma once
#include <vector>

#include "sparql/evaluate.hpp"
#include "sparql/solutions.hpp"

namespace depeche::sparql {

/// By their terms, each once, so that the order does not depend on when a term was met.
void put_in_order(std::vector<Triple>& triples);

/// What the pattern of a CONSTRUCT makes of each solution. Triples that lack a term or have one out of place are left
/// out (SPARQL 1.1, 16.2).
std::vector<Triple> construct(const Query& query, const Solutions& rows, Dataset& data);

/// What is said of the resources of a DESCRIBE.
std::vector<Triple> describe(const Query& query, const Solutions& rows, const Dataset& data);

}  // namespace depeche::sparql
