#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include "sparql/value.hpp"

namespace depeche::sparql {

/// A function of the language. `apply` is null for those whose arguments are not all evaluated first.
struct Function {
  std::string_view name;  ///< upper case
  std::size_t least, most;
  Value (*apply)(std::span<const Value> arguments);
};

const Function* find_function(std::string_view upper_case);
/// The function whose name is most like this one; empty if none is.
std::string_view nearest_function(std::string_view upper_case);
/// True for functions of SPARQL that give something else in every run: NOW, RAND, UUID, STRUUID, BNODE.
bool depends_on_run(std::string_view upper_case);

/// True for the IRI of a datatype that values can be cast to.
bool is_cast(std::string_view iri);
Value cast(const Value& value, std::string_view iri);

}  // namespace depeche::sparql
