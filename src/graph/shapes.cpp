#include "graph/shapes.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include "graph/vocabulary.hpp"

namespace depeche::graph {
namespace {

constexpr std::string_view head =
    R"(# Made by `depeche shapes` from the ontology. Validate the facts, the claims and the relation table together.
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix schema: <https://schema.org/> .
@prefix dp: <https://w3id.org/depeche/ontology#> .
@prefix dpq: <https://w3id.org/depeche/qualifier#> .
@prefix dpv: <https://w3id.org/depeche/value/> .
@prefix dps: <https://w3id.org/depeche/shape/> .

dps:Claim a sh:NodeShape ; sh:targetClass dp:Claim ; sh:nodeKind sh:IRI ;
  sh:property
    [ sh:path dp:about ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dp:relationType ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dp:predicate ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dp:subject ; sh:minCount 1 ; sh:node dps:Actor ] ,
    [ sh:path dp:object ; sh:minCount 1 ; sh:node dps:Actor ] ,
    [ sh:path dp:confidence ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0.0 ; sh:maxInclusive 1.0 ] ,
    [ sh:path dp:rule ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dp:sentence ; sh:minCount 1 ; sh:maxCount 1 ; sh:class dp:Sentence ] ,
    [ sh:path dp:attributedTo ; sh:maxCount 1 ; sh:node dps:Actor ] ,
    [ sh:path dp:cue ; sh:maxCount 1 ; sh:minLength 1 ] ,
    [ sh:path dp:phase ; sh:maxCount 1 ; sh:in ( dpv:ended ) ] ,
    [ sh:path dpq:content ; sh:class dp:Claim ] ,
    [ sh:path dpq:measure ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dpq:unit ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dpq:approx ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dpq:value ; sh:maxCount 1 ; sh:datatype xsd:decimal ] ,
    [ sh:path dpq:min ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:lessThanOrEquals dpq:max ] ,
    [ sh:path dpq:max ; sh:maxCount 1 ; sh:datatype xsd:decimal ] ,
    [ sh:path dpq:from ; sh:maxCount 1 ; sh:datatype xsd:date ; sh:lessThanOrEquals dpq:to ] ,
    [ sh:path dpq:to ; sh:maxCount 1 ; sh:datatype xsd:date ] ,
    [ sh:path dpq:timePrecision ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dpq:timeSource ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  # A claim is never a relation, or an allegation would be a fact.
  sh:not [ sh:class dp:Relation ] ;
  # A figure has a number, a measure and a unit, or there is none.
  sh:or (
    [ sh:and ( [ sh:property [ sh:path dpq:measure ; sh:maxCount 0 ] ] [ sh:property [ sh:path dpq:unit ; sh:maxCount 0 ] ]
        [ sh:property [ sh:path dpq:value ; sh:maxCount 0 ] ] [ sh:property [ sh:path dpq:min ; sh:maxCount 0 ] ]
        [ sh:property [ sh:path dpq:max ; sh:maxCount 0 ] ] ) ]
    [ sh:and ( [ sh:property [ sh:path dpq:measure ; sh:minCount 1 ] ] [ sh:property [ sh:path dpq:unit ; sh:minCount 1 ] ]
        [ sh:property [ sh:path [ sh:alternativePath ( dpq:value dpq:min dpq:max ) ] ; sh:minCount 1 ] ] ) ]
  ) .

# Whoever is named as the source of an attributed claim stands there; where the source has no name ("selon des sources
# proches du dossier") at least the words that attribute it do.
dps:Attribution a sh:NodeShape ; sh:targetClass dp:Claim ;
  sh:or (
    [ sh:not [ sh:property [ sh:path dp:status ; sh:hasValue dp:attributed ] ] ]
    [ sh:property [ sh:path [ sh:alternativePath ( dp:attributedTo dp:cue ) ] ; sh:minCount 1 ] ]
  ) .

# A date says how precise it is and where it comes from.
dps:Time a sh:NodeShape ; sh:targetSubjectsOf dpq:from , dpq:to ;
  sh:property [ sh:path dpq:timePrecision ; sh:minCount 1 ] , [ sh:path dpq:timeSource ; sh:minCount 1 ] .

dps:Sentence a sh:NodeShape ; sh:targetClass dp:Sentence ; sh:nodeKind sh:IRI ;
  sh:property
    [ sh:path nif:beginIndex ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0 ; sh:lessThan nif:endIndex ] ,
    [ sh:path nif:endIndex ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] ,
    [ sh:path nif:referenceContext ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:NewsArticle ] ,
    [ sh:path nif:anchorOf ; sh:maxCount 1 ; sh:datatype rdf:langString ] .

dps:Article a sh:NodeShape ; sh:targetClass schema:NewsArticle ; sh:nodeKind sh:IRI ;
  sh:property
    [ sh:path schema:identifier ; sh:maxCount 1 ; sh:datatype xsd:string ] ,
    [ sh:path schema:datePublished ; sh:maxCount 1 ; sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] ) ] ,
    [ sh:path schema:dateModified ; sh:maxCount 1 ; sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] ) ] ,
    [ sh:path schema:inLanguage ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ,
    [ sh:path schema:mentions ; sh:node dps:Actor ] ,
    [ sh:path dp:textSha256 ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[0-9a-f]{64}$" ] .

# Whoever acts or is spoken of has one class and a name.
dps:Actor a sh:NodeShape ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path rdf:type ; sh:minCount 1 ] , [ sh:path rdfs:label ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype rdf:langString ] ;
  sh:or ( [ sh:class dp:Person ] [ sh:class dp:Country ] [ sh:class dp:Organization ] [ sh:class dp:Place ] ) .
dps:Country a sh:NodeShape ; sh:targetClass dp:Country ; sh:node dps:Actor ;
  sh:property [ sh:path dp:isoCode ; sh:maxCount 1 ; sh:pattern "^[A-Z]{2}$" ] .
dps:Named a sh:NodeShape ; sh:targetClass dp:Person , dp:Organization , dp:Place ; sh:node dps:Actor ;
  sh:property [ sh:path dp:isoCode ; sh:maxCount 0 ] .
)";

/// "[ sh:class dp:Person ] …" of the kinds of actor admitted; empty if all are.
std::string classes_of(std::uint8_t kinds) {
  constexpr std::array<std::string_view, 4> names{"Person", "Country", "Organization", "Place"};
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((kinds & (1U << i)) != 0) out += fmt::format(" [ sh:class dp:{} ]", names[i]);
  }
  return out.empty() ? out : fmt::format(" ; sh:or ({} )", out);
}

/// The statuses as the ontology declares them.
std::string status_shape(const mapping::Ontology& ontology) {
  const Namespaces names{rdf::Namespace(default_base)};
  std::set<std::string> statuses;
  for (const rdf::ReadTriple& triple : ontology.triples()) {
    if (triple.predicate.text == names.rdf("type").text() && triple.object.text == names.dp("Status").text()) {
      statuses.insert(triple.subject.text);
    }
  }
  std::string list;
  for (const std::string& iri : statuses) list += fmt::format(" <{}>", iri);
  return fmt::format(
      "\ndps:Status a sh:NodeShape ; sh:targetClass dp:Claim ;\n"
      "  sh:property [ sh:path dp:status ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ({} ) ] .\n",
      list);
}

/// A claim speaks of its type's edge and no other.
std::string predicate_shape(const std::vector<mapping::RelationType>& table) {
  std::string out = "\ndps:Predicate a sh:NodeShape ; sh:targetClass dp:Claim ;\n  sh:or (\n";
  for (const mapping::RelationType& type : table) {
    out += fmt::format(
        "    [ sh:property [ sh:path dp:relationType ; sh:hasValue dp:{} ] , [ sh:path dp:predicate ; sh:hasValue "
        "dp:{} ] ]\n",
        type.name, type.edge);
  }
  return out + "  ) .\n";
}

/// The node of a relation has its roles, what identifies it, and nothing else.
std::string node_shape(const mapping::RelationType& type) {
  const bool one_role = type.subject_role == type.object_role;
  std::string out = fmt::format(
      "\ndps:{0} a sh:NodeShape ; sh:targetClass dp:{0} ; sh:nodeKind sh:IRI ; sh:closed true ; sh:ignoredProperties ( "
      "rdf:type ) ;\n  sh:property [ sh:path dp:{1} ; sh:minCount {2}{3} ]",
      type.name, type.subject_role, one_role ? 2 : 1,
      classes_of(one_role && (type.subject_kinds == 0 || type.object_kinds == 0)
                     ? std::uint8_t{0}
                     : static_cast<std::uint8_t>(type.subject_kinds | (one_role ? type.object_kinds : 0))));
  if (!one_role) {
    out += fmt::format(" , [ sh:path dp:{} ; sh:minCount 1{} ]", type.object_role, classes_of(type.object_kinds));
  }
  if (!type.fact_property.empty()) out += fmt::format(" , [ sh:path dp:{} ]", type.fact_property);
  if (type.bucket == mapping::KeyBucket::day) {
    out += " , [ sh:path dp:date ; sh:maxCount 1 ; sh:datatype xsd:date ]";
  }
  return out + " .\n";
}

/// An edge leads from actor to actor, and in both directions where it has none.
std::string edge_shape(const mapping::RelationType& type) {
  std::string out = fmt::format("dps:{0} a sh:NodeShape ; sh:targetSubjectsOf dp:{0} ; sh:node dps:Actor{1} ;\n",
                                type.edge, classes_of(type.subject_kinds));
  out += fmt::format("  sh:property [ sh:path dp:{} ; sh:node dps:Actor{} ]", type.edge, classes_of(type.object_kinds));
  if (type.symmetric) out += fmt::format(" , [ sh:path [ sh:inversePath dp:{0} ] ; sh:equals dp:{0} ]", type.edge);
  return out + " .\n";
}

}  // namespace

std::string make_shapes(const mapping::Ontology& ontology) {
  std::string out(head);
  out += status_shape(ontology);
  out += predicate_shape(ontology.relations());
  for (const mapping::RelationType& type : ontology.relations()) out += node_shape(type) + edge_shape(type);
  return out;
}

}  // namespace depeche::graph
