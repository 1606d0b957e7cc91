#pragma once
#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/names.hpp"
#include "recognise/person_name.hpp"

namespace depeche::recognise {

/// The persons of the lexicon by the sound of their full names, so that a spelling that no table has is found too.
class PersonIndex {
 public:
  PersonIndex(const lexicon::NameLexicon& names, const NameWords& vocabulary);

  /// Row of the person who bears this full name in some spelling, -1 if none or several do.
  std::int32_t find(const PersonName& name) const;

  /// Row of the one person from these countries (alpha-2 codes, sorted) who is called so for short, -1 if none or
  /// several are.
  std::int32_t find_short(const PersonName& name, const std::vector<std::string>& countries) const;

  /// The full names of a row.
  const std::vector<PersonName>& names_of(std::int32_t row) const;

 private:
  absl::flat_hash_map<std::string, std::int32_t> rows_;
  absl::flat_hash_map<std::int32_t, std::vector<PersonName>> names_;
  absl::flat_hash_map<std::string, std::vector<std::pair<std::string, std::int32_t>>>
      short_;  ///< last part: country, row
};

}  // namespace depeche::recognise
