#pragma once
#include <cstddef>
#include <optional>

#include "recognise/calendar.hpp"
#include "recognise/folded_tokens.hpp"
#include "recognise/time_words.hpp"

namespace depeche::recognise {

/// Where the article stands in time, and where the sentence looks.
struct TimeContext {
  article::PartialDate published;
  bool future = false;  ///< the clause speaks of what is to come
  bool past = false;    ///< what is to come is ruled out ("depuis septembre")

  bool has_day() const { return published.day != 0; }
  bool has_month() const { return published.month != 0; }
  bool has_year() const { return published.year != 0; }
  /// The publication date; first month or day where it is not known.
  Date date() const;
};

/// A date as written, with what is missing left at 0: "jeudi 12", "12 mai", "mai 2023", "début juin", "2019",
/// "lundi soir", "3 mai dernier".
struct RawDate {
  std::size_t end = 0;  ///< behind the last token
  std::optional<int> weekday;
  int day = 0, month = 0, year = 0;
  std::optional<TimeWords::Side> side;
};

/// Reads the date whose first word (no article or preposition) is at a token. A bare day number is only read if
/// `bare_day` is set (inside "du 12 au 14 mai"). Whether a bare year is one is judged by its neighbours.
std::optional<RawDate> read_raw_date(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                     bool bare_day = false);

/// What day, month or year is meant; nullopt where the publication date would be needed and is not known, or where the
/// date does not exist. `relative` is set if it was needed.
std::optional<Period> resolve(const RawDate& raw, const TimeContext& context, bool& relative);

}  // namespace depeche::recognise
