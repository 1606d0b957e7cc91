#include "sparql/results.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

#include "sparql/evaluate_graph.hpp"
#include "sparql/names.hpp"

namespace depeche::sparql {
namespace {

using Kind = rdf::ReadTerm::Kind;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const std::size_t at = std::string_view("\t\n\r\"\\").find(c);
    if (at == std::string_view::npos) {
      out += c;
    } else {
      out += {'\\', "tnr\"\\"[at]};
    }
  }
  return out;
}

std::string turtle_term(const rdf::ReadTerm& term) {
  if (term.kind == Kind::iri) return "<" + term.text + ">";
  if (term.kind == Kind::blank) return "_:" + term.text;
  if (term.datatype == xsd::integer || term.datatype == xsd::decimal) return term.text;
  std::string out = "\"" + escaped(term.text) + "\"";
  if (!term.language.empty()) return out + "@" + term.language;
  return term.datatype.empty() ? out : out + "^^<" + term.datatype + ">";
}

/// True for a number that Turtle takes without quotes as what it is.
bool is_plain_number(const rdf::ReadTerm& term) {
  std::string_view digits = term.text;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
  const std::size_t dot = digits.find('.');
  const auto all_digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (term.datatype == xsd::integer) return all_digits(digits);
  return term.datatype == xsd::decimal && dot != std::string_view::npos && all_digits(digits.substr(0, dot)) &&
         all_digits(digits.substr(dot + 1));
}

/// A term as N-Triples write it; in Turtle with prefixes, and numbers as such.
std::string graph_term(const rdf::ReadTerm& term, const rdf::Prefixes* prefixes) {
  std::string out;
  if (term.kind == Kind::iri && prefixes != nullptr && prefixes->abbreviate(term.text, out)) return out;
  if (term.kind != Kind::literal) return turtle_term(term);
  if (prefixes != nullptr && is_plain_number(term)) return term.text;
  out = "\"" + escaped(term.text) + "\"";
  if (!term.language.empty()) return out + "@" + term.language;
  if (term.datatype.empty()) return out;
  return out + "^^" + graph_term({Kind::iri, term.datatype, "", ""}, prefixes);
}

/// Columns and rows with a separator; the cells by `form`.
template <class Form>
void write_rows(const Answer& answer, ByteSink& sink, char separator, Form form) {
  for (const std::vector<Cell>& row : answer.rows) {
    std::string line;
    for (const Cell& cell : row) {
      if (&cell != row.data()) line += separator;
      if (cell) line += form(*cell);
    }
    sink.write(line + (separator == ',' ? "\r\n" : "\n"));
  }
}

rdf::ReadTerm read_term(const nlohmann::json& json) {
  const std::string type = json.at("type");
  rdf::ReadTerm term;
  term.kind = type == "uri" ? Kind::iri : type == "bnode" ? Kind::blank : Kind::literal;
  term.text = json.at("value");
  term.language = json.value("xml:lang", "");
  term.datatype = json.value("datatype", "");
  if (term.datatype == xsd::string || !term.language.empty()) term.datatype.clear();
  return term;
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

void write_csv(const Answer& answer, ByteSink& sink) {
  if (answer.form == Query::Form::ask) return sink.write(answer.yes ? "true\r\n" : "false\r\n");
  std::string line;
  for (const std::string& column : answer.columns) line += (line.empty() ? "" : ",") + column;
  sink.write(line + "\r\n");
  write_rows(answer, sink, ',', [](const rdf::ReadTerm& term) {
    return term.kind == Kind::blank ? "_:" + term.text : csv_field(term.text);
  });
}

void write_tsv(const Answer& answer, ByteSink& sink) {
  if (answer.form == Query::Form::ask) return sink.write(answer.yes ? "true\n" : "false\n");
  std::string line;
  for (const std::string& column : answer.columns) line += (line.empty() ? "?" : "\t?") + column;
  sink.write(line + "\n");
  write_rows(answer, sink, '\t', turtle_term);
}

void write_json(const Answer& answer, ByteSink& sink) {
  using nlohmann::ordered_json;
  if (answer.form == Query::Form::ask) {
    return sink.write(ordered_json{{"head", ordered_json::object()}, {"boolean", answer.yes}}.dump() + "\n");
  }
  sink.write("{\"head\":{\"vars\":" + ordered_json(answer.columns).dump() + "},\"results\":{\"bindings\":[");
  const char* before = "\n";
  for (const std::vector<Cell>& row : answer.rows) {
    ordered_json bindings = ordered_json::object();
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (!row[c]) continue;
      const rdf::ReadTerm& term = *row[c];
      const char* const type = term.kind == Kind::iri ? "uri" : term.kind == Kind::blank ? "bnode" : "literal";
      ordered_json& json = bindings[answer.columns[c]] = {{"type", type}, {"value", term.text}};
      if (!term.language.empty()) json["xml:lang"] = term.language;
      if (!term.datatype.empty()) json["datatype"] = term.datatype;
    }
    sink.write(before + bindings.dump());
    before = ",\n";
  }
  sink.write("\n]}}\n");
}

void write_ntriples(const Answer& answer, ByteSink& sink) {
  for (const Triple& t : answer.triples) {
    sink.write(graph_term(t[0], nullptr) + " " + graph_term(t[1], nullptr) + " " + graph_term(t[2], nullptr) + " .\n");
  }
}

void write_turtle(const Answer& answer, const rdf::Prefixes& prefixes, ByteSink& sink) {
  std::string body;
  for (std::size_t i = 0; i < answer.triples.size(); ++i) {
    const Triple& t = answer.triples[i];
    const bool same_subject = i > 0 && answer.triples[i - 1][0] == t[0];
    const bool same_predicate = same_subject && answer.triples[i - 1][1] == t[1];
    if (!same_subject) body += (i > 0 ? " .\n\n" : "\n") + graph_term(t[0], &prefixes);
    if (!same_predicate) {
      body += same_subject ? " ;\n\t" : "\n\t";
      body += t[1].text == rdf_type ? "a" : graph_term(t[1], &prefixes);
    }
    body += (same_predicate ? " , " : " ") + graph_term(t[2], &prefixes);
  }
  for (const rdf::Prefixes::Entry& entry : prefixes.entries()) {
    bool occurs = false;
    for (const char* before : {"\n", "\t", " ", "^^"})
      occurs |= body.find(before + entry.name + ":") != std::string::npos;
    if (occurs) sink.write("@prefix " + entry.name + ": <" + std::string(entry.space.text()) + "> .\n");
  }
  sink.write(body + (body.empty() ? "" : " .\n"));
}

Result<Answer> read_ntriples(std::string_view text) {
  Answer answer;
  answer.form = Query::Form::construct;
  Diagnostics faults;
  rdf::read_quads(
      text, rdf::Syntax::ntriples, "answer",
      [&](rdf::ReadQuad&& q) {
        answer.triples.push_back({std::move(q.subject), std::move(q.predicate), std::move(q.object)});
      },
      faults);
  put_in_order(answer.triples);
  if (faults.empty()) return answer;
  return fail(fmt::format("the answer is neither SPARQL results in JSON nor N-Triples: line {}: {}", faults[0].line,
                          faults[0].message));
}

Result<Answer> read_json(std::string_view text) {
  try {
    const auto json = nlohmann::json::parse(text);
    Answer answer;
    if (json.contains("boolean")) {
      answer.form = Query::Form::ask;
      answer.yes = json.at("boolean");
      return answer;
    }
    answer.columns = json.at("head").at("vars");
    for (const auto& bindings : json.at("results").at("bindings")) {
      std::vector<Cell> row(answer.columns.size());
      for (std::size_t c = 0; c < row.size(); ++c) {
        const auto at = bindings.find(answer.columns[c]);
        if (at != bindings.end()) row[c] = read_term(*at);
      }
      answer.rows.push_back(std::move(row));
    }
    return answer;
  } catch (const nlohmann::json::exception& e) {
    return fail(std::string("the answer is not SPARQL results in JSON: ") + e.what());
  }
}

std::string cell_text(const Cell& cell, const rdf::Prefixes& prefixes) {
  if (!cell) return {};
  if (cell->kind == Kind::blank) return "_:" + cell->text;
  std::string out;
  if (cell->kind == Kind::iri && prefixes.abbreviate(cell->text, out)) return out;
  return cell->text;
}

}  // namespace depeche::sparql
