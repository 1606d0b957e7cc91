// The graph against the real ontology: what is written must be declared there, and the relation table must be enough
// to rebuild the facts.
#include <gtest/gtest.h>

#include <set>

#include "graph/builder.hpp"
#include "sample.hpp"

namespace depeche::graph {
namespace {

class OntologyTest : public testing::Test {
 protected:
  static const mapping::Ontology& ontology() {
    static const mapping::Ontology loaded = [] {
      Diagnostics diagnostics;
      auto result = mapping::Ontology::load(std::string(DEPECHE_SOURCE_DIR) + "/ontology", diagnostics);
      EXPECT_FALSE(has_errors(diagnostics));
      return std::move(result).value();
    }();
    return loaded;
  }
};

/// One claim of every relation type, status, approximation, precision, source of time and kind of value.
extract::Extraction everything(const mapping::Ontology& ontology) {
  extract::Extraction out = sample::article();
  out.entities.push_back(sample::entity(recognise::ActorKind::place, "Genève", "Q71"));
  for (std::size_t i = 0; i < 5 * ontology.relations().size(); ++i) {
    const auto relation = static_cast<std::uint16_t>(i % ontology.relations().size());
    extract::Claim claim = sample::claim(sample::Relation{}, {sample::to_lam}, {sample::demir});
    claim.relation = relation;
    claim.status = static_cast<mapping::Status>(i % 8);
    claim.ended = i % 3 == 0;
    claim.attributed_to = sample::otan;
    claim.cue = "selon";
    claim.time = sample::on_day(2024, 6, static_cast<std::uint8_t>(1 + i % 28));
    claim.time->precision = static_cast<recognise::TimePrecision>(i % 5);
    claim.time->source = static_cast<recognise::TimeSource>(i % 3);
    claim.figure = extract::Figure{"amount", {}};
    claim.figure->quantity.min = "1.0";
    claim.figure->quantity.max = "2.0";
    claim.figure->quantity.value = "1.5";
    claim.figure->quantity.approximation = static_cast<recognise::Approximation>(i % 6);
    for (const char* property : {"commodity", "place", "topic", "office", "charge", "weapon"}) {
      claim.qualifiers.emplace_back(property, extract::QualifierValue{extract::QualifierValue::Type::phrase, "mot"});
    }
    if (i > 0)
      claim.qualifiers.emplace_back("content", extract::QualifierValue{extract::QualifierValue::Type::claim, "", 0});
    out.claims.push_back(claim);
  }
  return out;
}

TEST_F(OntologyTest, DeclaresEveryTermThatIsWritten) {
  const Namespaces names{rdf::Namespace(default_base)};
  std::set<std::string> declared;
  for (const rdf::ReadTriple& triple : ontology().triples()) declared.insert(triple.subject.text);
  rdf::StatementList out;
  GraphBuilder graph = *GraphBuilder::make(ontology().relations(), {});
  graph.add(everything(ontology()), out);
  graph.finish(relation_table(ontology()), out);
  std::set<std::string> missing;
  std::size_t checked = 0;
  const auto check = [&](const rdf::Iri& iri) {
    for (const rdf::Namespace* ours : {&names.dp, &names.dpq, &names.dpv}) {
      if (!iri.text().starts_with(ours->text())) continue;
      ++checked;
      if (!declared.contains(iri.text())) missing.insert(iri.text());
    }
  };
  for (const rdf::Statement& statement : out.list()) {
    check(statement.subject);
    check(statement.predicate);
    if (const auto* const iri = std::get_if<rdf::Iri>(&statement.object)) check(*iri);
  }
  EXPECT_EQ(missing, std::set<std::string>());
  EXPECT_GT(checked, 1000U);
}

TEST_F(OntologyTest, RelationTableHasWhatTheFactsViewAsksFor) {
  const auto table = relation_table(ontology());
  const std::vector<std::string> all = sample::lines(table);
  const std::set<std::string> rows(all.begin(), all.end());
  EXPECT_EQ(rows.size(), all.size());
  ASSERT_GT(ontology().relations().size(), 11U);
  for (const mapping::RelationType& type : ontology().relations()) {
    const std::string subject = "dp:" + type.name + " dp:";
    EXPECT_TRUE(rows.contains(subject + "edge dp:" + type.edge)) << type.name;
    EXPECT_TRUE(rows.contains(subject + "subjectRole dp:" + type.subject_role)) << type.name;
    EXPECT_TRUE(rows.contains(subject + "objectRole dp:" + type.object_role)) << type.name;
    EXPECT_EQ(rows.contains("dp:" + type.edge + " rdf:type owl:SymmetricProperty"), type.symmetric) << type.name;
    EXPECT_EQ(rows.contains(subject + "keyBucket dpv:day"), type.bucket == mapping::KeyBucket::day) << type.name;
    if (type.key_qualifier.empty()) continue;
    EXPECT_TRUE(rows.contains(subject + "keyQualifier dpq:" + type.key_qualifier)) << type.name;
    EXPECT_TRUE(rows.contains("dpq:" + type.key_qualifier + " dp:factProperty dp:" + type.fact_property)) << type.name;
  }
}

}  // namespace
}  // namespace depeche::graph
