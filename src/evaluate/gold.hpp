#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "evaluate/names.hpp"

namespace depeche::evaluate {

/// One relation that an annotator found in an article; of several rows about one relation, all in one.
struct GoldRelation {
  std::string article, type;
  GoldActor subject, object;
  std::set<std::string> statuses;  ///< those of all rows
  std::set<double> figures;        ///< value, min and max of all rows
  std::string evidence;            ///< of the first row
};

/// What annotators found: the relations in the order of the files, and the actors that each article mentions.
struct Gold {
  std::set<std::string> articles;
  std::vector<GoldRelation> relations;  ///< one for each article, type and pair of actors
  std::map<std::string, std::vector<GoldActor>> entities;
};

/// Adds the gold of a folder: every *.entities.tsv and *.relations.tsv in it (tab-separated, no header; see
/// tests/cases/corpus/README.md). Lines of another form are reported. Fails if the folder cannot be read or holds
/// no gold.
Result<void> read_gold(const std::string& folder, Gold& gold, Diagnostics& diagnostics);

/// True for relation types in which the order of the actors says nothing.
bool is_symmetric(std::string_view type);

}  // namespace depeche::evaluate
