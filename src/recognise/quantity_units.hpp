#pragma once
#include <optional>
#include <string>

#include "recognise/numbers.hpp"
#include "recognise/quantity.hpp"

namespace depeche::recognise {

/// What stands behind (or, for signs of currency, before) a number and says what it measures.
struct UnitFound {
  Quantity::Unit unit = Quantity::Unit::none;
  std::size_t begin = 0;  ///< of number and unit together
  std::size_t end = 0;
  std::string currency;
  std::string counted;
};

/// Percent, a currency or a noun at a number; nullopt if nothing of the kind stands there.
std::optional<UnitFound> find_unit(const FoldedTokens& tokens, const Number& number, const Units& units);

}  // namespace depeche::recognise
