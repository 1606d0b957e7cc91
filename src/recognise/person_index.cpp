#include "recognise/person_index.hpp"

#include <algorithm>

namespace depeche::recognise {

namespace {

std::string key_of(const PersonName& name) {
  std::string key;
  for (const NamePart& part : name.parts) {
    key += part.key;
    key += name.family_first ? "" : " ";
  }
  return key;
}

}  // namespace

PersonIndex::PersonIndex(const lexicon::NameLexicon& names, const NameWords& vocabulary) {
  const auto rows = names.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind != lexicon::NameKind::person) continue;
    const auto row = static_cast<std::int32_t>(i);
    std::vector<PersonName>& all = names_[row];
    for (const std::string& spelt : rows[i].names) {
      PersonName name(spelt, vocabulary);
      if (!name.full()) continue;
      auto& bearers = short_[name.parts.back().text];
      if (bearers.empty() || bearers.back().second != row) bearers.emplace_back(rows[i].iso, row);
      const auto [known, added] = rows_.try_emplace(key_of(name), row);
      if (!added && known->second != row) known->second = -1;
      all.push_back(std::move(name));
    }
  }
}

std::int32_t PersonIndex::find(const PersonName& name) const {
  if (!name.full()) return -1;
  const auto found = rows_.find(key_of(name));
  return found == rows_.end() ? -1 : found->second;
}

std::int32_t PersonIndex::find_short(const PersonName& name, const std::vector<std::string>& countries) const {
  if (name.parts.size() != 1) return -1;
  const auto bearers = short_.find(name.parts.front().text);
  if (bearers == short_.end()) return -1;
  std::int32_t found = -1;
  for (const auto& [country, row] : bearers->second) {
    if (!std::binary_search(countries.begin(), countries.end(), country)) continue;
    if (found >= 0) return -1;
    found = row;
  }
  return found;
}

const std::vector<PersonName>& PersonIndex::names_of(std::int32_t row) const {
  static const std::vector<PersonName> none;
  const auto found = names_.find(row);
  return found == names_.end() ? none : found->second;
}

}  // namespace depeche::recognise
