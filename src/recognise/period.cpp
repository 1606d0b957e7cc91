#include "recognise/period.hpp"

#include <algorithm>
namespace depeche::recognise {
namespace {

using Side = TimeWords::Side;
using Span = TimeWords::Span;

/// The day, week, month or year that lies `steps` of its kind from the publication date.
std::optional<Period> shifted(Span span, int steps, const TimeContext& context) {
  switch (span) {
    case Span::day:
      if (!context.has_day()) return std::nullopt;
      return day_period(add_days(context.date(), steps));
    case Span::week:
      if (!context.has_day()) return std::nullopt;
      return week_of(add_days(context.date(), 7 * steps));
    case Span::month: {
      if (!context.has_month()) return std::nullopt;
      const Date first = add_months(context.date(), steps);
      return month_period(first.year, first.month);
    }
    case Span::year:
      break;
  }
  if (!context.has_year()) return std::nullopt;
  return year_period(context.published.year + steps);
}

std::optional<PeriodFound> pointed(std::size_t end, std::optional<Period> period) {
  if (!period) return std::nullopt;
  return PeriodFound{end, *period, true};
}

/// "la nuit de lundi à mardi": from the first day to the second.
std::optional<PeriodFound> read_night(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                      const TimeContext& context) {
  if (!words.nights.contains(tokens[at]) || !tokens.is_de(at + 1)) return std::nullopt;
  const auto first = read_raw_date(tokens, at + 2, words, true);
  if (!first || (tokens[first->end] != "a" && tokens[first->end] != "au")) return std::nullopt;
  const auto second = read_raw_date(tokens, first->end + 1, words, true);
  if (!second) return std::nullopt;
  bool relative = false;
  RawDate begin = *first;
  if (begin.month == 0) begin.month = second->month;
  if (begin.year == 0) begin.year = second->year;
  if (begin.day == 0) begin.month = begin.year = 0;
  const auto to = resolve(*second, context, relative);
  const auto from = resolve(begin, context, relative);
  if (!to) return std::nullopt;
  const Date evening = add_days(to->to, -1);
  const bool fits = from && from->from == evening;
  return PeriodFound{second->end, {fits ? from->from : evening, to->to, TimePrecision::day}, relative};
}

std::optional<PeriodFound> read_weekend(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                        bool this_one, const TimeContext& context) {
  if (!words.weekends.contains(tokens[at])) return std::nullopt;
  const Side* const side = words.sides.find(tokens[at + 1]);
  if (!side && !this_one) return std::nullopt;
  const auto week = shifted(Span::week, 0, context);
  if (!week) return std::nullopt;
  Date saturday = add_days(week->from, 5);
  const bool begun = days_between(context.date(), saturday) <= 0;
  if (side != nullptr && *side == Side::last) saturday = add_days(saturday, -7);
  if (side != nullptr && *side == Side::next && begun) saturday = add_days(saturday, 7);
  // "ce week-end", read on a Monday or Tuesday, is the one just past.
  if (!side && weekday_of(context.date()) < 2 && !context.future) saturday = add_days(saturday, -7);
  return PeriodFound{side ? at + 2 : at + 1, {saturday, add_days(saturday, 1), TimePrecision::day}, true};
}

}  // namespace

std::optional<PeriodFound> read_pointer(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                        const TimeContext& context) {
  if (const int* days = words.from_today.find(tokens[at])) {
    std::size_t end = at + 1;
    if (words.day_parts.contains(tokens[end])) ++end;
    if (tokens[end] == "au" && words.day_parts.contains(tokens[end + 1])) end += 2;
    return pointed(end, shifted(Span::day, *days, context));
  }
  const bool demonstrative = words.demonstratives.contains(tokens[at]);
  const bool article = demonstrative || words.articles.contains(tokens[at]);
  const std::size_t noun = article ? at + 1 : at;
  if (auto night = read_night(tokens, noun, words, context)) return night;
  if (!article) return std::nullopt;
  if (auto weekend = read_weekend(tokens, noun, words, demonstrative, context)) return weekend;
  if (demonstrative && words.day_parts.contains(tokens[noun])) return pointed(noun + 1, shifted(Span::day, 0, context));
  const auto* const known = words.spans.find(tokens[noun]);
  if (known == nullptr || known->plural) return std::nullopt;
  const Span span = known->span;
  if (const Side* const side = words.sides.find(tokens[noun + 1]); side != nullptr && !demonstrative) {
    return pointed(noun + 2, shifted(span, *side == Side::last ? -1 : 1, context));
  }
  if (!demonstrative) return std::nullopt;
  if (span == Span::day && noun >= 2 && tokens[noun - 2] == "a") return std::nullopt;  // "à ce jour"
  const bool here = tokens[noun + 1] == "-ci" || tokens[noun + 1] == "ci";
  if (tokens[noun + 1] == "-la") return std::nullopt;
  return pointed(here ? noun + 2 : noun + 1, shifted(span, 0, context));
}

namespace {

/// The year behind a quarter or season, or the one meant without it.
struct YearFound {
  std::size_t end = 0;
  int year = 0;
  bool relative = false;
};

std::optional<YearFound> read_year(const FoldedTokens& tokens, std::size_t at, const TimeWords& words, int first_month,
                                   const TimeContext& context) {
  const std::size_t number = tokens.is_de(at) ? at + 1 : at;
  if (const auto raw = read_raw_date(tokens, number, words); raw && raw->year > 0 && raw->month == 0) {
    return YearFound{raw->end, raw->year, false};
  }
  if (!context.has_year()) return std::nullopt;
  const Side* const side = words.sides.find(tokens[at]);
  int year = context.published.year;
  const bool ahead = first_month > std::max<int>(context.published.month, 1);
  if (side != nullptr && *side == Side::last && first_month >= context.published.month) --year;
  if (side != nullptr && *side == Side::next && first_month <= context.published.month) ++year;
  if (!side && ahead && !context.future && context.has_month() && first_month - context.published.month > 4) --year;
  return YearFound{side ? at + 1 : at, year, true};
}

std::optional<PeriodFound> in_year(const FoldedTokens& tokens, std::size_t at, const TimeWords& words, int first_month,
                                   int months, const TimeContext& context) {
  const auto year = read_year(tokens, at, words, first_month, context);
  if (!year) return std::nullopt;
  return PeriodFound{year->end, months_period(year->year, first_month, months, TimePrecision::quarter), year->relative};
}

/// "années 1990", "années 90".
std::optional<PeriodFound> read_decade(const FoldedTokens& tokens, std::size_t at, const TimeWords& words) {
  if (!words.decade_nouns.contains(tokens[at])) return std::nullopt;
  const std::string_view raw = tokens.raw(at + 1);
  if ((raw.size() != 4 && raw.size() != 2) || raw.back() != '0') return std::nullopt;
  int year = 0;
  for (const char c : raw) {
    if (c < '0' || c > '9') return std::nullopt;
    year = 10 * year + (c - '0');
  }
  if (raw.size() == 2) year += 1900;
  if (year < 1500 || year > 2100) return std::nullopt;
  Period decade = year_period(year);
  decade.to = year_period(year + 9).to;
  decade.precision = TimePrecision::decade;
  return PeriodFound{at + 2, decade, false};
}

}  // namespace

std::optional<PeriodFound> read_stretch(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                        const TimeContext& context) {
  std::size_t i = at;
  const bool edge = words.year_edges.contains(tokens[i]);
  if (edge) {
    // "début de l'année", "fin du mois", "début des années 2000": the whole, as the edge has no clear end.
    ++i;
    if (!tokens.is_de(i)) return std::nullopt;
    ++i;
    if (words.is_article(tokens[i])) ++i;
    const auto* const span = words.spans.find(tokens[i]);
    if (span != nullptr && span->span != Span::day && !span->plural) {
      if (span->span == Span::year) {
        if (const auto raw = read_raw_date(tokens, i + 1, words); raw && raw->year > 0 && raw->month == 0) {
          return PeriodFound{raw->end, year_period(raw->year), false};
        }
      }
      const Side* const side = words.sides.find(tokens[i + 1]);
      const int steps = !side ? 0 : *side == Side::last ? -1 : 1;
      return pointed(side ? i + 2 : i + 1, shifted(span->span, steps, context));
    }
  }
  if (auto decade = read_decade(tokens, i, words)) return decade;
  if (edge) return std::nullopt;
  if (words.year_nouns.contains(tokens[i])) {
    const auto raw = read_raw_date(tokens, i + 1, words);
    if (raw && raw->year > 0 && raw->month == 0) return PeriodFound{raw->end, year_period(raw->year), false};
    return std::nullopt;
  }
  // "été" is a participle far more often.
  const std::string_view before = i > 0 ? tokens[i - 1] : std::string_view();
  if (const int* season = words.seasons.find(tokens[i]);
      season != nullptr && (words.is_article(before) || before == "au")) {
    const bool winter = *season == 12;  // its first month belongs to the year before
    return in_year(tokens, i + 1, words, winter ? 1 : *season, winter ? 2 : 3, context);
  }
  if (tokens[i].size() == 2 && tokens[i][0] == 't' && tokens[i][1] >= '1' && tokens[i][1] <= '4') {
    const auto raw = read_raw_date(tokens, i + 1, words);
    if (!raw || raw->year == 0 || raw->month != 0) return std::nullopt;
    return PeriodFound{raw->end, months_period(raw->year, 3 * (tokens[i][1] - '1') + 1, 3, TimePrecision::quarter),
                       false};
  }
  const int* const ordinal = words.ordinals.find(tokens[i]);
  const int* const months = ordinal == nullptr ? nullptr : words.year_parts.find(tokens[i + 1]);
  if (months == nullptr || *ordinal * *months > 12) return std::nullopt;
  return in_year(tokens, i + 2, words, *months * (*ordinal - 1) + 1, *months, context);
}

std::optional<Duration> read_duration(const FoldedTokens& tokens, std::size_t at, const TimeWords& words) {
  Duration out;
  std::size_t i = at;
  const std::string_view raw = tokens.raw(i);
  if (!raw.empty() && raw.size() <= 3 &&
      std::all_of(raw.begin(), raw.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    for (const char c : raw) out.count = 10 * out.count + (c - '0');
    ++i;
  } else {
    NumberReader number(words.numbers);
    for (std::size_t begin = 0; begin <= tokens[i].size();) {  // "dix-huit"
      const std::size_t end = std::min(tokens[i].find('-', begin), tokens[i].size());
      if (!number.add(tokens[i].substr(begin, end - begin))) return std::nullopt;
      begin = end + 1;
    }
    out.count = static_cast<int>(number.value());
    ++i;
  }
  const auto* const span = words.spans.find(tokens[i]);
  if (span == nullptr || out.count == 0) return std::nullopt;
  out.span = span->span;
  out.end = i + 1;
  return out;
}

std::optional<Period> ago(const Duration& duration, const TimeContext& context) {
  if (duration.count > 1000) return std::nullopt;
  return shifted(duration.span, -duration.count, context);
}

}  // namespace depeche::recognise
