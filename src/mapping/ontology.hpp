#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/reader.hpp"

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
  bool event = false;  ///< dp:Event, else dp:State
  bool symmetric = false;
  std::uint8_t subject_kinds = 0;  ///< bit per ActorKind (person 1, country 2, organisation 4, place 8); 0 = any
  std::uint8_t object_kinds = 0;
  bool done_by_saying = false;  ///< whoever says it does it: "nous condamnons", said by a minister
  bool lifts_places = false;    ///< a place named as the object means its country
};

/// The relation table, read from ontology/*.ttl. Order: by name.
class Ontology {
 public:
  /// Reads every *.ttl of the folder in name order. Fails if the folder cannot be read or holds none. Syntax errors and
  /// dangling references (an edge or role that is not declared, a value that is no concept ...) go to `diagnostics`;
  /// relation types with faults are left out.
  static Result<Ontology> load(const std::string& folder, Diagnostics& diagnostics);
  /// The same from texts in memory: pairs of file name and content.
  static Ontology parse(const std::vector<std::pair<std::string, std::string>>& files, Diagnostics& diagnostics);

  const std::vector<RelationType>& relations() const { return relations_; }
  /// -1 if there is none of this name.
  int find(std::string_view name) const;
  bool has_qualifier(std::string_view local_name) const;  ///< dpq: property
  bool has_value(std::string_view local_name) const;      ///< dpv: concept
  bool has_measure(std::string_view local_name) const;    ///< dpv: concept of the scheme dpv:measures
  /// The qualifier takes concepts: its constants must be values of the ontology.
  bool takes_concept(std::string_view qualifier) const;

  const std::vector<std::string>& qualifiers() const { return qualifiers_; }  ///< sorted
  const std::vector<std::string>& values() const { return values_; }          ///< sorted
  const std::vector<std::string>& measures() const { return measures_; }      ///< sorted
  /// Everything that the files say, in order, for those who write the ontology beside the data.
  const std::vector<rdf::ReadTriple>& triples() const { return triples_; }

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(relations_, qualifiers_, values_, measures_, concept_qualifiers_, triples_);
  }

 private:
  friend class OntologyReader;
  std::vector<RelationType> relations_;
  std::vector<std::string> qualifiers_, values_, measures_, concept_qualifiers_;  // sorted
  std::vector<rdf::ReadTriple> triples_;
};

}  // namespace depeche::mapping
