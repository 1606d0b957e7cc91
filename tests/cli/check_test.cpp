// `depeche check`: everything that is wrong with mappings, lexicons and ontology, each with its place; and that the
// other commands refuse to work with them.
#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

class Check : public Workbench {};

constexpr std::string_view good_rule = R"([[rule]]
name     = "se-rendre"
relation = "Visit"
verb     = ["se rendre"]
visitor  = "subject"
host     = ["à", "en"]
examples = [
  { text = "Le ministre turc Mevlut Demir s'est rendu lundi à Rome.", gives = ["Visit: Mevlut Demir > IT : asserted"] },
  { text = "Le ministre turc Mevlut Demir se rendra à Rome.", gives = ["Visit: Mevlut Demir > IT : planned"] },
]
counterexamples = ["Le ministre s'est rendu compte de son erreur.", "Les soldats se sont rendus."]
)";

TEST_F(Check, WhatIsDeliveredHasNoErrorAndEveryRelationTypeARule) {
  const Outcome o = run({"check"});
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_EQ(count(o.err, "error:"), 0u) << o.err;
  EXPECT_EQ(count(o.err, "[mapping-no-rule]"), 0u) << o.err;
  const auto lines = lines_of(o.out);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_NE(lines[0].find(" rules for 31 relation types, "), std::string::npos) << lines[0];
}

TEST_F(Check, RelationTypesWithoutRuleAreNoted) {
  const Outcome o = run({"check", "--mappings", make_mappings(good_rule)});
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_EQ(count(o.err, "[mapping-no-rule]\n"), 30u);
  EXPECT_EQ(count(o.err, "mappings/fr/rules: note: no rule gives the relation type Import [mapping-no-rule]\n"), 1u);
  EXPECT_TRUE(o.out.starts_with("1 rules for 31 relation types, ")) << o.out;
  EXPECT_TRUE(o.out.ends_with(", 30 notes\n") || o.out.ends_with(": 30 notes\n")) << o.out;
}

TEST_F(Check, FaultsComeWithLineCaretAndHint) {
  std::string rules(good_rule);
  rules.replace(rules.find("visitor"), 7, "visiter");
  const std::string mappings = make_mappings(rules);
  const std::string fault =
      "mappings/fr/rules/visit.toml:5:1: error: Visit has no role 'visiter'; its roles are 'visitor' and 'host' "
      "[mapping-unknown-role]\n"
      "  visiter  = \"subject\"\n"
      "  ^\n"
      "  hint: did you mean 'visitor'?\n";
  const Outcome check = run({"check", "--mappings", mappings});
  EXPECT_EQ(check.code, 2);
  EXPECT_EQ(count(check.err, fault), 1u) << check.err;
  EXPECT_EQ(count(check.err, "note:"), 0u) << check.err;
  EXPECT_TRUE(check.out.ends_with(" names: 2 errors\n")) << check.out;
  write("a.txt", visit);
  for (const auto& call :
       std::vector<std::vector<std::string>>{{"export", "a.txt", "-o", "kg.ttl"}, {"explain", "a.txt"}, {"test"}}) {
    auto arguments = call;
    arguments.insert(arguments.end(), {"--mappings", mappings});
    const Outcome o = run(arguments);
    EXPECT_EQ(o.code, 2) << call[0];
    EXPECT_EQ(o.out, "") << call[0];
    EXPECT_EQ(count(o.err, fault), 1u) << call[0] << o.err;
    EXPECT_EQ(count(o.err, "note:"), 0u) << call[0] << o.err;
  }
  EXPECT_FALSE(exists("kg.ttl"));
}

TEST_F(Check, AllFaultsOfAllFilesAreTold) {
  std::string rules(good_rule);
  rules.replace(rules.find("\"Visit\""), 7, "\"Visti\"");
  const std::string mappings = make_mappings(rules);
  write("mappings/fr/rules/zz.toml", "[[rule]]\nname = \"x\nrelation = 1\n");
  write("persons.tsv", "label\tgender\tisos\nNadia Berg\tf\tDE\n");
  const Outcome o = run({"check", "--mappings", mappings, "--lexicon", "persons.tsv"});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(count(o.err, "mappings/fr/rules/visit.toml:3:12: error: the ontology has no relation type 'Visti'"), 1u)
      << o.err;
  EXPECT_EQ(count(o.err, "hint: did you mean 'Visit'?"), 1u) << o.err;
  EXPECT_EQ(count(o.err, "mappings/fr/rules/zz.toml:2:10: error: "), 1u) << o.err;
  EXPECT_EQ(count(o.err, "persons.tsv:1:14: error: "), 1u) << o.err;
}

TEST_F(Check, WarningsAreLeftToCheck) {
  std::string rules(good_rule);
  rules.replace(rules.find("host "), 0, "where    = { object = [\"zorblification\"] }\n");
  const std::string mappings = make_mappings(rules);
  const Outcome check = run({"check", "--mappings", mappings});
  EXPECT_EQ(check.code, 0);
  EXPECT_EQ(count(check.err, "visit.toml:6:24: warning: the lexicon has no lemma 'zorblification'"), 1u) << check.err;
  write("a.txt", visit);
  const Outcome explain = run({"explain", "a.txt", "--mappings", mappings});
  EXPECT_EQ(explain.code, 0);
  EXPECT_EQ(explain.err, "");
}

TEST_F(Check, AFaultyOntologyIsToldAlone) {
  write("ontology/relations.ttl",
        "@prefix dp: <https://w3id.org/depeche/ontology#> .\ndp:Visit a dp:Event ;\n  foo:bar 1 .\n");
  const Outcome o = run({"check", "--ontology", "ontology"});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(count(o.err, "ontology/relations.ttl:3:"), 1u) << o.err;
  EXPECT_EQ(count(o.err, "mapping-"), 0u) << o.err;
}

}  // namespace
}  // namespace depeche::cli_test
