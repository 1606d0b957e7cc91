#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "mapping/ontology.hpp"
#include "sparql/dataset.hpp"

namespace depeche::table {

/// Names of entities by IRI: of each the first that the data give.
using Labels = absl::flat_hash_map<std::string, std::string>;

/// Adds the names that the data give (rdfs:label).
void collect_labels(const sparql::Dataset& data, Labels& labels);

struct Column {
  std::string name;
  bool words = false;  ///< holds what somebody wrote; else numbers, dates, IRIs and names of the ontology
};

/// A claim as a row of text. Several values of one column are joined by "; " (IRIs by a blank); an empty cell says
/// that the claim has no such property.
struct ClaimRow {
  std::vector<std::string> cells;              ///< in the order of the columns
  std::vector<std::string> subjects, objects;  ///< their IRIs
};

/// Claims as a table with one row each. The columns depend on the ontology alone: its qualifiers have one each.
class ClaimTable {
 public:
  explicit ClaimTable(const mapping::Ontology& ontology);
  const std::vector<Column>& columns() const { return columns_; }
  /// Index of a column; throws std::out_of_range if there is none of this name.
  std::size_t column(std::string_view name) const;
  /// All claims of the data, by article, place in its text and IRI.
  std::vector<ClaimRow> rows(const sparql::Dataset& data, const Labels& labels) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::string> qualifiers_;  ///< local names in dpq:, each a column of its own
};

}  // namespace depeche::table
