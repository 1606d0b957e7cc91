#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "graph/builder.hpp"
#include "rdf/writer.hpp"

namespace depeche::graph::sample {

inline constexpr std::uint8_t person = 1, country = 2, organisation = 4;

/// A table of four relation types, one of each kind. Order: by name.
enum Relation : std::uint16_t { accusation, import_, meeting, trade };

inline std::vector<mapping::RelationType> table() {
  std::vector<mapping::RelationType> out(4);
  out[accusation] = {"Accusation", "accuses", "accuser", "accused", "", "", mapping::KeyBucket::month, true, false};
  out[import_] = {"Import", "importsFrom", "importer", "exporter", "commodity", "commodity"};
  out[meeting] = {"Meeting", "metWith", "participant", "participant", "", "", mapping::KeyBucket::day, true, true};
  out[trade] = {"Trade", "tradesWith", "partner", "partner", "commodity", "commodity"};
  out[trade].symmetric = true;
  return out;
}

inline recognise::Entity entity(recognise::ActorKind kind, std::string label, std::string qid, std::string iso = {}) {
  recognise::Entity out;
  out.kind = kind;
  out.local_id = utf8::slug(label);
  out.names = {label};
  out.label = std::move(label);
  out.qid = std::move(qid);
  out.iso = std::move(iso);
  return out;
}

/// Actors of the samples, in this order.
enum Actor : recognise::EntityId { vietnam, russia, to_lam, demir, otan };

/// An article of two sentences with five actors and no claim.
inline extract::Extraction article() {
  extract::Extraction out;
  out.article.id = "dep-1";
  out.article.url = "https://journal.example/monde/armes.html";
  out.article.title = "L’achat d’armes";
  out.article.author = "Ève Martin";
  out.article.publisher = "Le Journal";
  out.article.language = "fr";
  out.article.published = {2024, 6, 20};
  out.article.text =
      "« Hanoï achète 80 % de ses armes à Moscou », dit-on.\nTô Lâm a rencontré Mevlut Demir hier à Genève.";
  out.sentences.resize(2);
  out.sentences[0].begin = 0;
  out.sentences[0].end = static_cast<std::uint32_t>(out.article.text.find('\n'));
  out.sentences[1].begin = out.sentences[0].end + 1;
  out.sentences[1].end = static_cast<std::uint32_t>(out.article.text.size());
  out.entities = {entity(recognise::ActorKind::country, "Viêt Nam", "Q881", "VN"),
                  entity(recognise::ActorKind::country, "Russie", "Q159", "RU"),
                  entity(recognise::ActorKind::person, "Tô Lâm", ""),
                  entity(recognise::ActorKind::person, "Mevlut Demir", ""),
                  entity(recognise::ActorKind::organisation, "Otan", "Q7184", "BE")};
  out.entities[vietnam].names = {"Hanoï", "Viêt Nam"};
  out.entities[russia].names = {"Moscou", "Russie"};
  return out;
}

inline extract::Claim claim(Relation relation, std::vector<recognise::EntityId> subjects,
                            std::vector<recognise::EntityId> objects) {
  extract::Claim out;
  out.relation = relation;
  out.subjects = std::move(subjects);
  out.objects = std::move(objects);
  out.confidence = 0.86;
  out.rule = "fr.test.rule";
  return out;
}

inline extract::Claim import_of_arms() {
  extract::Claim out = claim(import_, {vietnam}, {russia});
  out.qualifiers = {{"commodity", {extract::QualifierValue::Type::concept_, "arms"}}};
  return out;
}

inline recognise::TimeSpan on_day(std::int16_t year, std::uint8_t month, std::uint8_t day) {
  recognise::TimeSpan out;
  out.from = out.to = recognise::Date{year, month, day};
  out.source = recognise::TimeSource::relative;
  return out;
}

inline GraphBuilder builder(const Options& options = {}) {
  return *GraphBuilder::make(table(), options);
}

/// Everything that one builder writes for these articles.
inline std::vector<rdf::Statement> built(const std::vector<extract::Extraction>& articles,
                                         const Options& options = {}) {
  rdf::StatementList out;
  GraphBuilder graph = builder(options);
  for (const extract::Extraction& extraction : articles) graph.add(extraction, out);
  return out.list();
}

/// The statements as abbreviated text, "wd:Q881 dp:importsFrom wd:Q159", with the graph in brackets if there is one.
inline std::string line(const rdf::Statement& statement) {
  const rdf::Prefixes prefixes = Namespaces(rdf::Namespace(default_base)).prefixes();
  const auto name = [&](const rdf::Iri& iri) {
    std::string out;
    if (iri.text() == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type") return std::string("rdf:type");
    return prefixes.abbreviate(iri.text(), out) ? out : "<" + iri.text() + ">";
  };
  std::string out = name(statement.subject) + " " + name(statement.predicate) + " ";
  if (const auto* const iri = std::get_if<rdf::Iri>(&statement.object)) {
    out += name(*iri);
  } else {
    const auto& literal = std::get<rdf::Literal>(statement.object);
    out += "\"" + literal.text() + "\"";
    if (!literal.language().empty()) out += "@" + std::string(literal.language());
  }
  return statement.graph ? out + " [" + name(*statement.graph) + "]" : out;
}

inline std::vector<std::string> lines(const std::vector<rdf::Statement>& statements) {
  std::vector<std::string> out;
  for (const rdf::Statement& statement : statements) out.push_back(line(statement));
  return out;
}

/// The lines that contain a text.
inline std::vector<std::string> lines_with(const std::vector<rdf::Statement>& statements, std::string_view text) {
  std::vector<std::string> out = lines(statements);
  out.erase(
      std::remove_if(out.begin(), out.end(), [&](const std::string& l) { return l.find(text) == std::string::npos; }),
      out.end());
  return out;
}

/// The lines about a subject.
inline std::vector<std::string> lines_of(const std::vector<rdf::Statement>& statements, std::string_view subject) {
  std::vector<std::string> out = lines(statements);
  const std::string start = std::string(subject) + " ";
  out.erase(std::remove_if(out.begin(), out.end(), [&](const std::string& l) { return !l.starts_with(start); }),
            out.end());
  return out;
}

/// Statements of the default graph: the facts.
inline std::vector<rdf::Statement> facts(const std::vector<rdf::Statement>& statements) {
  std::vector<rdf::Statement> out;
  for (const rdf::Statement& statement : statements) {
    if (!statement.graph) out.push_back(statement);
  }
  return out;
}

/// The objects of a property, whatever the subject, as abbreviated text, sorted and distinct.
inline std::vector<std::string> values_of(const std::vector<rdf::Statement>& statements, std::string_view property) {
  std::vector<std::string> out;
  const std::string needle = " " + std::string(property) + " ";
  for (const std::string& l : lines(statements)) {
    const std::size_t at = l.find(needle);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + needle.size(), end = l.rfind(" [");
    out.push_back(l.substr(begin, end == std::string::npos ? end : end - begin));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace depeche::graph::sample
