// From triples to the relation table. A relation type is what has a dp:edge or stands below dp:Event or dp:State; every
// reference it makes must lead to a declaration, because the writer of the graph relies on the table alone.
#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/mapped_file.hpp"
#include "mapping/folder.hpp"
#include "mapping/ontology.hpp"

namespace depeche::mapping {

using rdf::ReadTerm;
using rdf::ReadTriple;

namespace {

constexpr std::string_view dp = "https://w3id.org/depeche/ontology#";
constexpr std::string_view dpq = "https://w3id.org/depeche/qualifier#";
constexpr std::string_view dpv = "https://w3id.org/depeche/value/";
constexpr std::string_view plover = "https://w3id.org/depeche/plover/";
constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view owl = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view range_includes = "https://schema.org/rangeIncludes";

std::string iri(std::string_view space, std::string_view name) {
  return std::string(space) + std::string(name);
}

/// The local name if the IRI lies in the namespace; else empty.
std::string_view local_in(std::string_view space, std::string_view text) {
  return text.size() > space.size() && text.starts_with(space) ? text.substr(space.size()) : std::string_view();
}

/// The IRI as the files write it: "dp:Import".
std::string shorten(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> ours = {
      {{dp, "dp:"}, {dpq, "dpq:"}, {dpv, "dpv:"}, {plover, "plover:"}}};
  for (const auto& [space, prefix] : ours) {
    if (const std::string_view name = local_in(space, text); !name.empty()) return fmt::format("{}{}", prefix, name);
  }
  return fmt::format("<{}>", text);
}

bool is_ours(std::string_view text) {
  return !local_in(dp, text).empty() || !local_in(dpq, text).empty() || !local_in(dpv, text).empty() ||
         !local_in(plover, text).empty();
}

}  // namespace

class OntologyReader {
 public:
  OntologyReader(const std::vector<std::pair<std::string, std::string>>& files, Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  Ontology read() {
    for (std::size_t f = 0; f < files_.size(); ++f) {
      for (ReadTriple& triple : rdf::read_turtle(files_[f].second, files_[f].first, diagnostics_)) {
        file_of_.push_back(f);
        ontology_.triples_.push_back(std::move(triple));
      }
    }
    if (has_errors(diagnostics_)) return {};  // what is missing may stand behind the error
    for (std::size_t i = 0; i < triples().size(); ++i) by_subject_[triples()[i].subject.text].push_back(i);
    check_references();
    read_vocabularies();
    read_relations();
    return std::move(ontology_);
  }

 private:
  const std::vector<ReadTriple>& triples() const { return ontology_.triples_; }

  /// Objects of (subject, predicate), as indices of triples.
  std::vector<std::size_t> statements(std::string_view subject, std::string_view predicate) const {
    std::vector<std::size_t> out;
    const auto at = by_subject_.find(std::string(subject));
    if (at == by_subject_.end()) return out;
    for (const std::size_t i : at->second) {
      if (triples()[i].predicate.text == predicate) out.push_back(i);
    }
    return out;
  }

  bool says(std::string_view subject, std::string_view predicate, std::string_view object) const {
    const auto found = statements(subject, predicate);
    return std::any_of(found.begin(), found.end(), [&](std::size_t i) { return triples()[i].object.text == object; });
  }

  void report(std::size_t triple, const char* code, std::string message, std::string hint = {},
              Severity severity = Severity::error) {
    const auto& [name, text] = files_[file_of_[triple]];
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = code;
    diagnostic.file = name;
    diagnostic.line = triples()[triple].line;
    diagnostic.message = std::move(message);
    diagnostic.source_line = line_of(text, diagnostic.line);
    diagnostic.hint = std::move(hint);
    diagnostics_.push_back(std::move(diagnostic));
  }

  std::string suggest(std::string_view missing) const {
    std::vector<std::string> names;
    for (const auto& [subject, statements] : by_subject_) {
      if (is_ours(subject)) names.push_back(shorten(subject));
    }
    std::sort(names.begin(), names.end());
    const std::string word = shorten(missing);
    const std::string_view nearest = nearest_word(word, {names.begin(), names.end()});
    return nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest);
  }

  /// Everything of our own namespaces that is referred to must be declared, and nothing may be a blank node.
  void check_references() {
    for (std::size_t i = 0; i < triples().size(); ++i) {
      const ReadTriple& t = triples()[i];
      if (t.subject.kind == ReadTerm::Kind::blank || t.object.kind == ReadTerm::Kind::blank) {
        report(i, "ontology-blank-node", "the ontology has no blank nodes: give this an IRI");
        continue;
      }
      for (const ReadTerm* term : {&t.predicate, &t.object}) {
        if (term->kind != ReadTerm::Kind::iri || !is_ours(term->text) || by_subject_.contains(term->text)) continue;
        const bool edge = t.predicate.text == iri(dp, "edge") && term == &t.object;
        const bool role = t.predicate.text == iri(dp, "subjectRole") || t.predicate.text == iri(dp, "objectRole");
        report(i,
               edge   ? "ontology-undeclared-edge"
               : role ? "ontology-undeclared-role"
                      : "ontology-undeclared",
               fmt::format("{} refers to {}, which is not declared", shorten(t.subject.text), shorten(term->text)),
               suggest(term->text));
      }
    }
  }

  void read_vocabularies() {
    for (const auto& [subject, statements_of] : by_subject_) {
      if (const auto name = local_in(dpq, subject); !name.empty()) {
        ontology_.qualifiers_.emplace_back(name);
        if (says(subject, iri(rdfs, "range"), iri(skos, "Concept")) ||
            says(subject, range_includes, iri(skos, "Concept"))) {
          ontology_.concept_qualifiers_.emplace_back(name);
        }
      }
      const auto value = local_in(dpv, subject);
      if (value.empty() || statements(subject, iri(skos, "inScheme")).empty()) continue;
      ontology_.values_.emplace_back(value);
      if (says(subject, iri(skos, "inScheme"), iri(dpv, "measures"))) ontology_.measures_.emplace_back(value);
    }
    for (auto* list :
         {&ontology_.qualifiers_, &ontology_.values_, &ontology_.measures_, &ontology_.concept_qualifiers_}) {
      std::sort(list->begin(), list->end());
    }
  }

  void read_relations() {
    std::vector<std::string> types;
    for (const auto& [subject, statements_of] : by_subject_) {
      const bool below = says(subject, iri(rdfs, "subClassOf"), iri(dp, "Event")) ||
                         says(subject, iri(rdfs, "subClassOf"), iri(dp, "State"));
      const bool has_edge = !statements(subject, iri(dp, "edge")).empty();
      if (!local_in(dp, subject).empty() && (below || has_edge)) types.push_back(subject);
    }
    std::sort(types.begin(), types.end());
    for (const std::string& type : types) read_relation(type);
  }

  void read_relation(const std::string& type) {
    const std::size_t first = by_subject_.at(type).front();
    const std::size_t faults = diagnostics_.size();
    RelationType out;
    out.name = local_in(dp, type);
    const bool event = says(type, iri(rdfs, "subClassOf"), iri(dp, "Event"));
    const bool state = says(type, iri(rdfs, "subClassOf"), iri(dp, "State"));
    out.event = event;
    if (event == state) {
      report(first, "ontology-superclass",
             fmt::format("dp:{} has to be a subclass of either dp:Event or dp:State", out.name));
    }
    out.edge = reference(type, "edge", dp, true);
    out.subject_role = reference(type, "subjectRole", dp, true);
    out.object_role = reference(type, "objectRole", dp, true);
    check_properties(type, out);
    out.key_qualifier = reference(type, "keyQualifier", dpq, false);
    if (!out.key_qualifier.empty()) {
      out.fact_property = reference(iri(dpq, out.key_qualifier), "factProperty", dp, true);
    }
    read_bucket(type, out);
    out.subject_kinds = kinds(type, "subjectKind");
    out.object_kinds = kinds(type, "objectKind");
    out.done_by_saying = reference(type, "saidCountsAs", dp, false) == "asserted";
    out.lifts_places = reference(type, "placeStandsFor", dp, false) == "Country";
    check_labels(type, out.name, first);
    const auto faulty = [](const Diagnostic& d) { return d.severity == Severity::error; };
    if (std::none_of(diagnostics_.begin() + static_cast<std::ptrdiff_t>(faults), diagnostics_.end(), faulty)) {
      ontology_.relations_.push_back(std::move(out));
    }
  }

  /// The local name of the one thing that `subject` names under dp:`property`; empty if there is none.
  std::string reference(const std::string& subject, std::string_view property, std::string_view space, bool required) {
    const auto found = statements(subject, iri(dp, property));
    if (found.empty()) {
      if (required && by_subject_.contains(subject)) {
        report(by_subject_.at(subject).front(), "ontology-missing",
               fmt::format("{} has no dp:{}", shorten(subject), property));
      }
      return {};
    }
    if (found.size() > 1) {
      report(found[1], "ontology-several", fmt::format("{} has more than one dp:{}", shorten(subject), property));
    }
    const ReadTerm& object = triples()[found[0]].object;
    const std::string_view name =
        object.kind == ReadTerm::Kind::iri ? local_in(space, object.text) : std::string_view();
    if (name.empty()) {
      report(found[0], "ontology-wrong-value",
             fmt::format("dp:{} of {} has to be a {} name", property, shorten(subject),
                         space == dp    ? "dp:"
                         : space == dpq ? "dpq:"
                                        : "dpv:"));
    }
    return std::string(name);
  }

  void check_properties(const std::string& type, RelationType& out) {
    const auto edges = statements(type, iri(dp, "edge"));
    if (edges.empty()) return;
    const std::string edge = iri(dp, out.edge);
    if (by_subject_.contains(edge) && !says(edge, rdf_type, iri(owl, "ObjectProperty"))) {
      report(edges[0], "ontology-undeclared-edge",
             fmt::format("dp:{} is the edge of dp:{} but no owl:ObjectProperty", out.edge, out.name));
    }
    for (const RelationType& other : ontology_.relations_) {
      if (other.edge != out.edge) continue;
      report(edges[0], "ontology-shared-edge",
             fmt::format("dp:{} is the edge of dp:{} and of dp:{}: facts could not be told apart", out.edge, other.name,
                         out.name));
    }
    for (const char* property : {"subjectRole", "objectRole"}) {
      for (const std::size_t i : statements(type, iri(dp, property))) {
        const std::string& role = triples()[i].object.text;
        if (by_subject_.contains(role) && !says(role, iri(rdfs, "subPropertyOf"), iri(dp, "role"))) {
          report(i, "ontology-undeclared-role",
                 fmt::format("{} is a role of dp:{} but no rdfs:subPropertyOf dp:role", shorten(role), out.name));
        }
      }
    }
    out.symmetric = says(edge, rdf_type, iri(owl, "SymmetricProperty"));
    if (out.symmetric != (out.subject_role == out.object_role)) {
      report(edges[0], "ontology-symmetry",
             out.symmetric ? fmt::format("dp:{} is symmetric, but dp:{} has two different roles", out.edge, out.name)
                           : fmt::format("dp:{} has one role for both sides, but dp:{} is no owl:SymmetricProperty",
                                         out.name, out.edge));
    }
  }

  void read_bucket(const std::string& type, RelationType& out) {
    const std::string bucket = reference(type, "keyBucket", dpv, false);
    if (bucket == "day") {
      out.bucket = KeyBucket::day;
    } else if (bucket == "month") {
      out.bucket = KeyBucket::month;
    } else if (!bucket.empty()) {
      report(statements(type, iri(dp, "keyBucket"))[0], "ontology-wrong-value",
             fmt::format("dp:keyBucket of dp:{} has to be dpv:day or dpv:month", out.name));
    }
  }

  std::uint8_t kinds(const std::string& type, std::string_view property) {
    constexpr std::array<std::string_view, 4> classes = {"Person", "Country", "Organization", "Place"};
    std::uint8_t set = 0;
    for (const std::size_t i : statements(type, iri(dp, property))) {
      const auto at = std::find(classes.begin(), classes.end(), local_in(dp, triples()[i].object.text));
      if (at == classes.end()) {
        report(i, "ontology-wrong-value",
               fmt::format("dp:{} of {} has to be dp:Person, dp:Country, dp:Organization or dp:Place", property,
                           shorten(type)));
      } else {
        set = static_cast<std::uint8_t>(set | (1U << static_cast<unsigned>(at - classes.begin())));
      }
    }
    return set;
  }

  void check_labels(const std::string& type, const std::string& name, std::size_t first) {
    for (const std::string& property : {iri(rdfs, "label"), iri(skos, "definition")}) {
      for (const char* language : {"fr", "en"}) {
        const auto found = statements(type, property);
        const auto in_language = [&](std::size_t i) { return triples()[i].object.language == language; };
        if (std::any_of(found.begin(), found.end(), in_language)) continue;
        report(first, "ontology-no-label",
               fmt::format("dp:{} has no {} in '{}'", name, property.substr(property.find('#') + 1), language), {},
               Severity::warning);
      }
    }
  }

  const std::vector<std::pair<std::string, std::string>>& files_;
  Diagnostics& diagnostics_;
  Ontology ontology_;
  std::vector<std::size_t> file_of_;  // per triple
  absl::flat_hash_map<std::string, std::vector<std::size_t>> by_subject_;
};

Ontology Ontology::parse(const std::vector<std::pair<std::string, std::string>>& files, Diagnostics& diagnostics) {
  return OntologyReader(files, diagnostics).read();
}

Result<Ontology> Ontology::load(const std::string& folder, Diagnostics& diagnostics) {
  const auto paths = list_files(folder, ".ttl");
  if (!paths) return tl::unexpected(paths.error());
  if (paths->empty()) return fail("no *.ttl file in the ontology folder '" + folder + "'");
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string& path : *paths) {
    auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    files.emplace_back(path, std::move(*text));
  }
  return parse(files, diagnostics);
}

}  // namespace depeche::mapping
