// The tables of entities: countries, organisations, places, persons.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "lexicon/builder.hpp"

namespace depeche::lexicon {

namespace {

using language::Gender;
using language::Number;

constexpr std::array<std::string_view, 2> genders = {"m", "f"};
constexpr std::array<std::string_view, 2> numbers = {"s", "p"};
constexpr std::array<std::string_view, 11> organisation_types = {"international", "party", "armed-group", "company",
                                                                 "court",         "media", "agency",      "parliament",
                                                                 "university",    "union", "ngo"};

Gender gender_of(TableReader& table, std::size_t column) {
  const std::size_t choice = table.choice(column, genders, 2);
  return choice == 0 ? Gender::masculine : choice == 1 ? Gender::feminine : Gender::none;
}

Number number_of(TableReader& table, std::size_t column) {
  return table.choice(column, numbers, 0) == 1 ? Number::plural : Number::singular;
}

bool is_upper_code(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// YYYY or YYYY-MM-DD.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  if (text.size() == 4) return true;
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  const int day = (text[8] - '0') * 10 + (text[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

namespace country {
enum : std::size_t { iso, qid, label, gender, number, names, nouns, adjectives, prefixes, capital, seats };
}

void Builder::read_countries(TableReader& table, bool user) {
  while (table.next()) {
    KnownName entity;
    entity.kind = NameKind::country;
    entity.iso = table.cell(country::iso);
    if (!is_upper_code(entity.iso)) {
      table.fault(table.cell(country::iso), "names-bad-iso",
                  fmt::format("'{}' is no country code, expected two capitals as in 'FR'", entity.iso));
      continue;
    }
    entity.qid = qid(table, country::qid);
    entity.label = table.cell(country::label);
    entity.gender = gender_of(table, country::gender);
    entity.number = number_of(table, country::number);
    std::uint32_t row = 0;
    if (!find_row(table, user, std::move(entity), table.cell(country::iso), row)) continue;
    contents_.country_by_iso.try_emplace(table.cell(country::iso), row);
    claim_name(table, row, table.cell(country::label));
    add_names(table, row, country::names, NameForm::name);
    for (const std::string_view capital : table.list(country::capital)) {
      const auto& names = contents_.rows[row].names;
      const bool shared = std::any_of(names.begin(), names.end(),
                                      [&](const std::string& name) { return utf8::fold(name) == utf8::fold(capital); });
      claim_name(table, row, capital);
      if (!shared) add_name(row, capital, NameForm::capital);
    }
    add_names(table, row, country::seats, NameForm::seat);
    // Congolais are of two states: demonyms are not claimed.
    for (const std::string_view noun : table.list(country::nouns)) add_name(row, noun, NameForm::demonym_noun);
    add_demonyms(table, row, country::nouns, NameForm::demonym_noun);
    add_demonyms(table, row, country::adjectives, NameForm::demonym_adjective);
    add_demonyms(table, row, country::prefixes, NameForm::demonym_prefix);
  }
}

void Builder::add_demonyms(TableReader& table, std::uint32_t row, std::size_t column, NameForm form) {
  for (const std::string_view word : table.list(column)) {
    std::vector<NameMatch>& matches = contents_.demonyms[utf8::fold(word)];
    // Noun and adjective are one word in French; without a capital it is first of all the adjective.
    const auto same = std::find_if(matches.begin(), matches.end(), [&](const NameMatch& m) {
      return m.row == row && (m.form == NameForm::demonym_prefix) == (form == NameForm::demonym_prefix);
    });
    if (same == matches.end()) {
      matches.push_back({row, form});
    } else if (form == NameForm::demonym_adjective) {
      same->form = form;
    }
  }
}

namespace organisation {
enum : std::size_t { qid, label, type, iso, gender, number, names, acronyms };
}

void Builder::read_organisations(TableReader& table, bool user) {
  while (table.next()) {
    KnownName entity;
    entity.kind = NameKind::organisation;
    entity.qid = qid(table, organisation::qid);
    entity.label = table.cell(organisation::label);
    entity.iso = table.cell(organisation::iso);
    if (table.choice(organisation::type, organisation_types, organisation_types.size()) < organisation_types.size()) {
      entity.type = table.cell(organisation::type);
    }
    entity.gender = gender_of(table, organisation::gender);
    entity.number = number_of(table, organisation::number);
    std::uint32_t row = 0;
    if (!find_row(table, user, std::move(entity), table.cell(organisation::label), row)) continue;
    refer(table, Reference::To::country, table.cell(organisation::iso));
    claim_name(table, row, table.cell(organisation::label));
    add_names(table, row, organisation::names, NameForm::name);
    // Acronyms are shared by nature (PS, RN, EI): no claim.
    for (const std::string_view acronym : table.list(organisation::acronyms)) add_name(row, acronym, NameForm::acronym);
  }
}

namespace place {
enum : std::size_t { label, names, iso, type, qid, lift };
}

void Builder::read_places(TableReader& table, bool user) {
  while (table.next()) {
    KnownName entity;
    entity.kind = NameKind::place;
    entity.qid = qid(table, place::qid);
    entity.label = table.cell(place::label);
    entity.iso = table.cell(place::iso);
    entity.type = table.cell(place::type);
    entity.lift = table.yes(place::lift, true) && !entity.iso.empty();
    std::uint32_t row = 0;
    if (!find_row(table, user, std::move(entity), table.cell(place::label), row)) continue;
    refer(table, Reference::To::country, table.cell(place::iso));
    add_names(table, row, place::names, NameForm::name);
  }
}

namespace person {
enum : std::size_t { qid, label, gender, iso, names, offices };
}

void Builder::read_persons(TableReader& table, bool user) {
  while (table.next()) {
    KnownName entity;
    entity.kind = NameKind::person;
    entity.qid = qid(table, person::qid);
    entity.label = table.cell(person::label);
    entity.iso = table.cell(person::iso);
    entity.gender = gender_of(table, person::gender);
    std::uint32_t row = 0;
    if (!find_row(table, user, std::move(entity), table.cell(person::label), row)) continue;
    refer(table, Reference::To::country, table.cell(person::iso));
    add_names(table, row, person::names, NameForm::name);
    for (const std::string_view office : table.list(person::offices)) add_office(table, row, office);
  }
}

/// office@jurisdiction@from..to; the dates may be left out, each or both.
void Builder::add_office(TableReader& table, std::uint32_t row, std::string_view text) {
  const std::size_t first = text.find('@');
  const std::size_t second = first == text.npos ? text.npos : text.find('@', first + 1);
  const std::string_view office = text.substr(0, first);
  const std::string_view jurisdiction =
      first == text.npos ? text.substr(text.size()) : text.substr(first + 1, second - first - 1);
  const std::string_view dates = second == text.npos ? text.substr(text.size()) : text.substr(second + 1);
  const std::size_t dots = dates.find("..");
  if (office.empty() || jurisdiction.empty() || (dots == dates.npos && !dates.empty())) {
    table.fault(text, "names-bad-office", fmt::format("'{}', expected office@jurisdiction@from..to", text));
    return;
  }
  const std::string_view from = dates.substr(0, dots);
  const std::string_view to = dates.empty() ? dates : dates.substr(dots + 2);
  for (const std::string_view date : {from, to}) {
    if (date.empty() || is_date(date)) continue;
    table.fault(date, "names-bad-date", fmt::format("'{}' is no date, expected YYYY or YYYY-MM-DD", date));
    return;
  }
  if (from.size() == to.size() && !from.empty() && from > to) {
    table.fault(dates, "names-bad-date", fmt::format("the office ends ({}) before it begins ({})", to, from));
    return;
  }
  auto& offices = contents_.rows[row].offices;
  refer(table, Reference::To::office, office);
  refer(table, Reference::To::jurisdiction, jurisdiction, row, offices.size());
  offices.push_back({std::string(office), std::string(jurisdiction), std::string(from), std::string(to)});
}

}  // namespace depeche::lexicon
