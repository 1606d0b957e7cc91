#include "rdf/ntriples.hpp"

#include <fmt/format.h>

namespace depeche::rdf {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        } else {
          out += c;
        }
    }
  }
}

}  // namespace

void append_ntriples(std::string& out, const Iri& iri) {
  out += '<';
  out += iri.text();
  out += '>';
}

void append_ntriples(std::string& out, const Term& term) {
  if (const auto* const iri = std::get_if<Iri>(&term)) return append_ntriples(out, *iri);
  const Literal& literal = std::get<Literal>(term);
  out += '"';
  append_escaped(out, literal.text());
  out += '"';
  if (literal.datatype() == Datatype::language_string) {
    out.append("@").append(literal.language());
  } else if (literal.datatype() != Datatype::string) {
    out.append("^^<").append(literal.datatype_iri()).append(">");
  }
}

std::string to_ntriples(const Statement& statement) {
  std::string out;
  append_ntriples(out, statement.subject);
  out += ' ';
  append_ntriples(out, statement.predicate);
  out += ' ';
  append_ntriples(out, statement.object);
  out += " .";
  return out;
}

}  // namespace depeche::rdf
