#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace depeche::recognise {

/// A decimal number as written, without the errors of binary fractions: digits × 10^exponent. At most 18 digits.
struct Decimal {
  std::int64_t digits = 0;
  int exponent = 0;

  Decimal scaled(int power_of_ten) const { return {digits, exponent + power_of_ten}; }
  double approximate() const;  ///< for comparisons only
};

/// The sum; nullopt if it has more digits than fit.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);

/// Canonical xsd:decimal: "80.0", "3500000000.0", "-0.25".
std::string to_text(const Decimal& value);

/// A figure as French texts write it, without sign and unit: "46,2", "107 863,00", "1.250.000", "4,5", "1,234,567".
/// One point before three digits separates thousands, before others decimals; a comma decimals, unless there are
/// several. `thousands_or_decimals` is set for one comma before three digits, which English habits read as thousands.
std::optional<Decimal> parse_figure(std::string_view text, bool* thousands_or_decimals = nullptr);

}  // namespace depeche::recognise
