#include "sparql/value.hpp"

#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "sparql/names.hpp"
#include "sparql/time_of.hpp"

namespace depeche::sparql {
namespace {

using Type = Value::Type;

std::optional<long double> number_of(std::string_view text, bool whole, bool exponent) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (exponent && (text == "INF" || text == "-INF")) return text == "INF" ? HUGE_VALL : -HUGE_VALL;
  if (exponent && text == "NaN") return NAN;
  const std::string_view allowed = whole ? "0123456789-" : exponent ? "0123456789-+.eE" : "0123456789-.";
  if (text.empty() || text.find_first_not_of(allowed) != std::string_view::npos) return std::nullopt;
  long double number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || at != end) return std::nullopt;
  return number;
}

std::optional<Type> numeric_type(std::string_view datatype) {
  if (!datatype.starts_with(xsd::space)) return std::nullopt;
  const std::string_view name = datatype.substr(xsd::space.size());
  if (name == "decimal") return Type::decimal;
  if (name == "double" || name == "float") return Type::floating;
  for (const std::string_view whole :
       {"integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"}) {
    if (name == whole) return Type::integer;
  }
  return std::nullopt;
}

/// Digits of a decimal: 18 at most, which is what a long double carries safely, and 12 behind the point; no exponent,
/// no needless zero.
std::string decimal_form(long double number) {
  const int before = number == 0 ? 1 : std::max(1, static_cast<int>(std::log10(std::fabs(number))) + 1);
  std::string text = fmt::format("{:.{}f}", number, std::clamp(18 - before, 1, 12));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text += '0';
  return text == "-0.0" ? "0.0" : text;
}

std::string number_form(const Value& value) {
  if (value.type == Type::integer) return fmt::format("{:.0f}", value.number);
  if (value.type == Type::decimal) return decimal_form(value.number);
  if (std::isnan(value.number)) return "NaN";
  if (std::isinf(value.number)) return value.number > 0 ? "INF" : "-INF";
  // The shortest form that means this number.
  const auto number = static_cast<double>(value.number);
  std::string text;
  double read = 0;
  for (int digits = 0; digits <= 16; ++digits) {
    text = fmt::format("{:.{}E}", number, digits);
    std::from_chars(text.data(), text.data() + text.size(), read);
    if (read == number) break;
  }
  if (text.find('.') == std::string::npos) text.insert(text.find('E'), ".0");
  const std::size_t exponent = text.find('E');
  std::string mantissa = text.substr(0, exponent);
  mantissa.erase(mantissa.find_last_not_of('0') + 1);
  if (mantissa.ends_with('.')) mantissa += '0';
  return fmt::format("{}E{}", mantissa, std::stoi(text.substr(exponent + 1)));
}

int rank_of(const Value& value) {
  return value.type == Type::error ? 0 : value.type == Type::blank ? 1 : value.type == Type::iri ? 2 : 3;
}

int kind_of_literal(Type type) {
  switch (type) {
    case Type::integer:
    case Type::decimal:
    case Type::floating:
      return 0;
    case Type::date:
    case Type::date_time:
      return 1;
    case Type::boolean:
      return 2;
    case Type::string:
      return 3;
    case Type::language_string:
      return 4;
    default:
      return 5;
  }
}

std::strong_ordering order(std::string_view a, std::string_view b) {
  return a < b ? std::strong_ordering::less : b < a ? std::strong_ordering::greater : std::strong_ordering::equal;
}

std::strong_ordering order(long double a, long double b) {
  return a < b ? std::strong_ordering::less : a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace

Value make_string(std::string text, std::string language) {
  const Type type = language.empty() ? Type::string : Type::language_string;
  return {type, std::move(text), std::move(language), 0};
}
Value make_boolean(bool value) {
  return {Type::boolean, value ? "true" : "false", std::string(xsd::boolean), value ? 1.0L : 0.0L};
}
Value make_number(long double number, Type type) {
  if (type != Type::floating && !std::isfinite(number)) return {};
  if (type != Type::floating && number == 0) number = 0;  // which knows no sign there
  const std::string_view datatype = type == Type::integer   ? xsd::integer
                                    : type == Type::decimal ? xsd::decimal
                                                            : xsd::floating;
  return {type, {}, std::string(datatype), number};
}
Value make_iri(std::string iri) {
  return {Type::iri, std::move(iri), {}, 0};
}

Value value_of(const rdf::ReadTerm& term) {
  using Kind = rdf::ReadTerm::Kind;
  if (term.kind == Kind::iri) return make_iri(term.text);
  if (term.kind == Kind::blank) return {Type::blank, term.text, {}, 0};
  if (!term.language.empty()) return make_string(term.text, term.language);
  if (term.datatype.empty()) return make_string(term.text);
  const Value other{Type::other, term.text, term.datatype, 0};
  if (term.datatype == xsd::boolean) {
    const bool yes = term.text == "true" || term.text == "1";
    if (!yes && term.text != "false" && term.text != "0") return other;
    return {Type::boolean, term.text, term.datatype, yes ? 1.0L : 0.0L};
  }
  if (const auto type = numeric_type(term.datatype)) {
    const auto number = number_of(term.text, *type == Type::integer, *type == Type::floating);
    return number ? Value{*type, term.text, term.datatype, *number} : other;
  }
  if (term.datatype == xsd::date || term.datatype == xsd::date_time) {
    const bool time = term.datatype == xsd::date_time;
    const auto seconds = time_of(term.text, time);
    return seconds ? Value{time ? Type::date_time : Type::date, term.text, term.datatype, *seconds} : other;
  }
  return other;
}

std::string lexical_form(const Value& value) {
  return value.is_number() && value.text.empty() ? number_form(value) : value.text;
}

rdf::ReadTerm term_of(const Value& value) {
  using Kind = rdf::ReadTerm::Kind;
  if (value.type == Type::iri) return {Kind::iri, value.text, {}, {}};
  if (value.type == Type::blank) return {Kind::blank, value.text, {}, {}};
  if (value.type == Type::language_string) return {Kind::literal, value.text, {}, value.tag};
  return {Kind::literal, lexical_form(value), value.tag, {}};
}

std::optional<bool> truth(const Value& value) {
  if (value.type == Type::boolean) return value.number != 0;
  if (value.is_text()) return !value.text.empty();
  if (value.is_number()) return value.number != 0 && !std::isnan(value.number);
  // A boolean or number that is not well formed counts as false.
  if (value.type == Type::other && (value.tag == xsd::boolean || numeric_type(value.tag))) return false;
  return std::nullopt;
}

std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.is_error() || b.is_error()) return std::nullopt;
  if (a.is_number() && b.is_number()) return a.number == b.number;
  if (a.type == Type::other || b.type == Type::other) {
    if (a.type == b.type && a.text == b.text && a.tag == b.tag) return true;
    const bool known = a.type == Type::language_string || b.type == Type::language_string;
    if (a.is_literal() && b.is_literal() && !known) return std::nullopt;
    return false;
  }
  if (a.type != b.type) return false;
  if (a.type == Type::boolean || a.type == Type::date || a.type == Type::date_time) return a.number == b.number;
  return a.text == b.text && a.tag == b.tag;
}

std::optional<std::strong_ordering> compare(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) {
    if (std::isnan(a.number) || std::isnan(b.number)) return std::nullopt;
    return order(a.number, b.number);
  }
  if (a.type != b.type) return std::nullopt;
  if (a.type == Type::string) return order(a.text, b.text);
  if (a.type == Type::boolean || a.type == Type::date || a.type == Type::date_time) return order(a.number, b.number);
  return std::nullopt;
}

std::strong_ordering sort_order(const Value& a, const Value& b) {
  if (rank_of(a) != rank_of(b)) return rank_of(a) <=> rank_of(b);
  if (a.is_error()) return std::strong_ordering::equal;
  if (const auto known = compare(a, b); known && *known != std::strong_ordering::equal) return *known;
  if (kind_of_literal(a.type) != kind_of_literal(b.type)) return kind_of_literal(a.type) <=> kind_of_literal(b.type);
  if (a.is_number() && b.is_number() && a.number != b.number) return order(a.number, b.number);
  const auto by_text = order(lexical_form(a), lexical_form(b));
  return by_text != std::strong_ordering::equal ? by_text : order(a.tag, b.tag);
}

Value calculate(char operation, const Value& a, const Value& b) {
  if (!a.is_number() || !b.is_number()) return {};
  Type type = std::max(a.type, b.type);
  switch (operation) {
    case '+':
      return make_number(a.number + b.number, type);
    case '-':
      return make_number(a.number - b.number, type);
    case '*':
      return make_number(a.number * b.number, type);
    default:
      if (type == Type::integer) type = Type::decimal;
      if (b.number == 0 && type != Type::floating) return {};
      return make_number(a.number / b.number, type);
  }
}

}  // namespace depeche::sparql
