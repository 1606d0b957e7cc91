#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "rdf/reader.hpp"

namespace depeche::sparql {

/// What an expression comes to.
struct Value {
  enum class Type : std::uint8_t {
    error,  ///< no value: an unbound variable, a type that does not fit, a division by zero
    iri,
    blank,
    string,
    language_string,
    boolean,
    integer,
    decimal,
    floating,
    date,
    date_time,
    other  ///< a literal of another datatype, or one that is not well formed
  };
  Type type = Type::error;
  std::string text;        ///< IRI, label or lexical form; of numbers it may be empty: then `number` alone counts
  std::string tag;         ///< language or IRI of the datatype
  long double number = 0;  ///< numbers; booleans 0 and 1; dates and times in seconds since 1970 (without zone: UTC)

  bool is_error() const { return type == Type::error; }
  bool is_number() const { return type == Type::integer || type == Type::decimal || type == Type::floating; }
  bool is_text() const { return type == Type::string || type == Type::language_string; }
  bool is_literal() const { return type >= Type::string; }
};

Value make_string(std::string text, std::string language = {});
Value make_boolean(bool value);
Value make_number(long double number, Value::Type type);
Value make_iri(std::string iri);

Value value_of(const rdf::ReadTerm& term);
/// The term of a value that is no error.
rdf::ReadTerm term_of(const Value& value);
/// The lexical form of a literal, the text of an IRI.
std::string lexical_form(const Value& value);

/// The effective boolean value (SPARQL 1.1, 17.2.2); none is a type error.
std::optional<bool> truth(const Value& value);
/// Equality as the operator = has it; none where the types do not let one tell.
std::optional<bool> equal(const Value& a, const Value& b);
/// Order as < and > have it: between numbers, strings, booleans, dates; none otherwise.
std::optional<std::strong_ordering> compare(const Value& a, const Value& b);
/// A total order for ORDER BY, MIN and MAX: no value, blank nodes, IRIs, literals; among literals what `compare` says,
/// else by kind and text.
std::strong_ordering sort_order(const Value& a, const Value& b);
/// + - * /
Value calculate(char operation, const Value& a, const Value& b);

}  // namespace depeche::sparql
