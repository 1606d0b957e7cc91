#include "sparql/functions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/regex.hpp"
#include "base/utf8.hpp"
#include "rdf/iri.hpp"
#include "sparql/names.hpp"
#include "sparql/time_of.hpp"

namespace depeche::sparql {
namespace {

using Type = Value::Type;
using Arguments = std::span<const Value>;

/// The result of a string function on `from`: it keeps its language.
Value like(const Value& from, std::string text) {
  return make_string(std::move(text), from.type == Type::language_string ? from.tag : std::string());
}

/// The rule for two strings: the second has no language, or that of the first.
bool fit(const Value& a, const Value& b) {
  return a.is_text() && b.is_text() && (b.type == Type::string || (a.type == b.type && a.tag == b.tag));
}

Value str(Arguments a) {
  if (a[0].is_error() || a[0].type == Type::blank) return {};
  return make_string(lexical_form(a[0]));
}
Value lang(Arguments a) {
  if (!a[0].is_literal()) return {};
  return make_string(a[0].type == Type::language_string ? a[0].tag : std::string());
}
Value datatype(Arguments a) {
  if (!a[0].is_literal()) return {};
  if (a[0].type == Type::string) return make_iri(std::string(xsd::string));
  return make_iri(a[0].type == Type::language_string ? std::string(rdf_lang_string) : a[0].tag);
}
Value lang_matches(Arguments a) {
  if (a[0].type != Type::string || a[1].type != Type::string) return {};
  const std::string tag = utf8::lower(a[0].text), range = utf8::lower(a[1].text);
  if (range == "*") return make_boolean(!tag.empty());
  return make_boolean(tag == range ||
                      (tag.starts_with(range) && tag.size() > range.size() && tag[range.size()] == '-'));
}
Value iri(Arguments a) {
  if (a[0].type == Type::iri) return a[0];
  // A relative reference means nothing here.
  const bool absolute = a[0].type == Type::string && rdf::find_iri_fault(a[0].text) == std::string::npos;
  return absolute ? make_iri(a[0].text) : Value{};
}
Value str_lang(Arguments a) {
  if (a[0].type != Type::string || a[1].type != Type::string || a[1].text.empty()) return {};
  return make_string(a[0].text, utf8::lower(a[1].text));
}
Value str_dt(Arguments a) {
  if (a[0].type != Type::string || a[1].type != Type::iri) return {};
  return value_of({rdf::ReadTerm::Kind::literal, a[0].text, a[1].text == xsd::string ? std::string() : a[1].text, {}});
}
Value same_term(Arguments a) {
  if (a[0].is_error() || a[1].is_error()) return {};
  return make_boolean(term_of(a[0]) == term_of(a[1]));
}
template <Type type>
Value is_type(Arguments a) {
  return a[0].is_error() ? Value{} : make_boolean(a[0].type == type);
}
Value is_literal(Arguments a) {
  return a[0].is_error() ? Value{} : make_boolean(a[0].is_literal());
}
Value is_numeric(Arguments a) {
  return a[0].is_error() ? Value{} : make_boolean(a[0].is_number());
}

template <long double (*round)(long double)>
Value rounded(Arguments a) {
  return a[0].is_number() ? make_number(round(a[0].number), a[0].type) : Value{};
}
long double half_up(long double n) {
  return std::floor(n + 0.5L);
}

Value str_len(Arguments a) {
  return a[0].is_text() ? make_number(static_cast<long double>(utf8::length(a[0].text)), Type::integer) : Value{};
}
Value substr(Arguments a) {
  if (!a[0].is_text() || !a[1].is_number() || (a.size() > 2 && !a[2].is_number())) return {};
  const long double first = half_up(a[1].number), end = a.size() > 2 ? first + half_up(a[2].number) : HUGE_VALL;
  std::string out;
  long double position = 1;
  for (std::size_t at = 0; at < a[0].text.size(); ++position) {
    const std::size_t begin = at;
    utf8::next(a[0].text, at);
    if (position >= first && position < end) out += a[0].text.substr(begin, at - begin);
  }
  return like(a[0], std::move(out));
}
Value ucase(Arguments a) {
  return a[0].is_text() ? like(a[0], utf8::upper(a[0].text)) : Value{};
}
Value lcase(Arguments a) {
  return a[0].is_text() ? like(a[0], utf8::lower(a[0].text)) : Value{};
}
Value str_starts(Arguments a) {
  return fit(a[0], a[1]) ? make_boolean(a[0].text.starts_with(a[1].text)) : Value{};
}
Value str_ends(Arguments a) {
  return fit(a[0], a[1]) ? make_boolean(a[0].text.ends_with(a[1].text)) : Value{};
}
Value contains(Arguments a) {
  return fit(a[0], a[1]) ? make_boolean(a[0].text.find(a[1].text) != std::string::npos) : Value{};
}
Value str_before(Arguments a) {
  if (!fit(a[0], a[1])) return {};
  const std::size_t at = a[0].text.find(a[1].text);
  return at == std::string::npos ? make_string("") : like(a[0], a[0].text.substr(0, at));
}
Value str_after(Arguments a) {
  if (!fit(a[0], a[1])) return {};
  const std::size_t at = a[0].text.find(a[1].text);
  return at == std::string::npos ? make_string("") : like(a[0], a[0].text.substr(at + a[1].text.size()));
}
Value encode_for_uri(Arguments a) {
  if (!a[0].is_text()) return {};
  std::string out;
  for (const char c : a[0].text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_.~").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      out += c;
    } else {
      out += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
    }
  }
  return make_string(std::move(out));
}
Value concat(Arguments a) {
  std::string out;
  bool one_language = !a.empty();
  for (const Value& value : a) {
    if (!value.is_text()) return {};
    one_language = one_language && value.type == Type::language_string && value.tag == a[0].tag;
    out += value.text;
  }
  return make_string(std::move(out), one_language ? a[0].tag : std::string());
}
Value regex(Arguments a) {
  if (!a[0].is_text() || a[1].type != Type::string || (a.size() > 2 && a[2].type != Type::string)) return {};
  const auto pattern = Regex::make(a[1].text, a.size() > 2 ? a[2].text : "");
  if (!pattern) return {};
  return make_boolean(pattern->occurs_in(a[0].text));
}
Value replace(Arguments a) {
  if (!a[0].is_text() || a[1].type != Type::string || a[2].type != Type::string) return {};
  const auto pattern = Regex::make(a[1].text, a.size() > 3 ? a[3].text : "");
  if (!pattern) return {};
  auto replaced = pattern->replace(a[0].text, a[2].text);
  return replaced ? like(a[0], std::move(*replaced)) : Value{};
}
Value sha256(Arguments a) {
  return a[0].type == Type::string ? make_string(sha256_hex(a[0].text)) : Value{};
}

template <std::string_view TimeParts::*part>
Value part_of_time(Arguments a) {
  if (a[0].type != Type::date && a[0].type != Type::date_time) return {};
  const std::string digits(parts_of(a[0].text).*part);
  if (digits.empty()) return {};
  const bool seconds = part == &TimeParts::seconds;
  Value number =
      value_of({rdf::ReadTerm::Kind::literal, digits, std::string(seconds ? xsd::decimal : xsd::integer), {}});
  number.text.clear();
  return number;
}
Value tz(Arguments a) {
  if (a[0].type != Type::date && a[0].type != Type::date_time) return {};
  return make_string(std::string(parts_of(a[0].text).zone));
}

constexpr std::size_t any = 1000;

constexpr std::array all{
    Function{"ABS", 1, 1, rounded<std::fabs>},
    Function{"BOUND", 1, 1, nullptr},
    Function{"CEIL", 1, 1, rounded<std::ceil>},
    Function{"COALESCE", 1, any, nullptr},
    Function{"CONCAT", 0, any, concat},
    Function{"CONTAINS", 2, 2, contains},
    Function{"DATATYPE", 1, 1, datatype},
    Function{"DAY", 1, 1, part_of_time<&TimeParts::day>},
    Function{"ENCODE_FOR_URI", 1, 1, encode_for_uri},
    Function{"FLOOR", 1, 1, rounded<std::floor>},
    Function{"HOURS", 1, 1, part_of_time<&TimeParts::hours>},
    Function{"IF", 3, 3, nullptr},
    Function{"IRI", 1, 1, iri},
    Function{"ISBLANK", 1, 1, is_type<Type::blank>},
    Function{"ISIRI", 1, 1, is_type<Type::iri>},
    Function{"ISLITERAL", 1, 1, is_literal},
    Function{"ISNUMERIC", 1, 1, is_numeric},
    Function{"ISURI", 1, 1, is_type<Type::iri>},
    Function{"LANG", 1, 1, lang},
    Function{"LANGMATCHES", 2, 2, lang_matches},
    Function{"LCASE", 1, 1, lcase},
    Function{"MINUTES", 1, 1, part_of_time<&TimeParts::minutes>},
    Function{"MONTH", 1, 1, part_of_time<&TimeParts::month>},
    Function{"REGEX", 2, 3, regex},
    Function{"REPLACE", 3, 4, replace},
    Function{"ROUND", 1, 1, rounded<half_up>},
    Function{"SAMETERM", 2, 2, same_term},
    Function{"SECONDS", 1, 1, part_of_time<&TimeParts::seconds>},
    Function{"SHA256", 1, 1, sha256},
    Function{"STR", 1, 1, str},
    Function{"STRAFTER", 2, 2, str_after},
    Function{"STRBEFORE", 2, 2, str_before},
    Function{"STRDT", 2, 2, str_dt},
    Function{"STRENDS", 2, 2, str_ends},
    Function{"STRLANG", 2, 2, str_lang},
    Function{"STRLEN", 1, 1, str_len},
    Function{"STRSTARTS", 2, 2, str_starts},
    Function{"SUBSTR", 2, 3, substr},
    Function{"TZ", 1, 1, tz},
    Function{"UCASE", 1, 1, ucase},
    Function{"URI", 1, 1, iri},
    Function{"YEAR", 1, 1, part_of_time<&TimeParts::year>},
};

}  // namespace

const Function* find_function(std::string_view upper_case) {
  const auto at = std::lower_bound(all.begin(), all.end(), upper_case,
                                   [](const Function& f, std::string_view name) { return f.name < name; });
  return at != all.end() && at->name == upper_case ? &*at : nullptr;
}

std::string_view nearest_function(std::string_view upper_case) {
  std::vector<std::string_view> names;
  for (const Function& f : all) names.push_back(f.name);
  return nearest_word(upper_case, names);
}

bool depends_on_run(std::string_view upper_case) {
  constexpr std::array<std::string_view, 5> names{"BNODE", "NOW", "RAND", "STRUUID", "UUID"};
  return std::find(names.begin(), names.end(), upper_case) != names.end();
}

bool is_cast(std::string_view iri) {
  constexpr std::array targets{xsd::string,   xsd::boolean, xsd::integer, xsd::decimal,
                               xsd::floating, xsd::single,  xsd::date,    xsd::date_time};
  return std::find(targets.begin(), targets.end(), iri) != targets.end();
}

Value cast(const Value& value, std::string_view iri) {
  if (value.is_error() || value.type == Type::blank) return {};
  if (iri == xsd::string) return make_string(lexical_form(value));
  if (value.type == Type::iri || value.type == Type::language_string) return {};
  const bool number = value.is_number() || value.type == Type::boolean;
  if (iri == xsd::boolean && number) return make_boolean(truth(value).value_or(false));
  if (iri == xsd::integer && number) return make_number(std::trunc(value.number), Type::integer);
  if (iri == xsd::decimal && number) return make_number(value.number, Type::decimal);
  if ((iri == xsd::floating || iri == xsd::single) && number) return make_number(value.number, Type::floating);
  std::string text = lexical_form(value);
  if (iri == xsd::date && value.type == Type::date_time)
    text.erase(text.find('T'), text.find_first_of("Z+-", 11) - text.find('T'));
  if (iri == xsd::date_time && value.type == Type::date) text.insert(10, "T00:00:00");
  Value out = value_of({rdf::ReadTerm::Kind::literal, std::move(text), std::string(iri), {}});
  if (out.type == Type::boolean) return make_boolean(out.number != 0);
  if (out.is_number()) out.text.clear();  // the result is a number in canonical form
  return out.type == Type::other ? Value{} : out;
}

}  // namespace depeche::sparql
