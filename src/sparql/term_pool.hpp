#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include <absl/container/flat_hash_map.h>

#include "rdf/reader.hpp"

namespace depeche::sparql {

/// A term by its number in a pool. Equal terms have equal numbers.
using TermId = std::uint32_t;
inline constexpr TermId unbound = 0;        ///< no term
inline constexpr TermId default_graph = 1;  ///< stands where a quad names no graph; no term either

/// All terms that data and queries speak of, each once.
class TermPool {
 public:
  TermPool();
  /// The number of a term, new or old. Language tags are compared in lower case; xsd:string is no datatype.
  TermId add(rdf::ReadTerm term);
  TermId add_iri(std::string_view iri);
  /// `unbound` if the pool does not have it.
  TermId find_iri(std::string_view iri) const;
  /// The term of a number that `add` gave.
  const rdf::ReadTerm& operator[](TermId id) const { return terms_[id]; }

 private:
  std::deque<rdf::ReadTerm> terms_;
  absl::flat_hash_map<std::string, TermId> ids_;
};

}  // namespace depeche::sparql
