// What the repository ships must be without fault, against the real lexicon.
#include <gtest/gtest.h>

#include <set>

#include "base/mapped_file.hpp"
#include "fake_vocabulary.hpp"
#include "mapping/check.hpp"
#include "mapping/expected.hpp"
#include "mapping/governors.hpp"

namespace depeche::mapping {
namespace {

const language::FormLexicon& forms() {
  static const language::FormLexicon opened =
      language::FormLexicon::open(DEPECHE_BUILD_DIR "/share/depeche/fr.forms").value();
  return opened;
}

const std::string ontology_folder = DEPECHE_SOURCE_DIR "/ontology";
const std::string french = DEPECHE_SOURCE_DIR "/mappings/fr";

TEST(Shipped, MappingsAndTablesHaveNoFault) {
  const auto diagnostics = check(ontology_folder, french, forms());
  ASSERT_TRUE(diagnostics) << diagnostics.error().message;
  for (const Diagnostic& d : *diagnostics) {
    EXPECT_NE(d.severity, Severity::error) << format_diagnostic(d);
  }
}

TEST(Shipped, EveryRuleCarriesTwoExamplesAndTwoCounterexamples) {
  const auto diagnostics = check(ontology_folder, french, forms());
  ASSERT_TRUE(diagnostics) << diagnostics.error().message;
  for (const Diagnostic& d : *diagnostics) {
    EXPECT_NE(d.code, "mapping-few-examples") << format_diagnostic(d);
    EXPECT_NE(d.code, "mapping-few-counterexamples") << format_diagnostic(d);
  }
}

TEST(Shipped, EveryRuleHasAMeasuredConfidence) {
  Diagnostics diagnostics;
  const Ontology ontology = Ontology::load(ontology_folder, diagnostics).value();
  const Mappings mappings = Mappings::load(french, ontology, forms(), diagnostics).value();
  ASSERT_GT(mappings.rules().size(), 100U);
  std::set<double> values;
  for (const Rule& rule : mappings.rules()) {
    EXPECT_GT(rule.confidence, 0) << rule.id;
    EXPECT_LT(rule.confidence, 1) << rule.id << ": nothing is that certain";
    values.insert(rule.confidence);
  }
  EXPECT_GT(values.size(), 10U);
}

TEST(Shipped, GovernorsKnowTheCommonVerbs) {
  Diagnostics diagnostics;
  const Governors governors = Governors::load(french + "/governors.toml", forms(), diagnostics).value();
  const auto implication = [&](const char* verb, std::uint8_t form) {
    for (const Governor& g : governors.find(forms().find_lemma(verb), TriggerClass::verb)) {
      if ((g.forms & form) != 0 && !g.pronominal && !g.passive) return static_cast<int>(g.implication);
    }
    return -1;
  };
  EXPECT_EQ(implication("refuser", complement_infinitive), static_cast<int>(Implication::negates));
  EXPECT_EQ(implication("accuser", complement_infinitive), static_cast<int>(Implication::accused));
  EXPECT_EQ(implication("déclarer", complement_clause), static_cast<int>(Implication::said));
  EXPECT_EQ(implication("démentir", complement_noun), static_cast<int>(Implication::denies));
  EXPECT_EQ(implication("devoir", complement_infinitive), static_cast<int>(Implication::planned));
  EXPECT_EQ(implication("pouvoir", complement_infinitive), static_cast<int>(Implication::possible));
  EXPECT_EQ(implication("cesser", complement_infinitive), static_cast<int>(Implication::ended));
  EXPECT_EQ(implication("manger", complement_infinitive), -1);
}

TEST(Shipped, EveryCommodityOfTheLexiconIsAConceptOfTheOntology) {
  Diagnostics diagnostics;
  const Ontology ontology = Ontology::load(ontology_folder, diagnostics).value();
  const std::string table = read_file(DEPECHE_SOURCE_DIR "/mappings/names/commodities.tsv").value();
  int rows = 0;
  for (std::uint32_t line = 1;; ++line) {
    const std::string_view row = line_of(table, line);
    if (row.empty()) break;
    const std::string_view id = row.substr(0, row.find('\t'));
    if (row.starts_with('#') || id == "id") continue;
    ++rows;
    EXPECT_TRUE(ontology.has_value(id)) << id;
  }
  EXPECT_GT(rows, 100);
}

TEST(Shipped, AMissingFolderFails) {
  const auto diagnostics = check(ontology_folder, "/nonexistent/fr", forms());
  ASSERT_FALSE(diagnostics);
  EXPECT_NE(diagnostics.error().message.find("/nonexistent/fr/grammar.toml"), std::string::npos);
}

TEST(Gaps, RelationTypesWithoutRuleAreNoted) {
  Diagnostics diagnostics;
  const Ontology ontology = Ontology::load(ontology_folder, diagnostics).value();
  const Diagnostics notes = find_gaps(ontology, Mappings(), "mappings/fr");
  ASSERT_EQ(notes.size(), ontology.relations().size());
  EXPECT_EQ(format_diagnostic(notes[0]),
            "mappings/fr/rules: note: no rule gives the relation type Accusation [mapping-no-rule]\n");
}

TEST(Expected, IsTakenApart) {
  std::string fault;
  const auto expected = parse_expected("Import: TR > RU : asserted ; value=40; measure=shareOfImports", fault);
  ASSERT_TRUE(expected) << fault;
  EXPECT_EQ(expected->relation, "Import");
  EXPECT_EQ(expected->subject, "TR");
  EXPECT_EQ(expected->object, "RU");
  EXPECT_EQ(expected->status, Status::asserted);
  ASSERT_EQ(expected->qualifiers.size(), 2U);
  EXPECT_EQ(expected->qualifiers[1], (std::pair<std::string, std::string>("measure", "shareOfImports")));
  EXPECT_FALSE(parse_expected("Import: TR > : asserted", fault));
  EXPECT_EQ(fault, "relation type, subject and object must not be empty");
  EXPECT_FALSE(parse_expected("", fault));
  EXPECT_FALSE(parse_expected("Import: TR > RU : asserted ; value", fault));
  EXPECT_EQ(fault, "expected 'key=value' behind ';'");
}

}  // namespace
}  // namespace depeche::mapping
