#pragma once
#include "base/archive.hpp"
#include "lexicon/contents.hpp"

/// What the types of names consist of, for the compiled knowledge; see mapping/archive.hpp.
namespace depeche::lexicon {

static_assert(sizeof(Phrases) == sizeof(Folder) + 2 * sizeof(StringMap<std::uint32_t>));
static_assert(sizeof(NameTrie) ==
              sizeof(Folder) + 4 * sizeof(std::vector<std::uint32_t>) + 2 * sizeof(StringMap<std::uint32_t>));

template <class Archive>
void serialize(Archive& archive, KnownName::Office& held) {
  auto& [office, jurisdiction, from, to] = held;
  archive(office, jurisdiction, from, to);
}

template <class Archive>
void serialize(Archive& archive, KnownName& name) {
  auto& [kind, qid, label, iso, type, gender, number, offices, lift, names] = name;
  archive(kind, qid, label, iso, type, gender, number, offices, lift, names);
}

template <class Archive>
void serialize(Archive& archive, OfficeNoun& noun) {
  auto& [canonical, person_title, of_state, of_organisation, feminine, after, type] = noun;
  archive(canonical, person_title, of_state, of_organisation, feminine, after, type);
}

template <class Archive>
void serialize(Archive& archive, Commodity& commodity) {
  auto& [id, label, label_en, parent] = commodity;
  archive(id, label, label_en, parent);
}

template <class Archive>
void serialize(Archive& archive, NameMatch& match) {
  auto& [row, form] = match;
  archive(row, form);
}

template <class Archive>
void serialize(Archive& archive, Capitals& capitals) {
  auto& [letters, upper] = capitals;
  archive(letters, upper);
}

template <class Archive>
void serialize(Archive& archive, Contents& contents) {
  auto& [rows, names, demonyms, country_by_iso, offices, office_forms, given_names, commodities, commodity_phrases] =
      contents;
  archive(rows, names, demonyms, country_by_iso, offices, office_forms, given_names, commodities, commodity_phrases);
}

}  // namespace depeche::lexicon
