#pragma once
#include <string_view>

// IRIs that the query language itself speaks of.
namespace depeche::sparql {

inline constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view rdf_lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

namespace xsd {
inline constexpr std::string_view space = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view decimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view floating = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view single = "http://www.w3.org/2001/XMLSchema#float";
inline constexpr std::string_view date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view date_time = "http://www.w3.org/2001/XMLSchema#dateTime";
}  // namespace xsd

}  // namespace depeche::sparql
