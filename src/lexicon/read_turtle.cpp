// Turtle as tables: each entity becomes a row of the table of its class, so that it is checked as any other row is, and
// every piece of the row remembers the line of the Turtle file that it comes from.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "lexicon/builder.hpp"
#include "rdf/reader.hpp"

namespace depeche::lexicon {

namespace {

constexpr std::string_view dp = "https://w3id.org/depeche/ontology#";
constexpr std::string_view wikidata = "http://www.wikidata.org/entity/";

struct Class {
  std::string_view name;
  TableKind kind;
};
constexpr std::array<Class, 4> classes = {{{"Person", TableKind::persons},
                                           {"Organization", TableKind::organisations},
                                           {"Country", TableKind::countries},
                                           {"Place", TableKind::places}}};

/// What a property says, by the column that says it in the tables.
struct Property {
  std::string_view name, column;
};
constexpr std::array<Property, 12> properties = {{{"isoCode", "iso"},
                                                  {"gender", "gender"},
                                                  {"number", "number"},
                                                  {"kind", "type"},
                                                  {"acronym", "acronyms"},
                                                  {"office", "offices"},
                                                  {"capital", "capital"},
                                                  {"seat", "seats"},
                                                  {"demonymNoun", "demonym_nouns"},
                                                  {"demonymAdjective", "demonym_adjectives"},
                                                  {"demonymPrefix", "prefixes"},
                                                  {"lift", "lift"}}};

struct Value {
  std::string text;
  std::uint32_t line = 0;
};

struct Entity {
  std::string iri;
  std::uint32_t line = 0;  ///< of its first statement
  const TableFormat* format = nullptr;
  std::map<std::string_view, std::vector<Value>> cells;  ///< by column
};

const TableFormat* find_format(TableKind kind) {
  const auto formats = table_formats();
  return &*std::find_if(formats.begin(), formats.end(), [&](const TableFormat& f) { return f.kind == kind; });
}

/// The faults of one Turtle file, told by line.
class Faults {
 public:
  Faults(const std::string& file, std::string_view text, Diagnostics& diagnostics)
      : file_(file), text_(text), diagnostics_(diagnostics) {}

  void add(std::uint32_t line, std::string_view code, std::string message, std::string hint = {}) {
    Diagnostic d;
    d.code = code;
    d.file = file_;
    d.line = line;
    d.message = std::move(message);
    d.source_line = line_of(text_, line);
    d.hint = std::move(hint);
    diagnostics_.push_back(std::move(d));
  }

 private:
  const std::string& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
};

template <class List>
std::vector<std::string_view> names_of(const List& list) {
  std::vector<std::string_view> names;
  for (const auto& entry : list) names.push_back(entry.name);
  return names;
}

void set_class(Entity& entity, const rdf::ReadTriple& triple, Faults& faults) {
  const std::string_view iri = triple.object.text;
  if (!iri.starts_with(dp)) return;  // whatever else it may be
  const std::string_view name = iri.substr(dp.size());
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const Class& c) { return c.name == name; });
  if (found == classes.end()) {
    faults.add(triple.line, "names-unknown-class", fmt::format("unknown class 'dp:{}'", name),
               did_you_mean(name, names_of(classes)));
    return;
  }
  const TableFormat* const format = find_format(found->kind);
  if (entity.format != nullptr && entity.format != format) {
    faults.add(triple.line, "names-two-classes", fmt::format("<{}> has another class already", entity.iri));
    return;
  }
  entity.format = format;
}

/// The column that a property fills; empty for properties of others, which are passed over.
std::string_view column_of(const rdf::ReadTriple& triple, Faults& faults) {
  const std::string_view iri = triple.predicate.text;
  if (iri == "http://www.w3.org/2000/01/rdf-schema#label") return "label";
  if (iri == "http://www.w3.org/2004/02/skos/core#altLabel") return "names";
  if (!iri.starts_with(dp)) return {};
  const std::string_view name = iri.substr(dp.size());
  const auto found =
      std::find_if(properties.begin(), properties.end(), [&](const Property& p) { return p.name == name; });
  if (found != properties.end()) return found->column;
  faults.add(triple.line, "names-unknown-property", fmt::format("unknown property 'dp:{}'", name),
             did_you_mean(name, names_of(properties)));
  return {};
}

void add_value(Entity& entity, const rdf::ReadTriple& triple, Faults& faults) {
  const std::string_view column = column_of(triple, faults);
  if (column.empty()) return;
  const rdf::ReadTerm& object = triple.object;
  if (object.kind != rdf::ReadTerm::Kind::literal) {
    faults.add(triple.line, "names-bad-value", "expected a text in quotes");
    return;
  }
  const bool french = object.language.empty() || object.language == "fr" || object.language.starts_with("fr-");
  if (!french) return;  // names in other languages are no names in the articles
  if (object.text.empty() || object.text == "-" || object.text.find_first_of("\t\r\n|") != std::string::npos) {
    faults.add(triple.line, "names-bad-value", "a name is not empty, no '-' alone, and has no '|', tab or line end");
    return;
  }
  std::vector<Value>& values = entity.cells[column];
  const bool list = column != "label" && column != "iso" && column != "gender" && column != "number" &&
                    column != "type" && column != "lift";
  if (!list && !values.empty()) {
    faults.add(triple.line, "names-two-values", "an entity has one of these, and this is the second",
               column == "label" ? "further names are given with skos:altLabel" : "");
    return;
  }
  values.push_back({object.text, triple.line});
}

std::vector<Entity> collect(const std::vector<rdf::ReadTriple>& triples, Faults& faults) {
  std::vector<Entity> entities;
  std::map<std::string_view, std::size_t> index;
  for (const rdf::ReadTriple& triple : triples) {
    if (triple.subject.kind != rdf::ReadTerm::Kind::iri) {
      faults.add(triple.line, "names-bad-subject", "an entity needs an IRI");
      continue;
    }
    const auto [at, added] = index.try_emplace(triple.subject.text, entities.size());
    if (added) entities.push_back({triple.subject.text, triple.line, nullptr, {}});
    Entity& entity = entities[at->second];
    if (triple.predicate.text == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type") {
      set_class(entity, triple, faults);
    } else {
      add_value(entity, triple, faults);
    }
  }
  return entities;
}

void append(Source& table, std::string_view text, std::uint32_t line) {
  table.origins.push_back({table.text.size(), line});
  table.text += text;
}

void append_row(Source& table, Entity& entity, Faults& faults) {
  for (const Column& column : entity.format->columns) {
    if (&column != entity.format->columns.data()) append(table, "\t", entity.line);
    const auto cell = entity.cells.extract(column.name);
    if (column.name == "qid" && entity.iri.starts_with(wikidata)) {
      append(table, std::string_view(entity.iri).substr(wikidata.size()), entity.line);
    } else if (cell.empty() || cell.mapped().empty()) {
      append(table, "-", entity.line);
    } else {
      for (const Value& value : cell.mapped()) {
        if (&value != cell.mapped().data()) append(table, "|", value.line);
        append(table, value.text, value.line);
      }
    }
  }
  append(table, "\n", entity.line);
  for (const auto& [column, values] : entity.cells) {
    if (values.empty()) continue;
    faults.add(values.front().line, "names-unknown-property",
               fmt::format("entities of this class have no '{}' ({})", column, entity.format->file_name));
  }
}

}  // namespace

void Builder::read_turtle(const std::string& file, const std::string& text) {
  const std::size_t before = diagnostics_.size();
  const auto triples = rdf::read_turtle(text, file, diagnostics_);
  if (diagnostics_.size() > before) return;  // what is missing would bring faults that are none
  Faults faults(file, text, diagnostics_);
  std::vector<Entity> entities = collect(triples, faults);
  if (entities.empty()) faults.add(0, "names-empty", "the file names nobody");
  for (const Entity& entity : entities) {
    if (entity.format != nullptr) continue;
    faults.add(entity.line, "names-no-class", fmt::format("<{}> has no class", entity.iri),
               "expected 'a dp:Person', 'a dp:Organization', 'a dp:Country' or 'a dp:Place'");
  }
  for (const Class& one : classes) {
    const TableFormat* const format = find_format(one.kind);
    Source table{file, {}, {}, text};
    for (const Column& column : format->columns) {
      append(table, &column == format->columns.data() ? "" : "\t", 1);
      append(table, column.name, 1);
    }
    append(table, "\n", 1);
    const std::size_t header = table.text.size();
    for (Entity& entity : entities) {
      if (entity.format == format) append_row(table, entity, faults);
    }
    if (table.text.size() > header) read(sources_.emplace_back(std::move(table)), one.kind, true);
  }
}

}  // namespace depeche::lexicon
