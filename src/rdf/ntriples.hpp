#pragma once
#include <string>

#include "rdf/statement.hpp"

namespace depeche::rdf {

/// Appends a term as canonical N-Triples writes it: IRIs in full, literals with only the escapes that are needed, all
/// else in UTF-8. It may stand in SPARQL as well.
void append_ntriples(std::string& out, const Iri& iri);
void append_ntriples(std::string& out, const Term& term);

/// "<s> <p> <o> ." without a line end, and without the graph. Equal texts are equal statements.
std::string to_ntriples(const Statement& statement);

}  // namespace depeche::rdf
