#include <gtest/gtest.h>

#include "fake_vocabulary.hpp"
#include "mapping/mappings.hpp"

namespace depeche::mapping {
namespace {

const Ontology& ontology() {
  static const Ontology loaded = [] {
    Diagnostics diagnostics;
    return Ontology::load(DEPECHE_SOURCE_DIR "/ontology", diagnostics).value();
  }();
  return loaded;
}

Functions functions() {
  Diagnostics diagnostics;
  const std::string text =
      "[prepositions]\nsimple = [\"à\", \"avec\", \"en\", \"sur\"]\ncomplex = [\"à l'encontre de\"]\n";
  return Functions::parse(text, "grammar.toml", diagnostics);
}

Mappings parse(const std::string& text, Diagnostics& diagnostics) {
  return Mappings::parse(text, "rules/visit.toml", "fr.visit.", ontology(), FakeVocabulary(), functions(), diagnostics);
}

/// What is said about the text.
std::string faults(const std::string& text) {
  Diagnostics diagnostics;
  parse(text, diagnostics);
  return text_of(diagnostics);
}

const std::string examples = R"(examples = [
  { text = "Mevlut Demir a visité Rome.", gives = ["Visit: Mevlut Demir > IT : asserted"] },
  { text = "Anna Kovacs visitera Rome.", gives = ["Visit: Anna Kovacs > IT : planned"] },
]
counterexamples = ["Rome est visitée.", "Anna Kovacs visite."]
)";

/// A rule for Visit without fault, with `more` in it.
std::string visit(const std::string& more) {
  return "[[rule]]\nname = \"visiter\"\nrelation = \"Visit\"\nverb = \"visiter\"\n"
         "visitor = \"subject\"\nhost = \"object\"\n" +
         examples + more + "\n";
}

/// Expects one fault of this code, at this place of `visit(more)` (line 12 is the first of `more`).
void expect_fault(const std::string& more, const std::string& code, std::uint32_t column,
                  const std::string& hint = "") {
  Diagnostics diagnostics;
  const Mappings mappings = parse(visit(more), diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U) << text_of(diagnostics);
  EXPECT_EQ(diagnostics[0].code, "mapping-" + code) << text_of(diagnostics);
  EXPECT_EQ(diagnostics[0].line, 12U) << text_of(diagnostics);
  EXPECT_EQ(diagnostics[0].column, column) << text_of(diagnostics);
  EXPECT_EQ(diagnostics[0].hint, hint);
  EXPECT_EQ(diagnostics[0].source_line, more.substr(0, more.find('\n')));
  EXPECT_EQ(mappings.rules().empty(), diagnostics[0].severity == Severity::error);
}

TEST(Rules, ACompleteRuleIsCompiled) {
  Diagnostics diagnostics;
  const Mappings mappings = parse(
      "[[rule]]\nname = \"se-rendre\"\nrelation = \"Visit\"\nverb = [\"se rendre\", \"visiter\"]\nnoun = \"visite\"\n"
      "visitor = { from = [\"subject\", \"object.genitive\"], kind = [\"person\"], all = true }\n"
      "host = [\"à\", \"à l'encontre de\"]\n"
      "where = { object = [\"accord\"], self = true, not = { avec = true, en = [\"visite\"] } }\n"
      "qualifier = { topic = [\"sur\"], place = { from = \"place\", each = true }, aidKind = \"=military\" }\n"
      "figure = [{ measure = \"amount\", unit = \"money\", from = \"object\" },\n"
      "  { measure = \"rank\", unit = \"count\" }]\n"
      "status = \"planned\"\nnegates = true\n" +
          examples,
      diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  ASSERT_EQ(mappings.rules().size(), 1U);
  const Rule& rule = mappings.rules()[0];
  const Functions& f = mappings.functions();
  EXPECT_EQ(rule.id, "fr.visit.se-rendre");
  EXPECT_EQ(rule.relation, "Visit");
  EXPECT_EQ(rule.relation_index, ontology().find("Visit"));
  EXPECT_EQ(rule.file, "rules/visit.toml");
  EXPECT_EQ(rule.line, 1U);
  ASSERT_EQ(rule.triggers.size(), 3U);
  EXPECT_TRUE(rule.triggers[0].pronominal);
  EXPECT_EQ(rule.triggers[0].word, "rendre");
  EXPECT_FALSE(rule.triggers[1].pronominal);
  EXPECT_EQ(rule.triggers[2].word_class, TriggerClass::noun);
  ASSERT_EQ(rule.subject.paths.size(), 2U);
  EXPECT_EQ(rule.subject.paths[1].steps, (std::vector<FunctionId>{f.find("object"), f.find("genitive")}));
  EXPECT_EQ(rule.subject.kinds, 1);
  EXPECT_TRUE(rule.subject.all_paths);
  EXPECT_EQ(rule.object.kinds, 14) << "the kinds of the ontology";
  EXPECT_EQ(rule.object.paths[1].steps, std::vector<FunctionId>{f.find("à l'encontre de")});
  EXPECT_FALSE(rule.mutual);
  ASSERT_EQ(rule.conditions.size(), 4U);
  for (const Condition& c : rule.conditions) {
    const std::string_view name = f.name(c.path.steps.at(0));
    EXPECT_EQ(c.negated, name == "en") << name;
    EXPECT_EQ(c.present, name == "self") << name;
    EXPECT_EQ(c.words.size(), name == "object" || name == "en" ? 1U : 0U) << name;
    EXPECT_EQ(c.lemmas.size(), c.words.size()) << name;
  }
  ASSERT_EQ(rule.qualifiers.size(), 3U);
  for (const Qualifier& q : rule.qualifiers) {
    EXPECT_EQ(q.as, q.property == "topic"   ? Qualifier::As::phrase
                    : q.property == "place" ? Qualifier::As::place
                                            : Qualifier::As::constant);
    EXPECT_EQ(q.each, q.property == "place");
    EXPECT_EQ(q.constant, q.property == "aidKind" ? "military" : "");
  }
  ASSERT_EQ(rule.figures.size(), 2U);
  EXPECT_EQ(rule.figures[0].unit, FigureSpec::Unit::money);
  EXPECT_EQ(rule.figures[0].paths.size(), 1U);
  EXPECT_EQ(rule.figures[1].unit, FigureSpec::Unit::count);
  EXPECT_EQ(rule.status, Status::planned);
  EXPECT_TRUE(rule.negates);
  EXPECT_EQ(rule.examples.size(), 2U);
  EXPECT_EQ(rule.counterexamples.size(), 2U);
}

TEST(Rules, AreFoundByTrigger) {
  Diagnostics diagnostics;
  const FakeVocabulary words;
  const Mappings mappings = parse(visit("noun = \"visite\"\nlist = \"office\""), diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  EXPECT_EQ(mappings.triggered_by(words.find_lemma("visiter"), TriggerClass::verb).size(), 1U);
  EXPECT_EQ(mappings.triggered_by(words.find_lemma("visite"), TriggerClass::noun).size(), 1U);
  EXPECT_TRUE(mappings.triggered_by(words.find_lemma("visite"), TriggerClass::verb).empty());
  EXPECT_TRUE(mappings.triggered_by(words.find_lemma("rendre"), TriggerClass::verb).empty());
  EXPECT_EQ(mappings.triggered_by_list("office").size(), 1U);
  EXPECT_TRUE(mappings.triggered_by_list("party").empty());
}

TEST(Rules, SymmetricRelationsHaveTwoSides) {
  const std::string head = "[[rule]]\nname = \"rencontrer\"\nrelation = \"Meeting\"\nverb = \"rencontrer\"\n";
  const std::string tail = R"(examples = [
  { text = "A a rencontré B.", gives = ["Meeting: A > B : asserted"] },
  { text = "B a rencontré A.", gives = ["Meeting: A > B : asserted"] },
]
counterexamples = ["A a rencontré des difficultés.", "B se rencontre."]
)";
  Diagnostics diagnostics;
  const Mappings mappings = parse(head + "participant = [\"subject\", [\"object\", \"avec\"]]\n" + tail, diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  ASSERT_EQ(mappings.rules().size(), 1U);
  EXPECT_TRUE(mappings.rules()[0].mutual);
  EXPECT_EQ(mappings.rules()[0].subject.paths.size(), 1U);
  EXPECT_EQ(mappings.rules()[0].object.paths.size(), 2U);
  EXPECT_NE(faults(head + "participant = [\"subject\", \"object\", \"avec\"]\n" + tail).find("[mapping-wrong-sides]"),
            std::string::npos);
  EXPECT_NE(faults(head + "participant = \"subject\"\nmutual = false\n" + tail).find("[mapping-missing-side]"),
            std::string::npos);
  EXPECT_NE(faults(head + tail).find("[mapping-missing-role]"), std::string::npos);
  EXPECT_EQ(faults(head + "participant = \"subject\"\n" + tail), "");
}

TEST(Rules, UnknownRolesAndKeysAreToldApart) {
  EXPECT_EQ(faults(visit("visiteur = \"subject\"")),
            "rules/visit.toml:12:1: error: Visit has no role 'visiteur'; its roles are 'visitor' and 'host' "
            "[mapping-unknown-role]\n"
            "  visiteur = \"subject\"\n"
            "  ^\n"
            "  hint: did you mean 'visitor'?\n");
  EXPECT_EQ(faults(visit("exporter = \"subject\"")),
            "rules/visit.toml:12:1: error: Visit has no role 'exporter'; its roles are 'visitor' and 'host' "
            "[mapping-unknown-role]\n"
            "  exporter = \"subject\"\n"
            "  ^\n");
  EXPECT_EQ(faults(visit("qualifer = { topic = \"sur\" }")),
            "rules/visit.toml:12:1: error: unknown key 'qualifer' [mapping-unknown-key]\n"
            "  qualifer = { topic = \"sur\" }\n"
            "  ^\n"
            "  hint: did you mean 'qualifier'?\n");
}

TEST(Rules, UnknownWordsArePlacedAndExplained) {
  EXPECT_EQ(faults("[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nverb = [\"rendre\", \"visitter\"]\n"
                   "visitor = \"subject\"\nhost = \"à\"\n" +
                   examples),
            "rules/visit.toml:4:19: error: the lexicon has no lemma 'visitter' [mapping-unknown-lemma]\n"
            "  verb = [\"rendre\", \"visitter\"]\n"
            "                    ^\n"
            "  hint: did you mean 'visiter'?\n");
  expect_fault("noun = \"visites\"", "unknown-lemma", 8, "it is a form of 'visite'");
  expect_fault("noun = \"rendre visite\"", "unknown-lemma", 8,
               "a trigger is one word; ask for the others with 'where', or see support.toml");
  expect_fault("noun = \"rencontrer\"", "wrong-class", 8, "it is a verb: verb = \"rencontrer\"");
  expect_fault("where = { object = \"accords\" }", "unknown-word", 20, "it is a form of 'accord'");
  EXPECT_EQ(faults(visit("where = { object = [\"Otan\", \"S-400\"] }")), "") << "names are in no lexicon";
}

TEST(Rules, UnknownWordsMayBeAskedFor) {
  Diagnostics diagnostics;
  const Mappings mappings = parse(visit("noun = \"walkabout\"\nunknown_words = true"), diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  EXPECT_EQ(mappings.triggered_by_word("walkabout", TriggerClass::noun).size(), 1U);
  EXPECT_TRUE(mappings.triggered_by_word("walkabout", TriggerClass::verb).empty());
}

TEST(Rules, PathsAreCheckedStepByStep) {
  expect_fault("where = { \"object.génitif\" = true }", "unknown-function", 19);
  expect_fault("where = { objet = true }", "unknown-function", 11, "did you mean 'object'?");
  expect_fault("qualifier = { topic = [\"sur\", \"object.subjet\"] }", "unknown-function", 39,
               "did you mean 'subject'?");
  expect_fault("qualifier = { topic = \"theme.object\" }", "path-goes-on", 30);
  expect_fault("qualifier = { topic = \"object.\" }", "unknown-function", 31);
  EXPECT_EQ(faults(visit("where = { object.genitive = true }")), "") << "TOML makes a table of the dotted key";
}

TEST(Rules, ValuesAreHeldAgainstTheOntology) {
  expect_fault("qualifier = { topics = \"sur\" }", "unknown-qualifier", 15, "did you mean 'topic'?");
  expect_fault("qualifier = { aidKind = \"=militry\" }", "unknown-value", 25, "did you mean 'military'?");
  expect_fault("qualifier = { topic = { from = \"sur\", as = \"phrases\" } }", "unknown-form", 44,
               "a qualifier comes as 'phrase', 'commodity', 'place' or 'office'");
  expect_fault("figure = { measure = \"amounts\", unit = \"money\" }", "unknown-measure", 22, "did you mean 'amount'?");
  expect_fault("figure = { measure = \"amount\", unit = \"euro\" }", "unknown-unit", 39,
               "a unit is '%', 'money' or 'count'");
  expect_fault("figure = { measure = \"amount\" }", "missing-key", 10);
  expect_fault("status = \"plannned\"", "unknown-status", 10,
               "a status is one of 'negated', 'questioned', 'conditional', 'planned', 'possible', 'alleged', "
               "'attributed' or 'asserted'");
  expect_fault("list = \"offices\"", "unknown-name-list", 8, "the lists are 'office' and 'affiliation'");
  expect_fault("mutual = true", "mutual-on-directed", 10);
  expect_fault("ended = true", "ended-event", 9);
  expect_fault("negates = \"yes\"", "wrong-type", 11);
  expect_fault("continues = { from = \"object\" }", "missing-key", 13);
}

TEST(Rules, KindsMustBeAdmittedByTheOntology) {
  const std::string head = "[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nverb = \"visiter\"\nhost = \"object\"\n";
  EXPECT_NE(faults(head + "visitor = { from = \"subject\", kind = [\"person\", \"place\"] }\n" + examples)
                .find("visit.toml:6:49: error: the ontology admits no place in this role [mapping-kind-not-allowed]"),
            std::string::npos);
  EXPECT_NE(faults(head + "visitor = { from = \"subject\", kind = \"persons\" }\n" + examples)
                .find("unknown kind 'persons' [mapping-unknown-kind]"),
            std::string::npos);
}

TEST(Rules, ExamplesAreCheckedForTheirForm) {
  const std::string head =
      "[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nverb = \"visiter\"\n"
      "visitor = \"subject\"\nhost = \"object\"\ncounterexamples = [\"a\", \"b\"]\n";
  const auto with = [&](const std::string& gives) {
    return faults(head + "examples = [\n{ text = \"t\", gives = [\"" + gives +
                  "\"] },\n"
                  "{ text = \"u\", gives = [\"Visit: A > IT : asserted\"] } ]\n");
  };
  EXPECT_EQ(with("Visit: A > IT : planned ; place=Rome"), "");
  EXPECT_EQ(with("Visit A > IT : asserted"),
            "rules/visit.toml:9:24: error: 'Visit A > IT : asserted': expected 'Type: subject > object : status' "
            "[mapping-bad-example]\n"
            "  { text = \"t\", gives = [\"Visit A > IT : asserted\"] },\n"
            "                         ^\n");
  EXPECT_NE(with("Visit: A > IT : sure").find("unknown status 'sure' [mapping-bad-example]"), std::string::npos);
  EXPECT_NE(with("Visits: A > IT : asserted").find("[mapping-unknown-relation]"), std::string::npos);
  EXPECT_NE(with("Meeting: A > B : asserted").find("[mapping-example-of-another]"), std::string::npos);
  EXPECT_NE(with("Visit: A > IT : asserted ; plac=Rome").find("[mapping-unknown-qualifier]"), std::string::npos);
  EXPECT_NE(faults(head + "examples = [ { text = \"t\" } ]\n").find("[mapping-bad-example]"), std::string::npos);
}

TEST(Rules, FewExamplesAreAWarningAndKeepTheRule) {
  Diagnostics diagnostics;
  const Mappings mappings = parse(
      "[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nverb = \"visiter\"\n"
      "visitor = \"subject\"\nhost = \"object\"\n",
      diagnostics);
  EXPECT_EQ(
      text_of(diagnostics),
      "rules/visit.toml:1:1: warning: rule 'fr.visit.v' has 0 of the two examples that every rule carries "
      "[mapping-few-examples]\n  [[rule]]\n  ^\n"
      "rules/visit.toml:1:1: warning: rule 'fr.visit.v' has 0 of the two counter-examples that every rule carries "
      "[mapping-few-counterexamples]\n  [[rule]]\n  ^\n");
  EXPECT_EQ(mappings.rules().size(), 1U);
}

TEST(Rules, ExamplesMayHaveATitle) {
  Diagnostics diagnostics;
  const Mappings mappings = parse(
      "[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nverb = \"visiter\"\nvisitor = \"subject\"\nhost = \"object\"\n"
      "examples = [{ title = \"Commerce du Ghana\", text = \"A\", gives = [\"Visit: A > IT : asserted\"] },\n"
      "  { text = \"B\", gives = [\"Visit: A > IT : asserted\"] }]\n"
      "counterexamples = [{ title = \"Titre\", text = \"C\" }, \"D\"]\n",
      diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  ASSERT_EQ(mappings.rules().size(), 1U);
  const Rule& rule = mappings.rules()[0];
  ASSERT_EQ(rule.examples.size(), 2U);
  EXPECT_EQ(rule.examples[0].title, "Commerce du Ghana");
  EXPECT_EQ(rule.examples[0].text, "A");
  EXPECT_EQ(rule.examples[1].title, "");
  ASSERT_EQ(rule.counterexamples.size(), 2U);
  EXPECT_EQ(rule.counterexamples[0].title, "Titre");
  EXPECT_EQ(rule.counterexamples[0].text, "C");
  EXPECT_EQ(rule.counterexamples[1].text, "D");
  EXPECT_NE(faults("[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nverb = \"visiter\"\ncounterexamples = [{ title = "
                   "\"T\" }, 3]\n")
                .find("[mapping-bad-example]"),
            std::string::npos);
}

TEST(Rules, WholeRulesAndFilesAreChecked) {
  const auto has = [](const std::string& text, const std::string& code) {
    EXPECT_NE(faults(text).find("[mapping-" + code + "]"), std::string::npos) << faults(text);
  };
  has("[[rule]]\nname = \"v\"\n", "missing-key");
  has("[[rule]]\nname = \"v\"\nrelation = \"Visite\"\n", "unknown-relation");
  const std::string head = "[[rule]]\nname = \"v\"\nrelation = \"Visit\"\nvisitor = \"subject\"\n";
  has(head + "host = \"object\"\n" + examples, "no-trigger");
  has(head + "verb = \"visiter\"\n" + examples, "missing-role");
  has("[[rules]]\nname = \"v\"\n", "unknown-key");
  has("[[rule]\nname = \"v\"\n", "syntax");
  has("[[rule]]\nname = \"v\"\nname = \"w\"\n", "syntax");
  EXPECT_EQ(faults(visit("") + visit("")),
            "rules/visit.toml:14:8: error: there is a rule 'fr.visit.visiter' already, on line 1 "
            "[mapping-duplicate-name]\n  name = \"visiter\"\n         ^\n");
  EXPECT_EQ(faults(""), "");
}

TEST(Rules, WordListsStandForTheirWords) {
  const std::string lists = "[words]\npactes = [\"accord\", \"visite\"]\n";
  Diagnostics diagnostics;
  const Mappings mappings = parse(visit("where = { object = \"@pactes\" }") + lists, diagnostics);
  EXPECT_EQ(text_of(diagnostics), "");
  ASSERT_EQ(mappings.rules().size(), 1U);
  EXPECT_EQ(mappings.rules()[0].conditions.at(0).words, (std::vector<std::string>{"accord", "visite"}));
  EXPECT_EQ(faults(visit("where = { object = \"@pacte\" }") + lists),
            "rules/visit.toml:12:20: error: there is no word list 'pacte' [mapping-unknown-list]\n"
            "  where = { object = \"@pacte\" }\n"
            "                     ^\n"
            "  hint: did you mean 'pactes'?\n");
}

TEST(Rules, EveryFaultOfAFileIsReported) {
  Diagnostics diagnostics;
  parse(visit("noun = \"vist\"\nmutual = true\nqualifier = { topics = \"sur\" }\n"
              "figure = { measure = \"x\", unit = \"y\" }"),
        diagnostics);
  EXPECT_EQ(diagnostics.size(), 5U) << text_of(diagnostics);
}

TEST(Functions, GrammarIsChecked) {
  Diagnostics diagnostics;
  Functions::parse("[prepositions]\nsimple = [\"à\", \"à\"]\ncomplexe = []\n", "grammar.toml", diagnostics);
  EXPECT_EQ(text_of(diagnostics),
            "grammar.toml:3:1: error: unknown key 'complexe' [grammar-unknown-key]\n"
            "  complexe = []\n"
            "  ^\n"
            "  hint: did you mean 'complex'?\n"
            "grammar.toml:2:16: error: 'à' is listed twice [grammar-duplicate]\n"
            "  simple = [\"à\", \"à\"]\n"
            "                 ^\n");
}

TEST(Functions, PrepositionsAreFunctions) {
  const Functions f = functions();
  EXPECT_EQ(f.find("subject"), 0);
  EXPECT_NE(f.find("à l'encontre de"), no_function);
  EXPECT_EQ(f.find("chez"), no_function);
  EXPECT_EQ(f.name(f.find("avec")), "avec");
  EXPECT_EQ(f.complex_prepositions(), std::vector<FunctionId>{f.find("à l'encontre de")});
}

}  // namespace
}  // namespace depeche::mapping
