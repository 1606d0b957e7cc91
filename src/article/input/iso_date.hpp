#pragma once
#include <optional>
#include <string_view>

#include "article/article.hpp"

namespace depeche::article {

/// Number of days of a month in the Gregorian calendar.
int days_in_month(int year, int month);

/// True for a year with, where known, a month and a day that exist.
bool is_date(const PartialDate& date);

/// "2024", "2024-05", "2024-05-17", with or without a time and zone behind a full date ("2024-05-17T08:00:00+02:00",
/// "2024-05-17 08:00"). The day is the one written, whatever the zone. "", "None", "N/A", "null", "0000-00-00" and the
/// like give a date with year 0; nullopt is everything that is no date.
std::optional<PartialDate> parse_iso_date(std::string_view text);

}  // namespace depeche::article
