#pragma once
#include <optional>
#include <string_view>

namespace depeche::sparql {

/// Seconds since 1970-01-01T00:00:00Z of an xsd:date (its beginning) or, with `time`, an xsd:dateTime. Without a zone
/// it counts as UTC. None if the text is not well formed.
std::optional<long double> time_of(std::string_view text, bool time);

/// The parts of a date or time as they stand in its lexical form; empty where it has none or is not well formed.
struct TimeParts {
  std::string_view year, month, day, hours, minutes, seconds, zone;
};
TimeParts parts_of(std::string_view text);

}  // namespace depeche::sparql
