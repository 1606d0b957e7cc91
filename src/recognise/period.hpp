#pragma once
#include <cstddef>
#include <optional>

#include "recognise/calendar.hpp"
#include "recognise/folded_tokens.hpp"
#include "recognise/raw_date.hpp"

namespace depeche::recognise {

/// A stretch of time read and resolved, without the preposition that opens it.
struct PeriodFound {
  std::size_t end = 0;  ///< behind the last token
  Period period;
  bool relative = false;  ///< resolved against the publication date
};

/// "hier", "ce lundi", "la semaine dernière", "l'an prochain", "le mois dernier", "cette année", "le week-end dernier",
/// "la nuit de lundi à mardi": what points from the day of writing. Reads its article, too.
std::optional<PeriodFound> read_pointer(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                        const TimeContext& context);

/// "premier trimestre 2012", "T2 2011", "second semestre", "été 2016", "années 1990", "début de l'année", "fin du
/// mois".
std::optional<PeriodFound> read_stretch(const FoldedTokens& tokens, std::size_t at, const TimeWords& words,
                                        const TimeContext& context);

/// "trois jours", "15 ans", "un mois": how long; the span and the number of it.
struct Duration {
  std::size_t end = 0;
  TimeWords::Span span = TimeWords::Span::day;
  int count = 0;
};
std::optional<Duration> read_duration(const FoldedTokens& tokens, std::size_t at, const TimeWords& words);

/// The day, week, month or year that lies so long before the publication; nullopt if that is not known well enough.
std::optional<Period> ago(const Duration& duration, const TimeContext& context);

}  // namespace depeche::recognise
