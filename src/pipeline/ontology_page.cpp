#include "pipeline/ontology_page.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include "graph/vocabulary.hpp"

namespace depeche::pipeline {
namespace {

using rdf::ReadTerm;

constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view owl = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view dcterms = "http://purl.org/dc/terms/";
constexpr std::string_view dp = "https://w3id.org/depeche/ontology#";
constexpr std::string_view dpq = "https://w3id.org/depeche/qualifier#";

/// Namespaces that the graph itself has no prefix for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> more_prefixes{
    {{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
     {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
     {"prov", "http://www.w3.org/ns/prov#"},
     {"dcterms", dcterms},
     {"vann", "http://purl.org/vocab/vann/"},
     {"itsrdf", "http://www.w3.org/2005/11/its/rdf#"},
     {"plover", "https://w3id.org/depeche/plover/"}}};

std::string join(std::string_view space, std::string_view local) {
  return std::string(space) + std::string(local);
}

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

/// A thing that the ontology describes.
struct Entry {
  std::string iri;
  std::vector<std::pair<std::string, ReadTerm>> statements;  ///< in the order of the files

  std::vector<const ReadTerm*> values(std::string_view property) const {
    std::vector<const ReadTerm*> out;
    for (const auto& [p, value] : statements) {
      if (p == property) out.push_back(&value);
    }
    return out;
  }
  bool has(std::string_view property, std::string_view value) const {
    const auto all = values(property);
    return std::any_of(all.begin(), all.end(), [&](const ReadTerm* v) { return v->text == value; });
  }
  std::string text(std::string_view property, std::string_view language) const {
    for (const ReadTerm* v : values(property)) {
      if (v->language == language || language.empty()) return v->text;
    }
    return {};
  }
  bool is_a(std::string_view type) const { return has(rdf_type, type); }
};

class Page {
 public:
  explicit Page(const std::vector<rdf::ReadTriple>& triples)
      : prefixes_(graph::Namespaces(rdf::Namespace(graph::default_base)).prefixes()) {
    for (const auto& [name, space] : more_prefixes) prefixes_.add(std::string(name), rdf::Namespace(space));
    for (const rdf::ReadTriple& t : triples) {
      const auto [at, is_new] = index_.try_emplace(t.subject.text, entries_.size());
      if (is_new) entries_.push_back({t.subject.text, {}});
      entries_[at->second].statements.emplace_back(t.predicate.text, t.object);
    }
  }

  std::string write(std::string_view picture) const {
    const auto is_relation = [&](const Entry& e) { return !e.values(join(dp, "edge")).empty(); };
    const auto is_class = [&](const Entry& e) { return e.is_a(join(owl, "Class")) && !is_relation(e); };
    const auto is_edge = [&](const Entry& e) {
      return e.is_a(join(owl, "ObjectProperty")) &&
             (edges().contains(e.iri) || !e.values(join(owl, "inverseOf")).empty());
    };
    const auto is_role = [&](const Entry& e) { return e.has(join(rdfs, "subPropertyOf"), join(dp, "role")); };
    const auto is_qualifier = [](const Entry& e) { return e.iri.starts_with(dpq); };
    const auto is_table = [](const Entry& e) { return e.is_a(join(owl, "AnnotationProperty")); };
    const auto is_status = [](const Entry& e) { return e.is_a(join(dp, "Status")); };
    const auto is_other = [&](const Entry& e) {
      return e.iri.starts_with(dp) && !is_relation(e) && !is_class(e) && !is_edge(e) && !is_role(e) && !is_table(e) &&
             !is_status(e);
    };
    const std::vector<std::pair<std::string, std::function<bool(const Entry&)>>> sections{
        {"Types de relation / Relation types", is_relation},
        {"Classes", is_class},
        {"Statuts / Statuses", is_status},
        {"Propriétés / Properties", is_other},
        {"Compléments / Qualifiers", is_qualifier},
        {"Arêtes / Edges", is_edge},
        {"Rôles / Roles", is_role},
        {"Table des relations / Relation table", is_table},
    };
    std::string body, contents;
    std::size_t number = 0;
    const auto add_section = [&](const std::string& title, const std::string& inside) {
      if (inside.empty()) return;
      ++number;
      contents += fmt::format("<li><a href=\"#s{}\">{}</a></li>\n", number, escape(title));
      body += fmt::format("<h2 id=\"s{}\">{}</h2>\n{}", number, escape(title), inside);
    };
    for (const auto& [title, belongs] : sections) {
      std::string inside;
      for (const Entry& e : entries_) {
        if (belongs(e)) inside += entry(e);
      }
      add_section(title, inside);
    }
    for (const Entry& scheme : entries_) {
      if (!scheme.is_a(join(skos, "ConceptScheme"))) continue;
      std::string inside;
      for (const Entry& e : entries_) {
        if (e.has(join(skos, "inScheme"), scheme.iri) && !is_status(e)) inside += entry(e);
      }
      if (!inside.empty()) add_section(bilingual(scheme), entry(scheme) + inside);
    }
    return head() + fmt::format("<figure>{}</figure>\n<ol>\n{}</ol>\n", picture, contents) + body +
           "</body>\n</html>\n";
  }

 private:
  static constexpr std::string_view style =
      "body{font:16px/1.5 "
      "sans-serif;max-width:60rem;margin:auto;padding:1rem;color:#222}svg{max-width:100%;height:auto}"
      "h1{font-size:1.5rem}h2{border-bottom:2px solid #ccc;margin-top:2.5rem}h3{margin:1.6rem 0 0;font-size:1.05rem}"
      "code{background:#f3f3f3;padding:0 .2em}table{border-collapse:collapse;font-size:.9rem}td,th{padding:.05rem "
      ".8rem "
      ".05rem 0;vertical-align:top;text-align:left;font-weight:normal}th{color:#666}p{margin:.2rem 0}a{color:#1a4f8b}"
      "figure{margin:1rem 0}";

  absl::flat_hash_map<std::string, bool> edges() const {
    absl::flat_hash_map<std::string, bool> out;
    for (const Entry& e : entries_) {
      for (const ReadTerm* edge : e.values(join(dp, "edge"))) out[edge->text] = true;
    }
    return out;
  }

  static std::string bilingual(const Entry& e) {
    const std::string fr = e.text(join(rdfs, "label"), "fr"), en = e.text(join(rdfs, "label"), "en");
    return fr == en || en.empty() ? fr : fr + " / " + en;
  }

  std::string short_name(const std::string& iri) const {
    std::string out;
    return prefixes_.abbreviate(iri, out) ? out : iri;
  }

  /// "ontology-Import": what stands behind the namespace of all of ours, fit for an anchor.
  static std::string anchor(std::string_view iri) {
    constexpr std::string_view own = "https://w3id.org/depeche/";
    std::string out(iri.starts_with(own) ? iri.substr(own.size()) : iri);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '#' || c == '/' || c == ':'; }, '-');
    return out;
  }

  std::string link(const ReadTerm& term) const {
    if (term.kind != ReadTerm::Kind::iri) {
      return escape(term.text) + (term.language.empty() ? "" : " <small>" + term.language + "</small>");
    }
    const std::string name = escape(short_name(term.text));
    if (index_.contains(term.text)) return fmt::format("<a href=\"#{}\">{}</a>", anchor(term.text), name);
    return fmt::format("<a href=\"{}\">{}</a>", escape(term.text), name);
  }

  std::string entry(const Entry& e) const {
    std::string out = fmt::format("<h3 id=\"{}\"><code>{}</code> {}</h3>\n", anchor(e.iri), escape(short_name(e.iri)),
                                  escape(bilingual(e)));
    for (const char* property : {"definition", "example"}) {
      for (const ReadTerm* v : e.values(join(skos, property))) {
        const bool quoted = property == std::string_view("example");
        out += fmt::format("<p lang=\"{}\">{}{}{}</p>\n", escape(v->language), quoted ? "<q>" : "", escape(v->text),
                           quoted ? "</q>" : "");
      }
    }
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& [property, value] : e.statements) {
      if (property == join(rdfs, "label") || property == join(skos, "definition") || property == join(skos, "example"))
        continue;
      if (!rows.empty() && rows.back().first == property) {
        rows.back().second += ", " + link(value);
      } else {
        rows.emplace_back(property, link(value));
      }
    }
    if (rows.empty()) return out;
    out += "<table>\n";
    for (const auto& [property, values] : rows) {
      out += fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", link({ReadTerm::Kind::iri, property, {}, {}}), values);
    }
    return out + "</table>\n";
  }

  std::string head() const {
    Entry about;
    for (const Entry& e : entries_) {
      if (e.is_a(join(owl, "Ontology"))) about = e;
    }
    const std::string title = about.text(join(dcterms, "title"), "en");
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
        escape(title), style);
    for (const char* language : {"fr", "en"}) {
      out += fmt::format("<h1 lang=\"{0}\">{1}</h1>\n<p lang=\"{0}\">{2}</p>\n", language,
                         escape(about.text(join(dcterms, "title"), language)),
                         escape(about.text(join(dcterms, "description"), language)));
    }
    out += "<table>\n";
    for (const auto& [property, value] : about.statements) {
      if (value.language.empty()) {
        out += fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", link({ReadTerm::Kind::iri, property, {}, {}}),
                           link(value));
      }
    }
    return out + "</table>\n";
  }

  rdf::Prefixes prefixes_;
  std::vector<Entry> entries_;
  absl::flat_hash_map<std::string, std::size_t> index_;
};

}  // namespace

std::string ontology_page(const std::vector<rdf::ReadTriple>& ontology, std::string_view picture) {
  return Page(ontology).write(picture);
}

}  // namespace depeche::pipeline
