#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/string_map.hpp"
#include "lexicon/name_trie.hpp"
#include "lexicon/names.hpp"
#include "lexicon/phrases.hpp"

namespace depeche::lexicon {

/// What all tables together say, in the shape that is asked.
struct Contents {
  std::vector<KnownName> rows;
  NameTrie names;
  StringMap<std::vector<NameMatch>> demonyms;  ///< by folded word
  StringMap<std::uint32_t> country_by_iso;
  std::vector<OfficeNoun> offices;
  Phrases office_forms;
  StringMap<language::Gender> given_names;  ///< by folded name
  std::vector<Commodity> commodities;
  Phrases commodity_phrases;
};

}  // namespace depeche::lexicon
