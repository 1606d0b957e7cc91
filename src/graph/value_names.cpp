#include "graph/value_names.hpp"

#include <algorithm>

namespace depeche::graph {
namespace {

bool is_currency_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string_view name_of(recognise::Approximation approximation) {
  switch (approximation) {
    case recognise::Approximation::about:
      return "about";
    case recognise::Approximation::nearly:
      return "nearly";
    case recognise::Approximation::more_than:
      return "moreThan";
    case recognise::Approximation::less_than:
      return "lessThan";
    case recognise::Approximation::between:
      return "between";
    case recognise::Approximation::exact:
      break;
  }
  return {};
}

std::string_view name_of(recognise::TimePrecision precision) {
  switch (precision) {
    case recognise::TimePrecision::day:
      return "day";
    case recognise::TimePrecision::month:
      return "month";
    case recognise::TimePrecision::quarter:
      return "quarter";
    case recognise::TimePrecision::year:
      return "year";
    case recognise::TimePrecision::decade:
      break;
  }
  return "decade";
}

std::string_view name_of(recognise::TimeSource source) {
  switch (source) {
    case recognise::TimeSource::explicit_:
      return "explicit";
    case recognise::TimeSource::relative:
      return "relative";
    case recognise::TimeSource::publication_date:
      break;
  }
  return "publicationDate";
}

std::string_view unit_name(const recognise::Quantity& quantity) {
  if (quantity.unit == recognise::Quantity::Unit::percent) return "PERCENT";
  const bool money = quantity.unit == recognise::Quantity::Unit::money && is_currency_code(quantity.currency);
  return money ? std::string_view(quantity.currency) : std::string_view("NUM");
}

}  // namespace depeche::graph
