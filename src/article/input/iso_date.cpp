#include "article/input/iso_date.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace depeche::article {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads exactly `count` digits at `at` and moves behind them.
bool read_digits(std::string_view text, std::size_t& at, std::size_t count, int& value) {
  if (text.size() - at < count) return false;
  value = 0;
  for (std::size_t i = 0; i < count; ++i, ++at) {
    if (!is_digit(text[at])) return false;
    value = 10 * value + (text[at] - '0');
  }
  return at == text.size() || !is_digit(text[at]);
}

/// "08:00", "08:00:12", "08:00:12.345", then nothing, "Z", "+02:00", "+0200", " +0200", " UTC".
bool is_time(std::string_view text) {
  std::size_t at = 0;
  int hour = 0, minute = 0, second = 0;
  if (!read_digits(text, at, 2, hour) || hour > 24 || at == text.size() || text[at] != ':') return false;
  ++at;
  if (!read_digits(text, at, 2, minute) || minute > 59) return false;
  if (at < text.size() && text[at] == ':') {
    ++at;
    if (!read_digits(text, at, 2, second) || second > 60) return false;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
      ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
    }
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' || c == ':' || c == ' ';
  });
}

bool means_none(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  constexpr std::array<std::string_view, 9> words = {"", "none", "null", "n/a", "na", "nan", "nat", "-", "unknown"};
  return std::find(words.begin(), words.end(), lower) != words.end() || lower.substr(0, 4) == "0000";
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

bool is_date(const PartialDate& date) {
  if (date.year < 1 || date.month > 12) return false;
  if (date.month == 0) return date.day == 0;
  return date.day <= days_in_month(date.year, date.month);
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (means_none(text)) return PartialDate{};
  std::size_t at = 0;
  int year = 0, month = 0, day = 0;
  if (!read_digits(text, at, 4, year)) return std::nullopt;
  bool whole = at == text.size();
  if (!whole) {
    if (text[at++] != '-' || !read_digits(text, at, 2, month) || month == 0) return std::nullopt;
    whole = at == text.size();
  }
  if (!whole) {
    if (text[at++] != '-' || !read_digits(text, at, 2, day) || day == 0) return std::nullopt;
    whole = at == text.size();
  }
  if (!whole && ((text[at] != 'T' && text[at] != ' ') || !is_time(text.substr(at + 1)))) return std::nullopt;
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day)};
  if (!is_date(date)) return std::nullopt;
  return date;
}

}  // namespace depeche::article
