#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace depeche::mapping {

enum class KeyBucket : std::uint8_t { none, month, day };

/// One relation type as the ontology declares it.
struct RelationType {
  std::string name;           ///< "Import": local name in dp:
  std::string edge;           ///< "importsFrom"
  std::string subject_role;   ///< "importer"
  std::string object_role;    ///< "exporter"
  std::string key_qualifier;  ///< local name in dpq:, empty if none
  std::string fact_property;  ///< local name in dp: that carries the key qualifier on the relation node
  KeyBucket bucket = KeyBucket::none;
  bool event = false;         ///< dp:Event, else dp:State
  bool symmetric = false;
  std::uint8_t subject_kinds = 0;  ///< bit per ActorKind (person 1, country 2, organisation 4, place 8); 0 = any
  std::uint8_t object_kinds = 0;
};

/// The relation table, read from ontology/*.ttl. Order: by name.
class Ontology {
 public:
  static Result<Ontology> load(const std::string& folder, Diagnostics& diagnostics);
  const std::vector<RelationType>& relations() const { return relations_; }
  /// -1 if there is none of this name.
  int find(std::string_view name) const;
  bool has_qualifier(std::string_view local_name) const;  ///< dpq: property
  bool has_value(std::string_view local_name) const;      ///< dpv: concept

 private:
  std::vector<RelationType> relations_;
  std::vector<std::string> qualifiers_, values_;  // sorted
};

}  // namespace depeche::mapping
