#pragma once
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "base/result.hpp"
#include "rdf/prefixes.hpp"
#include "sparql/evaluate.hpp"

// The forms in which answers travel (SPARQL 1.1 Query Results CSV and TSV Formats, and JSON Format; N-Triples and
// Turtle where they are graphs).
namespace depeche::sparql {

/// Lines end in CR LF; IRIs and literals by their text alone. ASK: one column without a name, true or false.
void write_csv(const Answer& answer, ByteSink& sink);
/// Terms as in Turtle, without prefixes.
void write_tsv(const Answer& answer, ByteSink& sink);
void write_json(const Answer& answer, ByteSink& sink);

/// The triples of a graph, a line each.
void write_ntriples(const Answer& answer, ByteSink& sink);
/// The same as Turtle, with those of the prefixes that occur.
void write_turtle(const Answer& answer, const rdf::Prefixes& prefixes, ByteSink& sink);

/// Reads what write_json or a store writes. Fails if it is not such a document.
Result<Answer> read_json(std::string_view text);
/// Reads what write_ntriples or a store writes: the answer to CONSTRUCT or DESCRIBE.
Result<Answer> read_ntriples(std::string_view text);

/// A cell for people: IRIs with their prefix, literals by their text.
std::string cell_text(const Cell& cell, const rdf::Prefixes& prefixes);

/// A field of a CSV file by RFC 4180: in quotes where it holds a comma, a quote or a line end.
std::string csv_field(std::string_view text);

}  // namespace depeche::sparql
