#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rdf/iri.hpp"

namespace depeche::rdf {

/// Short names of namespaces, in the order in which they are declared.
class Prefixes {
 public:
  struct Entry {
    std::string name;  ///< without the colon
    Namespace space;
  };

  /// A prefix is a letter followed by letters and digits. Throws std::invalid_argument on another or a repeated one.
  void add(std::string name, Namespace space);
  const std::vector<Entry>& entries() const { return entries_; }

  /// Writes prefix:local into `out` and returns true if the IRI is a declared namespace and a local name that every
  /// reader takes without escapes.
  bool abbreviate(std::string_view iri, std::string& out) const;

 private:
  std::vector<Entry> entries_;
};

}  // namespace depeche::rdf
