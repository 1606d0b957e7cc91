#include "mapping/ontology.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace depeche::mapping {
namespace {

const std::string head = R"(@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dp: <https://w3id.org/depeche/ontology#> .
@prefix dpq: <https://w3id.org/depeche/qualifier#> .
@prefix dpv: <https://w3id.org/depeche/value/> .
dp:Event a owl:Class . dp:State a owl:Class . dp:Person a owl:Class . dp:role a owl:ObjectProperty .
dp:edge a owl:AnnotationProperty . dp:subjectRole a owl:AnnotationProperty . dp:objectRole a owl:AnnotationProperty .
dp:keyQualifier a owl:AnnotationProperty . dp:keyBucket a owl:AnnotationProperty .
dp:factProperty a owl:AnnotationProperty . dp:subjectKind a owl:AnnotationProperty .
dp:guest a owl:ObjectProperty ; rdfs:subPropertyOf dp:role .
dp:host a owl:ObjectProperty ; rdfs:subPropertyOf dp:role .
dp:dinedWith a owl:ObjectProperty .
dpv:week a skos:Concept ; skos:inScheme dpv:times . dpv:times a skos:ConceptScheme .
)";
const std::string labels = R"(rdfs:label "dîner"@fr , "dinner"@en ; skos:definition "Un repas."@fr , "A meal."@en)";

/// The first diagnostic of the fragment below the head, as text; "" if there is none.
std::string first_fault(const std::string& fragment) {
  Diagnostics diagnostics;
  Ontology::parse({{"o.ttl", head + fragment}}, diagnostics);
  return diagnostics.empty() ? "" : format_diagnostic(diagnostics[0]);
}

const std::string dinner =
    "dp:Dinner rdfs:subClassOf dp:Event ; dp:edge dp:dinedWith ;\n"
    "  dp:subjectRole dp:guest ; dp:objectRole dp:host ;\n";

TEST(Ontology, ShippedOntologyHasNoFault) {
  Diagnostics diagnostics;
  const auto ontology = Ontology::load(DEPECHE_SOURCE_DIR "/ontology", diagnostics);
  ASSERT_TRUE(ontology);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << format_diagnostic(d);
  EXPECT_EQ(ontology->relations().size(), 31U);
  EXPECT_TRUE(std::is_sorted(ontology->relations().begin(), ontology->relations().end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));
  const int import = ontology->find("Import");
  ASSERT_GE(import, 0);
  const RelationType& type = ontology->relations()[static_cast<std::size_t>(import)];
  EXPECT_EQ(type.edge, "importsFrom");
  EXPECT_EQ(type.subject_role, "importer");
  EXPECT_EQ(type.object_role, "exporter");
  EXPECT_EQ(type.key_qualifier, "commodity");
  EXPECT_EQ(type.fact_property, "commodity");
  EXPECT_EQ(type.bucket, KeyBucket::none);
  EXPECT_FALSE(type.event);
  EXPECT_FALSE(type.symmetric);
  EXPECT_EQ(type.subject_kinds, 2);
  const RelationType& meeting = ontology->relations()[static_cast<std::size_t>(ontology->find("Meeting"))];
  EXPECT_TRUE(meeting.symmetric);
  EXPECT_TRUE(meeting.event);
  EXPECT_EQ(meeting.bucket, KeyBucket::day);
  EXPECT_EQ(meeting.subject_kinds, 7);
  EXPECT_EQ(ontology->relations()[static_cast<std::size_t>(ontology->find("Attack"))].object_kinds, 15);
  EXPECT_EQ(ontology->find("Imports"), -1);
  EXPECT_TRUE(ontology->has_qualifier("topic"));
  EXPECT_FALSE(ontology->has_qualifier("topics"));
  EXPECT_TRUE(ontology->has_value("arms"));
  EXPECT_TRUE(ontology->has_measure("shareOfImports"));
  EXPECT_FALSE(ontology->has_measure("arms"));
  EXPECT_TRUE(ontology->takes_concept("aidKind"));
  EXPECT_FALSE(ontology->takes_concept("topic"));
}

TEST(Ontology, AMissingFolderIsAFailureOfTheEnvironment) {
  Diagnostics diagnostics;
  const auto ontology = Ontology::load("/nonexistent/ontology", diagnostics);
  ASSERT_FALSE(ontology);
  EXPECT_EQ(ontology.error().message, "cannot read the folder '/nonexistent/ontology': No such file or directory");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Ontology, AcceptsACompleteType) {
  EXPECT_EQ(first_fault(dinner + "  dp:subjectKind dp:Person ; " + labels + " ."), "");
}

TEST(Ontology, AnUndeclaredEdgeIsReportedWithAHint) {
  EXPECT_EQ(first_fault("dp:Dinner rdfs:subClassOf dp:Event ; dp:edge dp:dinesWith ;\n"
                        "  dp:subjectRole dp:guest ; dp:objectRole dp:host ; " +
                        labels + " ."),
            "o.ttl:15: error: dp:Dinner refers to dp:dinesWith, which is not declared [ontology-undeclared-edge]\n"
            "  dp:Dinner rdfs:subClassOf dp:Event ; dp:edge dp:dinesWith ;\n"
            "  hint: did you mean 'dp:dinedWith'?\n");
}

TEST(Ontology, ARoleHasToBeDeclaredAsOne) {
  EXPECT_EQ(first_fault("dp:Dinner rdfs:subClassOf dp:Event ; dp:edge dp:dinedWith ;\n"
                        "  dp:subjectRole dp:guests ; dp:objectRole dp:host ; " +
                        labels + " ."),
            "o.ttl:16: error: dp:Dinner refers to dp:guests, which is not declared [ontology-undeclared-role]\n"
            "    dp:subjectRole dp:guests ; dp:objectRole dp:host ; " +
                labels +
                " .\n"
                "  hint: did you mean 'dp:guest'?\n");
  EXPECT_NE(first_fault("dp:cook a owl:ObjectProperty .\ndp:Dinner rdfs:subClassOf dp:Event ; dp:edge dp:dinedWith ;\n"
                        "  dp:subjectRole dp:cook ; dp:objectRole dp:host ; " +
                        labels + " .")
                .find("dp:cook is a role of dp:Dinner but no rdfs:subPropertyOf dp:role [ontology-undeclared-role]"),
            std::string::npos);
}

TEST(Ontology, OtherFaultsHaveTheirCodes) {
  const auto has = [](const std::string& fragment, const std::string& code) {
    const std::string fault = first_fault(fragment);
    EXPECT_NE(fault.find("[" + code + "]"), std::string::npos) << fault;
  };
  has(dinner + labels + " ; dp:keyQualifier dpq:dish .", "ontology-undeclared");
  has("dpq:dish a owl:ObjectProperty .\n" + dinner + labels + " ; dp:keyQualifier dpq:dish .", "ontology-missing");
  has(dinner + labels + " ; dp:keyBucket dpv:week .", "ontology-wrong-value");
  has(dinner + labels + " ; dp:subjectKind dp:State .", "ontology-wrong-value");
  has(dinner + "rdfs:label \"dîner\"@fr .", "ontology-no-label");
  has(dinner + labels +
          " .\ndp:Lunch rdfs:subClassOf dp:Event ; dp:edge dp:dinedWith ; dp:subjectRole dp:guest ;"
          " dp:objectRole dp:host ; " +
          labels + " .",
      "ontology-shared-edge");
  has("dp:Dinner rdfs:subClassOf dp:Event ; dp:edge dp:dinedWith ; dp:subjectRole dp:host ; dp:objectRole dp:host .",
      "ontology-symmetry");
  has("dp:Dinner dp:edge dp:dinedWith ; dp:subjectRole dp:guest ; dp:objectRole dp:host .", "ontology-superclass");
  has("dp:Dinner rdfs:subClassOf dp:Event ; " + labels + " .", "ontology-missing");
  has(dinner + labels + " ; rdfs:seeAlso [] .", "ontology-blank-node");
  has(dinner + labels + " ; dp:subjectRole dp:host .", "ontology-several");
  has("dp:Dinner rdfs:subClassOf", "rdf-syntax");
}

TEST(Ontology, ATypeWithAFaultIsLeftOut) {
  Diagnostics diagnostics;
  const Ontology ontology =
      Ontology::parse({{"o.ttl", head + dinner + labels + " ; dp:keyBucket dpv:week ."}}, diagnostics);
  EXPECT_TRUE(has_errors(diagnostics));
  EXPECT_EQ(ontology.find("Dinner"), -1);
}

}  // namespace
}  // namespace depeche::mapping
