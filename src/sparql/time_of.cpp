#include "sparql/time_of.hpp"

#include <charconv>
#include <chrono>

namespace depeche::sparql {
namespace {

bool is_digits(std::string_view text, std::size_t least) {
  return text.size() >= least && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int whole(std::string_view digits) {
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

}  // namespace

TimeParts parts_of(std::string_view text) {
  const bool before_christ = text.starts_with('-');
  TimeParts p;
  const std::size_t first = text.find('-', before_christ ? 1 : 0);
  if (first == std::string_view::npos || text.size() < first + 6 || text[first + 3] != '-') return p;
  const std::string_view year = text.substr(0, first), month = text.substr(first + 1, 2),
                         day = text.substr(first + 4, 2);
  if (!is_digits(year.substr(before_christ ? 1 : 0), 4) || !is_digits(month, 2) || !is_digits(day, 2)) return p;
  std::string_view rest = text.substr(first + 6);
  TimeParts found;
  if (rest.starts_with('T')) {
    if (rest.size() < 9 || rest[3] != ':' || rest[6] != ':') return p;
    found.hours = rest.substr(1, 2);
    found.minutes = rest.substr(4, 2);
    rest.remove_prefix(7);
    const std::size_t end = std::min(rest.find_first_not_of("0123456789."), rest.size());
    found.seconds = rest.substr(0, end);
    rest.remove_prefix(end);
    if (!is_digits(found.hours, 2) || !is_digits(found.minutes, 2) || found.seconds.size() < 2) return p;
  }
  const bool zone = rest.empty() || rest == "Z" ||
                    (rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && is_digits(rest.substr(1, 2), 2) &&
                     rest[3] == ':' && is_digits(rest.substr(4), 2));
  if (!zone) return p;
  found.year = year;
  found.month = month;
  found.day = day;
  found.zone = rest;
  return found;
}

std::optional<long double> time_of(std::string_view text, bool time) {
  const TimeParts p = parts_of(text);
  if (p.year.empty() || time == p.hours.empty()) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(whole(p.year)),
                                         std::chrono::month(static_cast<unsigned>(whole(p.month))),
                                         std::chrono::day(static_cast<unsigned>(whole(p.day)))};
  if (!date.ok()) return std::nullopt;
  long double seconds = static_cast<long double>(std::chrono::sys_days(date).time_since_epoch().count()) * 86400.0L;
  if (time) {
    long double s = 0;
    const auto [end, fault] = std::from_chars(p.seconds.data(), p.seconds.data() + p.seconds.size(), s);
    if (fault != std::errc() || end != p.seconds.data() + p.seconds.size()) return std::nullopt;
    if (whole(p.hours) > 24 || whole(p.minutes) > 59 || s >= 60) return std::nullopt;
    seconds += static_cast<long double>(whole(p.hours) * 3600 + whole(p.minutes) * 60) + s;
  }
  if (p.zone.size() == 6) {
    const int offset = whole(p.zone.substr(1, 2)) * 3600 + whole(p.zone.substr(4)) * 60;
    seconds += p.zone[0] == '-' ? offset : -offset;
  }
  return seconds;
}

}  // namespace depeche::sparql
