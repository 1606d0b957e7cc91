#include "rdf/literal.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>

#include "base/utf8.hpp"

namespace depeche::rdf {
namespace {

constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

/// In the order of Datatype, without `other`.
constexpr std::array<std::string_view, 8> datatype_iris = {
    "http://www.w3.org/2001/XMLSchema#string",  "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    "http://www.w3.org/2001/XMLSchema#boolean", "http://www.w3.org/2001/XMLSchema#integer",
    "http://www.w3.org/2001/XMLSchema#decimal", "http://www.w3.org/2001/XMLSchema#date",
    "http://www.w3.org/2001/XMLSchema#gYear",   "http://www.w3.org/2001/XMLSchema#gYearMonth"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Result<void> check_text(std::string_view text) {
  if (const std::size_t bad = utf8::find_invalid(text); bad != std::string_view::npos) {
    return fail(fmt::format("invalid UTF-8 in a literal at byte {}", bad));
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return fail(fmt::format("NUL in a literal at byte {}", nul));
  }
  return {};
}

/// What a literal cannot hold, replaced by U+FFFD: one for each byte.
std::string repaired(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t good = std::min(utf8::find_invalid(text), text.find('\0'));
    out += text.substr(0, good);
    if (good == std::string_view::npos) break;
    out += "\uFFFD";
    text.remove_prefix(good + 1);
  }
  return out;
}

/// Sign, digits without leading zeros ("" for zero), digits behind the point without trailing zeros.
struct Number {
  bool negative = false;
  std::string_view whole, fraction;
};

bool parse_number(std::string_view text, bool point_allowed, Number& out) {
  std::size_t at = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) out.negative = text[at++] == '-';
  std::size_t count = digits_at(text, at);
  out.whole = text.substr(at, count);
  at += count;
  if (point_allowed && at < text.size() && text[at] == '.') {
    count = digits_at(text, ++at);
    out.fraction = text.substr(at, count);
    at += count;
  }
  if (at != text.size() || (out.whole.empty() && out.fraction.empty())) return false;
  while (!out.whole.empty() && out.whole.front() == '0') out.whole.remove_prefix(1);
  while (!out.fraction.empty() && out.fraction.back() == '0') out.fraction.remove_suffix(1);
  if (out.whole.empty() && out.fraction.empty()) out.negative = false;
  return true;
}

std::string_view or_zero(std::string_view digits) {
  return digits.empty() ? "0" : digits;
}

/// A number of exactly `count` digits at `at`, which moves behind it; -1 if there is none.
int fixed_number(std::string_view text, std::size_t& at, std::size_t count) {
  if (digits_at(text, at) != count) return -1;
  int value = 0;
  for (const std::size_t end = at + count; at < end; ++at) value = 10 * value + (text[at] - '0');
  return value;
}

}  // namespace

/// The only place where literals are put together.
class LiteralMaker {
 public:
  static Literal make(std::string text, Datatype datatype, std::string qualifier = {}) {
    return {std::move(text), datatype, std::move(qualifier)};
  }
};

std::string_view Literal::datatype_iri() const {
  return datatype_ == Datatype::other ? std::string_view(qualifier_)
                                      : datatype_iris[static_cast<std::size_t>(datatype_)];
}

Result<Literal> make_string(std::string_view text) {
  if (const auto checked = check_text(text); !checked) return tl::unexpected<Error>(checked.error());
  return LiteralMaker::make(std::string(text), Datatype::string);
}

Result<Literal> make_language_string(std::string_view text, std::string_view language) {
  if (const auto checked = check_text(text); !checked) return tl::unexpected<Error>(checked.error());
  if (!is_language_tag(language)) return fail(fmt::format("'{}' is not a language tag", repaired(language)));
  return LiteralMaker::make(std::string(text), Datatype::language_string, lower_ascii(language));
}

Literal text_literal(std::string_view text, std::string_view language) {
  std::string good = check_text(text) ? std::string(text) : repaired(text);
  if (!is_language_tag(language)) return LiteralMaker::make(std::move(good), Datatype::string);
  return LiteralMaker::make(std::move(good), Datatype::language_string, lower_ascii(language));
}

Literal make_boolean(bool value) {
  return LiteralMaker::make(value ? "true" : "false", Datatype::boolean);
}
Literal make_integer(std::int64_t value) {
  return LiteralMaker::make(std::to_string(value), Datatype::integer);
}

Result<Literal> make_decimal(std::string_view text) {
  Number number;
  if (!parse_number(text, true, number)) return fail(fmt::format("'{}' is not a decimal number", repaired(text)));
  return LiteralMaker::make(
      fmt::format("{}{}.{}", number.negative ? "-" : "", or_zero(number.whole), or_zero(number.fraction)),
      Datatype::decimal);
}

Result<Literal> make_decimal(double value, int digits) {
  if (!std::isfinite(value) || std::abs(value) > 1e15) return fail(fmt::format("{} is not a decimal number", value));
  return make_decimal(fmt::format("{:.{}f}", value, digits < 0 ? 0 : digits > 9 ? 9 : digits));
}

Result<Literal> make_year(int year) {
  if (year < 1 || year > 9999) return fail(fmt::format("{} is not a year between 1 and 9999", year));
  return LiteralMaker::make(fmt::format("{:04}", year), Datatype::year);
}

Result<Literal> make_year_month(int year, int month) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return fail(fmt::format("{}-{} is not a month", year, month));
  return LiteralMaker::make(fmt::format("{:04}-{:02}", year, month), Datatype::year_month);
}

Result<Literal> make_date(int year, int month, int day) {
  const bool plausible = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!plausible || !(std::chrono::year(year) / month / day).ok()) {
    return fail(fmt::format("{}-{}-{} is not a date", year, month, day));
  }
  return LiteralMaker::make(fmt::format("{:04}-{:02}-{:02}", year, month, day), Datatype::date);
}

Result<Literal> make_typed(std::string_view text, const Iri& datatype) {
  const std::string_view iri = datatype.text();
  if (const auto checked = check_text(text); !checked) return tl::unexpected<Error>(checked.error());
  const auto misfit = [&] { return fail(fmt::format("'{}' is not a value of <{}>", text, iri)); };
  const std::string_view name = iri.substr(0, xsd.size()) == xsd ? iri.substr(xsd.size()) : std::string_view();
  if (name == "string") return make_string(text);
  if (name == "boolean") {
    if (text == "true" || text == "1") return make_boolean(true);
    if (text == "false" || text == "0") return make_boolean(false);
    return misfit();
  }
  if (name == "decimal") return make_decimal(text);
  if (name == "integer") {
    Number number;
    if (!parse_number(text, false, number)) return misfit();
    return LiteralMaker::make((number.negative ? "-" : "") + std::string(or_zero(number.whole)), Datatype::integer);
  }
  if (name == "date" || name == "gYear" || name == "gYearMonth") {
    // Time zones are not carried: a date with one is another value space, and no writer of ours makes it.
    std::size_t at = 0;
    const int year = fixed_number(text, at, 4);
    int month = 0, day = 0;
    if (name != "gYear") month = at < text.size() && text[at] == '-' ? fixed_number(text, ++at, 2) : -1;
    if (name == "date") day = at < text.size() && text[at] == '-' ? fixed_number(text, ++at, 2) : -1;
    if (at != text.size()) return misfit();
    return name == "date"    ? make_date(year, month, day)
           : name == "gYear" ? make_year(year)
                             : make_year_month(year, month);
  }
  return LiteralMaker::make(std::string(text), Datatype::other, std::string(iri));
}

}  // namespace depeche::rdf
