#include "sparql/results.hpp"

#include <nlohmann/json.hpp>

#include <utility>

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
