#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "sparql/dataset.hpp"
#include "sparql/query.hpp"

namespace depeche::sparql {

/// A term of an answer, or no value.
using Cell = std::optional<rdf::ReadTerm>;

/// Subject, predicate, object.
using Triple = std::array<rdf::ReadTerm, 3>;

/// The answer to a query.
struct Answer {
  Query::Form form = Query::Form::select;
  bool yes = false;                  ///< of ASK
  std::vector<std::string> columns;  ///< of SELECT, without question marks
  std::vector<std::vector<Cell>> rows;
  std::vector<Triple> triples;  ///< of CONSTRUCT and DESCRIBE: each once, in the order of their terms
  bool is_graph() const { return form == Query::Form::construct || form == Query::Form::describe; }
};

/// Evaluates a query whose terms are those of the dataset; terms that it computes are added to it. Rows without ORDER
/// BY come in an order that depends on data and query alone. DESCRIBE gives what is said of a resource as a subject, in
/// whatever graph, and of the blank nodes that lead on from there. Fails if intermediate results exceed `most_rows`
/// rows, which is the sign of a pattern that pairs everything with everything.
Result<Answer> evaluate(const Query& query, Dataset& data, std::size_t most_rows = 10'000'000);

}  // namespace depeche::sparql
