// The tables of nouns: offices, given names, commodities.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "lexicon/builder.hpp"

namespace depeche::lexicon {

namespace office {
enum : std::size_t { canonical, feminine, plurals, title, state, organisation, after, type };
}

void Builder::read_offices(TableReader& table) {
  while (table.next()) {
    OfficeNoun noun;
    noun.canonical = table.cell(office::canonical);
    noun.person_title = table.yes(office::title, false);
    noun.of_state = table.yes(office::state, false);
    noun.of_organisation = table.yes(office::organisation, false);
    noun.type = table.cell(office::type);
    const auto feminine = table.list(office::feminine);
    noun.feminine.assign(feminine.begin(), feminine.end());
    const auto after = table.list(office::after);
    noun.after.assign(after.begin(), after.end());
    std::vector<std::string_view> forms = table.list(office::plurals);
    forms.insert(forms.end(), feminine.begin(), feminine.end());
    forms.push_back(table.cell(office::canonical));
    const auto index = static_cast<std::uint32_t>(contents_.offices.size());
    contents_.offices.push_back(std::move(noun));
    for (const std::string_view form : forms) {
      const std::uint32_t holder = contents_.office_forms.add(form, index);
      if (holder == index) continue;
      table.fault(form, "names-duplicate-name",
                  fmt::format("'{}' is a form of '{}' already", form, contents_.offices[holder].canonical));
    }
  }
}

namespace given_name {
enum : std::size_t { name, gender };
}

void Builder::read_given_names(TableReader& table) {
  static constexpr std::array<std::string_view, 3> genders = {"m", "f", "u"};
  static constexpr std::array<language::Gender, 3> meaning = {language::Gender::masculine, language::Gender::feminine,
                                                              language::Gender::none};
  while (table.next()) {
    const std::string_view name = table.cell(given_name::name);
    const language::Gender gender = meaning[table.choice(given_name::gender, genders, 2)];
    const auto [known, added] = contents_.given_names.try_emplace(utf8::fold(name), gender);
    if (added || known->second == gender) continue;
    table.fault(name, "names-duplicate-name", fmt::format("'{}' has a row with another gender already", name),
                "names of both genders have one row with 'u'");
  }
}

namespace commodity {
enum : std::size_t { id, label, label_en, lemmas, parent };
}

void Builder::read_commodities(TableReader& table) {
  while (table.next()) {
    const std::string_view id = table.cell(commodity::id);
    if (utf8::slug(id) != id) {
      table.fault(id, "names-bad-id", fmt::format("'{}' is no id: lower-case letters, digits and hyphens only", id));
      continue;
    }
    auto& all = contents_.commodities;
    auto known = std::find_if(all.begin(), all.end(), [&](const Commodity& c) { return c.id == id; });
    if (known == all.end()) {
      all.push_back({std::string(id), std::string(table.cell(commodity::label)),
                     std::string(table.cell(commodity::label_en)), std::string(table.cell(commodity::parent))});
      known = all.end() - 1;
      refer(table, Reference::To::commodity, table.cell(commodity::parent));
    }
    const auto index = static_cast<std::uint32_t>(known - all.begin());
    for (const std::string_view phrase : table.list(commodity::lemmas)) {
      const std::uint32_t holder = contents_.commodity_phrases.add(phrase, index);
      if (holder == index) continue;
      table.fault(phrase, "names-duplicate-name", fmt::format("'{}' belongs to '{}' already", phrase, all[holder].id));
    }
  }
}

}  // namespace depeche::lexicon
