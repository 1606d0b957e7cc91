#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "rdf/writer.hpp"

namespace depeche::rdf {

/// A term as a Turtle document writes it, with prefixes and relative references resolved.
struct ReadTerm {
  enum class Kind : std::uint8_t { iri, literal, blank };
  Kind kind = Kind::iri;
  std::string text;      ///< IRI, lexical form (escapes resolved) or blank node label
  std::string datatype;  ///< IRI; literals only, empty for plain ones
  std::string language;  ///< literals only, as written
  bool operator==(const ReadTerm&) const = default;
};

struct ReadTriple {
  ReadTerm subject, predicate, object;
  std::uint32_t line = 0;  ///< 1-based line on which the object ends
};

/// A statement of a document with named graphs. A graph without text is the default graph.
struct ReadQuad : ReadTriple {
  ReadTerm graph;
};

/// Reads a document in any of the four syntaxes, held in memory, and hands on its statements as they come. `file` names
/// it in diagnostics. Faults are reported as by read_turtle; what stands before a syntax error is handed on.
void read_quads(std::string_view text, Syntax syntax, const std::string& file,
                const std::function<void(ReadQuad&&)>& take, Diagnostics& diagnostics);

/// Reads a Turtle document that we or the user wrote (ontology, vocabulary): small, held in memory. `file` names it in
/// diagnostics and is the base of relative references. Syntax errors, undefined prefixes, bad UTF-8 and characters that
/// no IRI may hold are reported to `diagnostics` with line and column; what could be read up to an error is returned.
std::vector<ReadTriple> read_turtle(std::string_view text, const std::string& file, Diagnostics& diagnostics);

/// The same for N-Quads and N-Triples; names of graphs are passed over.
std::vector<ReadTriple> read_nquads(std::string_view text, const std::string& file, Diagnostics& diagnostics);

}  // namespace depeche::rdf
