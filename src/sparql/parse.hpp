#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/diagnostic.hpp"
#include "sparql/query.hpp"

namespace depeche::sparql {

/// Reads a SPARQL 1.1 query; its terms go into the pool. `file` names it in the diagnostic. What is not evaluated here
/// (SERVICE, FROM, updates, lists in brackets, functions that depend on chance or time) is a fault as well, with its
/// place.
tl::expected<Query, Diagnostic> parse_query(std::string_view text, const std::string& file, TermPool& terms);

}  // namespace depeche::sparql
