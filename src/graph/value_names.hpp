#pragma once
#include <string_view>

#include "recognise/quantity.hpp"
#include "recognise/time.hpp"

// Local names of the concepts that tell how exact a figure or a time is.
namespace depeche::graph {

/// "moreThan"; empty for an exact number.
std::string_view name_of(recognise::Approximation approximation);
/// "day", "month", "quarter", "year", "decade".
std::string_view name_of(recognise::TimePrecision precision);
/// "explicit", "relative", "publicationDate".
std::string_view name_of(recognise::TimeSource source);
/// QUDT's "PERCENT" or "NUM", or the ISO 4217 code of the currency.
std::string_view unit_name(const recognise::Quantity& quantity);

}  // namespace depeche::graph
