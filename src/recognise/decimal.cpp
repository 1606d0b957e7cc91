#include "recognise/decimal.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace depeche::recognise {
namespace {

constexpr std::size_t most_digits = 18;

/// The separators of a figure and the digits between them.
struct Groups {
  std::string digits;
  std::string signs;            ///< '.' or ',' in order; spaces and apostrophes are gone
  std::size_t behind_last = 0;  ///< digits behind the last sign
  bool threes = true;           ///< three digits behind every sign
};

std::optional<Groups> split(std::string_view text) {
  Groups groups;
  std::size_t group = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c >= U'0' && c <= U'9') {
      groups.digits += static_cast<char>(c);
      ++group;
    } else if (c == U'.' || c == U',') {
      if (!groups.signs.empty() && group != 3) groups.threes = false;
      if (group == 0) return std::nullopt;
      groups.signs += static_cast<char>(c);
      group = 0;
    } else if (!utf8::is_space(c) && c != U'\'' && c != U'’') {
      return std::nullopt;
    }
  }
  if (group == 0) return std::nullopt;
  groups.behind_last = group;
  if (!groups.signs.empty() && group != 3) groups.threes = false;
  return groups;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t out = 1;
  for (int i = 0; i < exponent; ++i) out *= 10;
  return out;
}

}  // namespace

double Decimal::approximate() const {
  return static_cast<double>(digits) * std::pow(10.0, exponent);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const int exponent = std::min(a.exponent, b.exponent);
  const auto aligned = [exponent](const Decimal& value) -> std::optional<std::int64_t> {
    const int shift = value.exponent - exponent;
    if (shift > 18) return std::nullopt;
    const std::int64_t factor = power_of_ten(shift);
    constexpr std::int64_t limit = 4'000'000'000'000'000'000;
    if (std::abs(value.digits) > limit / factor) return std::nullopt;
    return value.digits * factor;
  };
  const auto first = aligned(a), second = aligned(b);
  if (!first || !second) return std::nullopt;
  return Decimal{*first + *second, exponent};
}

std::string to_text(const Decimal& value) {
  std::string digits = std::to_string(std::abs(value.digits));
  if (value.exponent > 0) digits.append(static_cast<std::size_t>(value.exponent), '0');
  std::string fraction;
  if (value.exponent < 0) {
    const auto places = static_cast<std::size_t>(-value.exponent);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    fraction = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return (value.digits < 0 ? "-" : "") + digits + "." + (fraction.empty() ? "0" : fraction);
}

std::optional<Decimal> parse_figure(std::string_view text, bool* thousands_or_decimals) {
  const auto groups = split(text);
  if (!groups || groups->digits.size() > most_digits) return std::nullopt;
  const std::string& signs = groups->signs;
  const Decimal whole{std::stoll(groups->digits), 0};
  const Decimal fraction = whole.scaled(-static_cast<int>(groups->behind_last));
  if (signs.empty()) return whole;
  const bool same = std::all_of(signs.begin(), signs.end(), [&](char c) { return c == signs[0]; });
  const std::size_t first_group = groups->digits.size() - groups->behind_last;
  if (!same) return signs.find(signs.back()) == signs.size() - 1 ? std::optional(fraction) : std::nullopt;
  if (signs.size() > 1) return groups->threes ? std::optional(whole) : std::nullopt;
  const bool maybe_thousands = groups->threes && first_group <= 3 && groups->digits[0] != '0';
  if (signs[0] == '.') return maybe_thousands ? whole : fraction;
  if (thousands_or_decimals != nullptr) *thousands_or_decimals = maybe_thousands;
  return fraction;
}

}  // namespace depeche::recognise
