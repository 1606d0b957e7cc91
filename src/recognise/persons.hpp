#pragma once
#include <absl/container/flat_hash_map.h>
#include <absl/strings/string_view.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/names.hpp"
#include "recognise/person_index.hpp"
#include "recognise/spot.hpp"

namespace depeche::recognise {

/// A spot with its text.
struct SpeltSpot {
  Spot spot;
  std::string_view text;
};

/// The persons of one article: who of the spots is whom.
///
/// Full names come first, wherever they stand in the article; then titles with one name and surnames that the lexicon
/// knows; then capitals that nothing introduces, which are a person only if they can stand for one named already.
class Persons {
 public:
  static constexpr std::int32_t nobody = -1;

  Persons(const lexicon::NameLexicon& names, const NameWords& vocabulary, const PersonIndex& index)
      : names_(names), vocabulary_(vocabulary), index_(index) {}

  /// For each spot its person's number, or nobody.
  std::vector<std::int32_t> resolve(const std::vector<SpeltSpot>& spots);

  struct Person {
    std::int32_t row = -1;  ///< in the names lexicon
    language::Gender gender = language::Gender::none;
    std::vector<PersonName> names;
    std::vector<std::size_t> full_spots;  ///< where the full name stands, in order
  };
  const std::vector<Person>& persons() const { return persons_; }

 private:
  bool is_known_person(const Spot& spot) const;
  std::int32_t person_of_row(std::int32_t row);
  std::int32_t person_of_full_name(const PersonName& name, std::string_view spelt, const Spot& spot);
  std::int32_t row_of_surname(const PersonName& name, std::string_view spelt) const;
  std::int32_t person_of_surname(const PersonName& name, const Spot& spot, std::size_t at);
  std::int32_t person_of_capitals(const PersonName& name, const Spot& spot, std::size_t at);
  /// The person for whom the short name stands in the given way: the one named in full most recently before the spot,
  /// else the first after it. Given names alone must leave no choice.
  std::int32_t find_short(const PersonName& name, ShortFor wanted, language::Gender gender, std::size_t at) const;
  std::int32_t find_same(const PersonName& name) const;
  std::int32_t add(std::int32_t row, language::Gender gender);

  const PersonName& cut(std::string_view text);

  void find_countries(const std::vector<SpeltSpot>& spots);

  const lexicon::NameLexicon& names_;
  const NameWords& vocabulary_;
  const PersonIndex& index_;
  std::vector<std::string> countries_;  ///< codes of the states that the article names, sorted
  absl::flat_hash_map<absl::string_view, std::unique_ptr<const PersonName>> cut_;  ///< each spelling is cut once
  std::vector<Person> persons_;
};

}  // namespace depeche::recognise
