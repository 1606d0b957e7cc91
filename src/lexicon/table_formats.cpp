#include <array>

#include "lexicon/builder.hpp"

namespace depeche::lexicon {

namespace {

// The order of columns is that of the enumerations beside the readers.
constexpr std::array<Column, 11> country_columns = {{{"iso", true},
                                                     {"qid"},
                                                     {"label", true},
                                                     {"gender", true},
                                                     {"number", true},
                                                     {"names"},
                                                     {"demonym_nouns"},
                                                     {"demonym_adjectives"},
                                                     {"prefixes"},
                                                     {"capital"},
                                                     {"seats"}}};
constexpr std::array<Column, 8> organisation_columns = {
    {{"qid"}, {"label", true}, {"type", true}, {"iso"}, {"gender"}, {"number"}, {"names"}, {"acronyms"}}};
constexpr std::array<Column, 6> place_columns = {
    {{"label", true}, {"names"}, {"iso"}, {"type", true}, {"qid"}, {"lift"}}};
constexpr std::array<Column, 6> person_columns = {
    {{"qid"}, {"label", true}, {"gender"}, {"iso"}, {"names"}, {"offices"}}};
constexpr std::array<Column, 8> office_columns = {
    {{"canonical", true}, {"feminine"}, {"plurals"}, {"title"}, {"state"}, {"organisation"}, {"after"}, {"type"}}};
constexpr std::array<Column, 2> given_name_columns = {{{"name", true}, {"gender", true}}};
constexpr std::array<Column, 5> commodity_columns = {
    {{"id", true}, {"label", true}, {"label_en"}, {"lemmas", true}, {"parent"}}};

constexpr std::array<TableFormat, 7> formats = {{{TableKind::countries, "countries.tsv", country_columns},
                                                 {TableKind::organisations, "organisations.tsv", organisation_columns},
                                                 {TableKind::places, "places.tsv", place_columns},
                                                 {TableKind::offices, "offices.tsv", office_columns},
                                                 {TableKind::given_names, "given-names.tsv", given_name_columns},
                                                 {TableKind::commodities, "commodities.tsv", commodity_columns},
                                                 {TableKind::persons, "persons.tsv", person_columns}}};

}  // namespace

std::span<const TableFormat> table_formats() {
  return formats;
}

}  // namespace depeche::lexicon
