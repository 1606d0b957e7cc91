#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rdf/iri.hpp"

namespace depeche::rdf {

/// The datatype of a literal. `other` is one that is carried along unchecked, `language_string` has a language tag.
enum class Datatype : std::uint8_t {
  string,
  language_string,
  boolean,
  integer,
  decimal,
  date,
  year,
  year_month,
  other
};

/// An RDF literal. Its text is valid UTF-8 without NUL; where its datatype is one of the known ones the text is a
/// canonical lexical form of it. Cannot hold anything else.
class Literal {
 public:
  const std::string& text() const { return text_; }
  Datatype datatype() const { return datatype_; }
  /// Language tag in lower case; empty if there is none.
  std::string_view language() const { return datatype_ == Datatype::language_string ? qualifier_ : std::string_view(); }
  /// IRI of the datatype, also for plain and language-tagged strings.
  std::string_view datatype_iri() const;
  auto operator<=>(const Literal&) const = default;

 private:
  friend class LiteralMaker;
  Literal(std::string text, Datatype datatype, std::string qualifier = {})
      : text_(std::move(text)), datatype_(datatype), qualifier_(std::move(qualifier)) {}
  std::string text_;
  Datatype datatype_;
  std::string qualifier_;  ///< language tag, or IRI of an `other` datatype
};

/// A plain string. Fails on invalid UTF-8 and on NUL, which no RDF syntax can carry everywhere.
Result<Literal> make_string(std::string_view text);

/// A string in a language. Fails as make_string does, or if the tag is not well formed (BCP 47). The tag is kept in
/// lower case, because stores differ on "fr-FR" and "fr-fr".
Result<Literal> make_language_string(std::string_view text, std::string_view language);

/// A string in a language, from a text that was checked before: what a literal cannot hold becomes U+FFFD, and with a
/// tag that is not well formed the string is plain. Never fails.
Literal text_literal(std::string_view text, std::string_view language);

Literal make_boolean(bool value);
Literal make_integer(std::int64_t value);

/// An xsd:decimal in canonical form: no sign +, no needless zero, at least one digit on both sides of the point
/// ("080" gives "80.0", "-.50" gives "-0.5", "-0" gives "0.0"). Fails on anything but digits, sign and one point.
Result<Literal> make_decimal(std::string_view text);

/// The same from a number, rounded to at most `digits` (0 to 9) places. Fails on infinities, NaN and beyond 1e15.
Result<Literal> make_decimal(double value, int digits);

/// xsd:date, xsd:gYearMonth, xsd:gYear. Fail on days that the Gregorian calendar does not have and on years outside
/// 1 to 9999.
Result<Literal> make_date(int year, int month, int day);
Result<Literal> make_year_month(int year, int month);
Result<Literal> make_year(int year);

/// A literal of any datatype: text of a known one is checked and brought into canonical form. Fails as those do;
/// rdf:langString and xsd:dateTime-like types without a maker are `other` and only checked as strings.
Result<Literal> make_typed(std::string_view text, const Iri& datatype);

/// True if the tag is well formed by the grammar of BCP 47 (RFC 5646, section 2.1), without a look into the registry.
bool is_language_tag(std::string_view tag);

}  // namespace depeche::rdf
