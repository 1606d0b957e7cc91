#pragma once
#include <optional>
#include <string_view>

namespace depeche::recognise::french {

/// 1 to 12; names and usual abbreviations, folded.
std::optional<int> month_word(std::string_view folded);
/// 0 (Monday) to 6; folded, singular.
std::optional<int> weekday_word(std::string_view folded);
/// First month of a season: printemps 3, été 6, automne 9, hiver 12.
std::optional<int> season_word(std::string_view folded);
/// "matin", "soir", "après-midi", …: parts of a day that stand behind it.
bool is_part_of_day(std::string_view folded);
/// 1 to 10: "premier", "1er", "deuxième", "2e", "second", …, folded.
std::optional<int> ordinal_word(std::string_view folded);

enum class Span { day, week, month, year };
/// jour, semaine, mois, an or année; folded, singular or plural.
std::optional<Span> span_word(std::string_view folded);

enum class Side { last, next };
/// "dernier", "passé" or "prochain" in any gender and number; folded.
std::optional<Side> side_word(std::string_view folded);

/// True for figures, months, weekdays, seasons, parts of a day, spans of time and words like "hier": every expression
/// of time has one of them.
bool may_tell_time(std::string_view folded);

}  // namespace depeche::recognise::french
