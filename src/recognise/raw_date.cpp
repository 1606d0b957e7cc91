#include "recognise/raw_date.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace depeche::recognise {
namespace {

constexpr int first_year = 1500, last_year = 2100;

/// A token of digits only, up to four; -1 otherwise.
int whole_number(std::string_view raw) {
  if (raw.empty() || raw.size() > 4) return -1;
  int value = 0;
  for (const char c : raw) {
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
  }
  return value;
}

int year_number(std::string_view raw) {
  const int value = raw.size() == 4 ? whole_number(raw) : -1;
  return value >= first_year && value <= last_year ? value : 0;
}

int day_number(const FoldedTokens& tokens, std::size_t at, const TimeWords& words) {
  if (words.first_days.contains(tokens[at])) return 1;
  const int value = tokens.raw(at).size() <= 2 ? whole_number(tokens.raw(at)) : -1;
  return value >= 1 && value <= 31 ? value : 0;
}

/// "12/05/2024", "12.05.2024", "2024-05-12"
std::optional<RawDate> read_figures(const FoldedTokens& tokens, std::size_t at) {
  const std::string_view raw = tokens.raw(at);
  if (raw.size() < 8 || raw.size() > 10) return std::nullopt;
  std::array<int, 3> parts{};
  std::size_t count = 0, begin = 0;
  char separator = '\0';
  for (std::size_t i = 0; i <= raw.size(); ++i) {
    if (i < raw.size() && raw[i] >= '0' && raw[i] <= '9') continue;
    if (i < raw.size()) {
      if (separator != '\0' && raw[i] != separator) return std::nullopt;
      separator = raw[i];
    }
    if (count == 3 || i == begin) return std::nullopt;
    parts[count] = whole_number(raw.substr(begin, i - begin));
    if (parts[count++] < 0) return std::nullopt;
    begin = i + 1;
  }
  if (count != 3 || (separator != '/' && separator != '-' && separator != '.')) return std::nullopt;
  RawDate date;
  date.end = at + 1;
  date.month = parts[1];
  date.day = parts[0] > 31 ? parts[2] : parts[0];
  date.year = parts[0] > 31 ? parts[0] : parts[2];
  const bool plausible = date.year >= first_year && date.year <= last_year && date.month >= 1 && date.month <= 12 &&
                         date.day >= 1 && date.day <= 31;
  return plausible ? std::optional(date) : std::nullopt;
}

/// A bare figure is a year unless it counts something ("2000 soldats"), is about or more than something, or numbers a
/// text ("résolution 1701").
bool stands_as_year(const FoldedTokens& tokens, std::size_t at, const TimeWords& words) {
  const std::string_view opener = at > 0 ? tokens[at - 1] : std::string_view();
  if (words.numbered.contains(opener)) return false;
  if (at > 1 && tokens.is_de(at - 1) && words.compared.contains(tokens[at - 2])) return false;
  if (words.year_openers.contains(opener) || words.months.contains(opener)) return true;
  if (words.measures.contains(tokens[at + 1])) return false;
  const std::string_view next = tokens.raw(at + 1);
  const bool letters = !next.empty() && next[0] >= 'a' && next[0] <= 'z';
  return !letters || !(next.ends_with('s') || next.ends_with('x')) || words.no_plurals.contains(tokens[at + 1]);
}

void read_side(const FoldedTokens& tokens, const TimeWords& words, RawDate& date) {
  if (const auto* side = words.sides.find(tokens[date.end])) {
    date.side = *side;
    ++date.end;
  }
}

Date make(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

/// The candidate the writer means: by "dernier" or "prochain", else what lies near. What is past lies nearer than what
/// is to come, unless the clause looks forward.
template <class Distance>
int choose_year(const TimeContext& context, std::optional<TimeWords::Side> side, const Distance& distance) {
  const int year = context.published.year;
  int best = year;
  long best_cost = -1;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    const int ahead = distance(candidate);  // in days; negative is past
    if (context.past && ahead > 0) continue;
    if (side == TimeWords::Side::last && ahead >= 0) continue;
    if (side == TimeWords::Side::next && ahead <= 0) continue;
    long cost = std::abs(ahead);
    if (!side) cost *= (ahead > 0) == context.future || ahead == 0 ? 1 : context.future ? 4 : 2;
    if (best_cost < 0 || cost < best_cost) {
      best_cost = cost;
      best = candidate;
    }
  }
  return best;
}

std::optional<Period> resolve_weekday(int weekday, std::optional<TimeWords::Side> side, const TimeContext& context) {
  if (!context.has_day()) return std::nullopt;
  const Date today = context.date();
  int back = weekday_of(today) - weekday;
  if (back < 0) back += 7;
  if (side == TimeWords::Side::last && back == 0) back = 7;
  const bool forward = side == TimeWords::Side::next || (!side && context.future && !context.past && back > 0);
  return day_period(add_days(today, forward ? 7 - back : -back));
}

/// "jeudi 12": the nearest Thursday that is the 12th.
std::optional<Period> resolve_numbered_weekday(int weekday, int day, const TimeContext& context) {
  if (!context.has_day()) return std::nullopt;
  for (int distance = 0; distance <= 200; ++distance) {
    for (const int sign : {-1, 1}) {
      const Date date = add_days(context.date(), sign * distance);
      if (date.day == day && weekday_of(date) == weekday) return day_period(date);
    }
  }
  return std::nullopt;
}

std::optional<int> year_by_weekday(const RawDate& raw, const TimeContext& context) {
  for (const int offset : {0, -1, 1}) {
    const Date date = make(context.published.year + offset, raw.month, raw.day);
    if (exists(date) && weekday_of(date) == *raw.weekday) return context.published.year + offset;
  }
  return std::nullopt;
}

}  // namespace

Date TimeContext::date() const {
  return make(published.year, std::max<int>(published.month, 1), std::max<int>(published.day, 1));
}

std::optional<RawDate> read_raw_date(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                     bool bare_day) {
  if (auto figures = read_figures(tokens, at)) return figures;
  RawDate date;
  std::size_t i = at;
  if (const int* weekday = words.weekdays.find(tokens[i])) {
    date.weekday = *weekday;
    ++i;
    if (tokens[i] == "le" && day_number(tokens, i + 1, words) > 0) ++i;
  }
  if (const int day = day_number(tokens, i, words); day > 0) {
    const bool before_month = words.months.contains(tokens[i + 1]);
    if (before_month || date.weekday || bare_day) {
      date.day = day;
      ++i;
    }
  }
  if (!date.weekday && date.day == 0) {
    if (words.month_openers.contains(tokens[i])) {
      ++i;
      if (tokens[i] == "-" && words.is_split_prefix(tokens[i - 1])) ++i;
    }
  }
  const bool opened = i > at && !date.weekday && date.day == 0;
  const std::string_view month_name = words.without_prefix(tokens[i]);
  if (const int* month = words.months.find(month_name); month != nullptr && (!date.weekday || date.day > 0)) {
    date.month = *month;
    ++i;
    const bool named = date.day > 0 || opened || year_number(tokens.raw(i)) > 0;
    const bool maybe_name = at > 0 && tokens.token(i - 1).capitalised && words.names_too.contains(month_name);
    if (maybe_name && !named) return std::nullopt;  // the planet
  }
  if (date.month != 0 || (!date.weekday && date.day == 0)) {
    const int year = year_number(tokens.raw(i));
    if (year > 0 && (date.month != 0 || opened || stands_as_year(tokens, i, words))) {
      date.year = year;
      ++i;
    }
  }
  if (i == at || (opened && date.month == 0 && date.year == 0)) return std::nullopt;
  date.end = i;
  if (date.weekday && words.day_parts.contains(tokens[i])) ++date.end;
  if (tokens[i] == "au" && words.day_parts.contains(tokens[i + 1])) date.end = i + 2;
  read_side(tokens, words, date);
  if (date.side && date.weekday && words.day_parts.contains(tokens[date.end])) ++date.end;
  return date;
}

std::optional<Period> resolve(const RawDate& raw, const TimeContext& context, bool& relative) {
  int year = raw.year;
  if (year == 0) {
    relative = true;
    if (!context.has_year()) return std::nullopt;
  }
  if (raw.month == 0) {
    if (raw.weekday && raw.day > 0) return resolve_numbered_weekday(*raw.weekday, raw.day, context);
    if (raw.weekday) return resolve_weekday(*raw.weekday, raw.side, context);
    return year != 0 ? std::optional(year_period(year)) : std::nullopt;
  }
  if (raw.day == 0) {
    if (year == 0) {
      year = choose_year(context, raw.side, [&](int candidate) {
        if (!context.has_month()) return 365 * (candidate - context.published.year);
        return 30 * (12 * (candidate - context.published.year) + raw.month - context.published.month);
      });
    }
    return month_period(year, raw.month);
  }
  if (year == 0 && raw.weekday) {
    if (const auto found = year_by_weekday(raw, context)) year = *found;
  }
  if (year == 0) {
    if (!context.has_month()) return std::nullopt;
    year = choose_year(context, raw.side, [&](int candidate) {
      const Date date = make(candidate, raw.month, std::min<int>(raw.day, last_of_month(candidate, raw.month).day));
      return days_between(context.date(), date);
    });
  }
  const Date date = make(year, raw.month, raw.day);
  if (!exists(date)) return std::nullopt;
  return day_period(date);
}

}  // namespace depeche::recognise
