#include "recognise/persons.hpp"

#include <algorithm>
#include <span>

namespace depeche::recognise {

using language::Gender;

namespace {

bool contradict(Gender a, Gender b) {
  return a != Gender::none && b != Gender::none && a != b;
}

}  // namespace

bool Persons::is_known_person(const Spot& spot) const {
  return spot.kind == Spot::Kind::known &&
         names_.rows()[static_cast<std::size_t>(spot.row)].kind == lexicon::NameKind::person;
}

const PersonName& Persons::cut(std::string_view text) {
  auto& name = cut_[absl::string_view(text.data(), text.size())];
  if (name == nullptr) name = std::make_unique<const PersonName>(text, vocabulary_);
  return *name;
}

std::int32_t Persons::add(std::int32_t row, Gender gender) {
  Person person;
  person.row = row;
  person.gender = gender;
  if (row >= 0) {
    person.names = index_.names_of(row);
    person.gender = names_.rows()[static_cast<std::size_t>(row)].gender;
  }
  persons_.push_back(std::move(person));
  return static_cast<std::int32_t>(persons_.size()) - 1;
}

std::int32_t Persons::person_of_row(std::int32_t row) {
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    if (persons_[i].row == row) return static_cast<std::int32_t>(i);
  }
  return add(row, Gender::none);
}

std::int32_t Persons::find_same(const PersonName& name) const {
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    for (const PersonName& other : persons_[i].names) {
      if (same_person(name, other)) return static_cast<std::int32_t>(i);
    }
  }
  return nobody;
}

/// "J. Biden": the lexicon knows the surname alone, and the given name does not speak against its bearer.
std::int32_t Persons::row_of_surname(const PersonName& name, std::string_view spelt) const {
  const std::string_view surname = spelt.substr(spelt.rfind(' ') + 1);
  std::vector<lexicon::NameMatch> matches;
  names_.longest_match(std::span<const std::string_view>(&surname, 1), matches);
  for (const lexicon::NameMatch& match : matches) {
    const auto row = static_cast<std::int32_t>(match.row);
    const std::vector<PersonName>& known = index_.names_of(row);
    if (std::any_of(known.begin(), known.end(), [&](const PersonName& other) { return same_person(name, other); }))
      return row;
  }
  return -1;
}

std::int32_t Persons::person_of_full_name(const PersonName& name, std::string_view spelt, const Spot& spot) {
  std::int32_t row = index_.find(name);
  if (row < 0) row = row_of_surname(name, spelt);
  if (row >= 0) return person_of_row(row);
  std::int32_t person = find_same(name);
  if (person != nobody && contradict(persons_[static_cast<std::size_t>(person)].gender, spot.gender)) person = nobody;
  if (person == nobody) person = add(-1, spot.gender);
  // Once each: names are compared with all that persons bear, so that repetitions would cost their square.
  std::vector<PersonName>& names = persons_[static_cast<std::size_t>(person)].names;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return person;
}

std::int32_t Persons::find_short(const PersonName& name, ShortFor wanted, Gender gender, std::size_t at) const {
  std::int32_t best = nobody;
  std::size_t best_spot = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    const Person& person = persons_[i];
    if (contradict(person.gender, gender)) continue;
    const bool fits = std::any_of(person.names.begin(), person.names.end(), [&](const PersonName& full) {
      if (!full.full()) return wanted == ShortFor::family_name && full.parts == name.parts;
      return short_for(name, full) == wanted;
    });
    if (!fits) continue;
    ++count;
    const auto behind = std::upper_bound(person.full_spots.begin(), person.full_spots.end(), at);
    const bool before = behind != person.full_spots.begin();
    // Spots before count by nearness; those behind only if nobody stands before.
    const std::size_t near = before ? *(behind - 1) + 1 : 0;
    if (best == nobody || near > best_spot) {
      best = static_cast<std::int32_t>(i);
      best_spot = near;
    }
  }
  if (wanted != ShortFor::family_name && count > 1) return nobody;
  return best;
}

std::int32_t Persons::person_of_surname(const PersonName& name, const Spot& spot, std::size_t at) {
  const bool known = spot.kind == Spot::Kind::known;
  const Gender gender = known ? Gender::none : spot.gender;
  if (known) {
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      if (persons_[i].row == spot.row) return static_cast<std::int32_t>(i);
    }
  }
  for (const ShortFor way : {ShortFor::family_name, ShortFor::middle_name, ShortFor::given_name}) {
    if (known && way == ShortFor::given_name) break;
    if (const std::int32_t person = find_short(name, way, gender, at); person != nobody) return person;
  }
  const std::int32_t person = add(known ? spot.row : -1, gender);
  persons_.back().names.push_back(name);
  return person;
}

std::int32_t Persons::person_of_capitals(const PersonName& name, const Spot& spot, std::size_t at) {
  if (spot.initial && spot.common) return nobody;
  if (name.full()) {
    if (const std::int32_t person = find_same(name); person != nobody) return person;
  }
  for (const ShortFor way : {ShortFor::family_name, ShortFor::middle_name, ShortFor::given_name}) {
    if (const std::int32_t person = find_short(name, way, Gender::none, at); person != nobody) return person;
  }
  // "Lam a déclaré" in an article on Vietnam: a surname too short to be known by itself.
  if (spot.introduced) {
    if (const std::int32_t row = index_.find_short(name, countries_); row >= 0) return person_of_row(row);
  }
  return nobody;
}

void Persons::find_countries(const std::vector<SpeltSpot>& spots) {
  for (const SpeltSpot& spelt : spots) {
    if (spelt.spot.kind != Spot::Kind::known || spelt.spot.other_row >= 0) continue;
    const lexicon::KnownName& row = names_.rows()[static_cast<std::size_t>(spelt.spot.row)];
    if (row.kind == lexicon::NameKind::country) countries_.push_back(row.iso);
  }
  std::sort(countries_.begin(), countries_.end());
  countries_.erase(std::unique(countries_.begin(), countries_.end()), countries_.end());
}

std::vector<std::int32_t> Persons::resolve(const std::vector<SpeltSpot>& spots) {
  std::vector<std::int32_t> result(spots.size(), nobody);
  const auto give = [&](std::size_t i, std::int32_t person, bool full) {
    result[i] = person;
    if (person == nobody) return;
    Person& who = persons_[static_cast<std::size_t>(person)];
    if (full) who.full_spots.push_back(i);
    if (who.gender == Gender::none) who.gender = spots[i].spot.gender;
  };
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const Spot& spot = spots[i].spot;
    if (is_known_person(spot) && spot.form == MentionForm::full_name) {
      give(i, person_of_row(spot.row), true);
    } else if (spot.kind == Spot::Kind::person) {
      give(i, person_of_full_name(cut(spots[i].text), spots[i].text, spot), true);
    }
  }
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const Spot& spot = spots[i].spot;
    const bool brief =
        (is_known_person(spot) && spot.form != MentionForm::full_name) || spot.kind == Spot::Kind::short_person;
    if (brief) give(i, person_of_surname(cut(spots[i].text), spot, i), false);
  }
  find_countries(spots);
  for (const bool introduced : {true, false}) {
    for (std::size_t i = 0; i < spots.size(); ++i) {
      if (spots[i].spot.kind != Spot::Kind::capitals || spots[i].spot.introduced != introduced) continue;
      give(i, person_of_capitals(cut(spots[i].text), spots[i].spot, i), false);
    }
  }
  return result;
}

}  // namespace depeche::recognise
