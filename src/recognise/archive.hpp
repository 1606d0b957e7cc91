#pragma once
#include "base/archive.hpp"
#include "recognise/name_words.hpp"
#include "recognise/quantity.hpp"
#include "recognise/time.hpp"

/// What the types of recognition consist of, for the compiled knowledge; see mapping/archive.hpp.
namespace depeche::recognise {

static_assert(sizeof(QuantityFinder) == sizeof(Units) && sizeof(TimeFinder) == sizeof(TimeWords));
static_assert(sizeof(TimeWords) ==
              9 * sizeof(WordTable<int>) + 21 * sizeof(WordSet) + 2 * sizeof(std::vector<std::string>));
static_assert(sizeof(NameSyllables) == sizeof(WordTable<int>));
static_assert(sizeof(NameWords) == 20 * sizeof(WordSet) + sizeof(NameSyllables) + sizeof(WordTable<std::uint32_t>));

template <class Archive>
void serialize(Archive& archive, Units::CurrencyName& name) {
  auto& [words, code, ambiguous] = name;
  archive(words, code, ambiguous);
}

template <class Archive>
void serialize(Archive& archive, Units& units) {
  auto& [number_words, magnitudes, magnitude_signs, collectives, fractions, about, nearly, more_than, less_than,
         about_behind, more_than_behind, less_than_behind, change_stems, change_behind, excluded, adjectives,
         not_counted, single, year_openers, invariable, no_fraction_of, currencies, currency_signs] = units;
  archive(number_words, magnitudes, magnitude_signs, collectives, fractions, about, nearly, more_than, less_than,
          about_behind, more_than_behind, less_than_behind, change_stems, change_behind, excluded, adjectives,
          not_counted, single, year_openers, invariable, no_fraction_of, currencies, currency_signs);
}

template <class Archive>
void serialize(Archive& archive, TimeWords::SpanWord& word) {
  auto& [span, plural] = word;
  archive(span, plural);
}

}  // namespace depeche::recognise
