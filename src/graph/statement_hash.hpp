#pragma once
#include <cstdint>
#include <string_view>

#include "rdf/statement.hpp"

namespace depeche::graph {

/// 64-bit hash of what a statement says, without its graph; the same in every run and on every machine.
std::uint64_t statement_hash(const rdf::Statement& statement);
std::uint64_t statement_hash(std::string_view subject, std::string_view predicate, std::string_view object);

}  // namespace depeche::graph
