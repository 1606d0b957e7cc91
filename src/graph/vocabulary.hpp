#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mapping/ontology.hpp"
#include "rdf/iri.hpp"
#include "rdf/prefixes.hpp"

namespace depeche::graph {

/// The instance base where the user gives none.
inline constexpr std::string_view default_base = "https://data.example.org/";

/// Namespaces of what is written: ours, those of others, and those of instances below the base.
struct Namespaces {
  explicit Namespaces(const rdf::Namespace& base);

  rdf::Namespace dp{"https://w3id.org/depeche/ontology#"};
  rdf::Namespace dpq{"https://w3id.org/depeche/qualifier#"};
  rdf::Namespace dpv{"https://w3id.org/depeche/value/"};
  rdf::Namespace nif{"http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"};
  rdf::Namespace schema{"https://schema.org/"};
  rdf::Namespace skos{"http://www.w3.org/2004/02/skos/core#"};
  rdf::Namespace rdf{"http://www.w3.org/1999/02/22-rdf-syntax-ns#"};
  rdf::Namespace rdfs{"http://www.w3.org/2000/01/rdf-schema#"};
  rdf::Namespace owl{"http://www.w3.org/2002/07/owl#"};
  rdf::Namespace xsd{"http://www.w3.org/2001/XMLSchema#"};
  rdf::Namespace unit{"http://qudt.org/vocab/unit/"};
  rdf::Namespace currency{"http://qudt.org/vocab/currency/"};
  rdf::Namespace wd{"http://www.wikidata.org/entity/"};
  rdf::Namespace article, graph, relation, claim, sentence, entity, rule;

  /// The prefixes under which a writer should declare them.
  rdf::Prefixes prefixes() const;
};

/// The properties, classes and graphs that the writer of the graph speaks of, made once.
struct Vocabulary {
  explicit Vocabulary(const rdf::Namespace& base) : names(base) {}

  Namespaces names;
  rdf::Iri type = names.rdf("type");
  rdf::Iri label = names.rdfs("label"), alt_label = names.skos("altLabel"), iso_code = names.dp("isoCode");
  rdf::Iri entities = names.graph("entities"), ontology = names.graph("ontology");

  rdf::Iri news_article = names.schema("NewsArticle");
  rdf::Iri identifier = names.schema("identifier"), url = names.schema("url"), headline = names.schema("headline"),
           published = names.schema("datePublished"), modified = names.schema("dateModified"),
           publisher = names.schema("publisher"), author = names.schema("author"),
           in_language = names.schema("inLanguage"), mentions = names.schema("mentions"),
           text_sha256 = names.dp("textSha256");

  rdf::Iri sentence_class = names.dp("Sentence"), context = names.nif("referenceContext"),
           begin_index = names.nif("beginIndex"), end_index = names.nif("endIndex"), anchor_of = names.nif("anchorOf");

  rdf::Iri claim_class = names.dp("Claim"), about = names.dp("about"), relation_type = names.dp("relationType"),
           subject = names.dp("subject"), predicate = names.dp("predicate"), object = names.dp("object"),
           status = names.dp("status"), confidence = names.dp("confidence"), rule = names.dp("rule"),
           sentence = names.dp("sentence"), attributed_to = names.dp("attributedTo"), cue = names.dp("cue"),
           phase = names.dp("phase"), ended = names.dpv("ended"), date = names.dp("date");

  rdf::Iri measure = names.dpq("measure"), value = names.dpq("value"), min = names.dpq("min"), max = names.dpq("max"),
           unit = names.dpq("unit"), approx = names.dpq("approx"), from = names.dpq("from"), to = names.dpq("to"),
           time_precision = names.dpq("timePrecision"), time_source = names.dpq("timeSource");
};

/// A row of the relation table with its IRIs.
struct RelationTerms {
  RelationTerms(const mapping::RelationType& type, const Namespaces& names);

  mapping::RelationType row;
  std::string slug;  ///< "arms-transfer": the type in identity keys and IRIs
  rdf::Iri type, edge, subject_role, object_role;
  std::optional<rdf::Iri> fact_property;
};

}  // namespace depeche::graph
