#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/token.hpp"

namespace depeche::recognise {

enum class Approximation : std::uint8_t { exact, about, nearly, more_than, less_than, between };

/// A number with its unit as the text gives it. Values are canonical xsd:decimal text ("80.0", "3500000000.0").
struct Quantity {
  enum class Unit : std::uint8_t { none, percent, money, count };
  std::uint16_t begin = 0;   ///< first token, "environ" and the like included
  std::uint16_t end = 0;     ///< behind the last token, unit included
  std::string value;         ///< one value; empty where only bounds are given ("plus de 60 %": min)
  std::string min, max;
  Unit unit = Unit::none;
  std::string currency;      ///< ISO 4217 for money
  std::string counted;       ///< for counts: the lemma of the noun counted ("mort", "char"); may be empty
  Approximation approximation = Approximation::exact;
  bool change = false;       ///< "en hausse de 12 %", "+0,9 %": a change and not a level
};

/// Finds the quantities of a tagged sentence: figures and number words, fractions ("un quart", "la moitié"),
/// percentages, money with magnitude and currency ("3,5 milliards de dollars", "600 M€", "107 863,00 millions de
/// FCFA"), counts. Years, days, ages, scores, times and ordinals are not quantities. In order, not overlapping.
std::vector<Quantity> find_quantities(std::string_view text, const language::Sentence& sentence);

}  // namespace depeche::recognise
