#pragma once
#include <cstdint>
#include <optional>

#include "recognise/decimal.hpp"
#include "recognise/folded_tokens.hpp"
#include "recognise/units.hpp"

namespace depeche::recognise {

/// A number in figures or words, magnitude included, unit not.
struct Number {
  std::size_t begin = 0, end = 0;  ///< tokens
  Decimal value;
  std::optional<Decimal> upper;        ///< "20-30": the second figure
  int magnitude = 0;                   ///< power of ten of the word or sign behind ("millions": 6), 0 without
  bool figure = false;                 ///< written in figures
  bool grouped = false;                ///< thousands are set apart: no year
  bool round = false;                  ///< "une dizaine"
  bool negative = false;               ///< "-5"
  bool thousands_or_decimals = false;  ///< "10,000"
};

/// Reads the number that begins at a token: "46,2", "20-30", "trois cent mille", "1,5 milliard", "un milliard et demi",
/// "2 billions 406 milliards", "une dizaine de milliers", "un demi-milliard", "1,60M" before a currency. "un" and "une"
/// alone are numbers too; it is for the caller to say whether they are articles. Ordinals, times, dates, decades and
/// scores are none.
std::optional<Number> read_number(const FoldedTokens& tokens, std::size_t at, const Units& units);

/// True for a whole figure that may be a year: 1500 to 2100, four digits, not grouped, without magnitude.
bool may_be_year(const Number& number);

}  // namespace depeche::recognise
