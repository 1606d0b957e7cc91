// `depeche explain` and `depeche test`: what mapping authors look at.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

class Explain : public Workbench {};
class Test : public Workbench {};

TEST_F(Explain, ShowsHowASentenceWasRead) {
  const Outcome o = run({"explain", "--text", std::string(visit)});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(o.out.find('\033'), std::string::npos) << "no colour in a pipe";
  EXPECT_TRUE(o.out.starts_with("[1] " + std::string(visit) + "\n  tokens\n      0 Le "));
  for (const char* part : {"\n  mentions\n", "    Mevlut Demir = Mevlut Demir\n", "    Rome = Italie\n",
                           "\n  clauses\n", "\n  rules\n", "    fired  fr.visit.se-rendre on 'rendu'\n",
                           "    failed fr.", "\n  claims\n", "    Visit: Mevlut Demir > IT : asserted"}) {
    EXPECT_NE(o.out.find(part), std::string::npos) << part << "\nin\n" << o.out;
  }
}

TEST_F(Explain, GivesJsonToTools) {
  write("news.jsonl", record("one", std::string(visit) + " " + std::string(other_visit)) + record("two", visit));
  const Outcome o = run({"explain", "news.jsonl", "--json"});
  EXPECT_EQ(o.code, 0);
  const auto lines = lines_of(o.out);
  ASSERT_EQ(lines.size(), 3u);
  const auto first = nlohmann::json::parse(lines[0]), second = nlohmann::json::parse(lines[1]);
  EXPECT_EQ(first["article"], "one");
  EXPECT_EQ(first["sentence"], 1);
  EXPECT_EQ(first["text"], visit);
  EXPECT_EQ(first["tokens"][7]["text"], "rendu");
  EXPECT_EQ(first["tokens"][7]["lemma"], "rendre");
  EXPECT_EQ(first["tokens"][7]["class"], "verb");
  EXPECT_EQ(second["sentence"], 2);
  const auto has = [](const nlohmann::json& list, const char* key, const std::string& value) {
    return std::any_of(list.begin(), list.end(), [&](const auto& e) {
      return e.contains(key) && e[key].template get<std::string>().starts_with(value);
    });
  };
  EXPECT_TRUE(has(first["mentions"], "entity", "Italie"));
  EXPECT_TRUE(has(first["rules"], "rule", "fr.visit.se-rendre"));
  EXPECT_TRUE(has(first["claims"], "claim", "Visit: Mevlut Demir > IT : asserted"));
  EXPECT_TRUE(has(second["claims"], "claim", "Visit: Anna Kovacs > NO : asserted"));
}

TEST_F(Explain, ShowsOneSentenceOrArticle) {
  write("news.jsonl", record("one", std::string(visit) + " " + std::string(other_visit)) + record("two", visit));
  const Outcome second = run({"explain", "news.jsonl", "--sentence", "2"});
  EXPECT_TRUE(second.out.starts_with("[2] " + std::string(other_visit)));
  EXPECT_EQ(count(second.out, "  tokens\n"), 1u);
  const Outcome two = run({"explain", "news.jsonl", "--article", "two"});
  EXPECT_EQ(count(two.out, "  tokens\n"), 1u);
}

TEST_F(Explain, TellsWhatCannotBeRead) {
  write("news.jsonl", record("one", visit) + "{\"id\":\n");
  const Outcome some = run({"explain", "news.jsonl", "missing.txt"});
  EXPECT_EQ(some.code, 1);
  EXPECT_EQ(count(some.err, "news.jsonl:2:"), 1u) << some.err;
  EXPECT_EQ(count(some.err, "missing.txt: error: no such file or folder [input-missing]\n"), 1u);
  EXPECT_NE(some.out, "");
  const Outcome none = run({"explain", "missing.txt"});
  EXPECT_EQ(none.code, 4);
  EXPECT_EQ(none.out, "");
  EXPECT_EQ(none.err,
            "missing.txt: error: no such file or folder [input-missing]\ndepeche: error: no article could be read\n");
}

TEST_F(Explain, ReadsAnyText) {
  for (const char* text : {"", " ", "…", "a\nb", "\xF0\x9F\x8C\x8D", "((((", "« « « » »"}) {
    const Outcome o = run({"explain", "--text", text});
    EXPECT_TRUE(o.code == 0 || (o.code == 2 && o.out.empty())) << "'" << text << "': " << o.err;
  }
}

TEST_F(Test, NamesRulesByTheirBeginning) {
  const Outcome o = run({"test", "fr.visit.se-rendre", "fr.visit.aller", "--verbose"});
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(count(o.out, "\nfr.visit.se-rendre "), 1u) << o.out;
  EXPECT_NE(o.out.find("fr.visit.aller "), std::string::npos);
  const std::size_t rules = count(o.out, "\nfr.visit.aller") + 1;
  EXPECT_NE(o.out.find(" examples of " + std::to_string(rules) + " rules hold\n"), std::string::npos) << o.out;
}

TEST_F(Test, TellsWhatWasExpectedAndWhatCame) {
  const std::string mappings = make_mappings(R"([[rule]]
name     = "se-rendre"
relation = "Visit"
verb     = ["se rendre"]
visitor  = "subject"
host     = ["à", "en"]
examples = [
  { text = "Le ministre turc Mevlut Demir s'est rendu lundi à Rome.", gives = ["Visit: Mevlut Demir > IT : asserted"] },
  { text = "Le ministre turc Mevlut Demir s'est rendu à Rome.", gives = ["Visit: Mevlut Demir > IT : asserted ; from=2024-05-13"] },
  { text = "Le ministre turc Mevlut Demir s'est rendu lundi à Rome.", gives = ["Visit: Mevlut Demir > IT : asserted ; from=2024-05-13"] },
]
counterexamples = ["Le ministre s'est rendu compte de son erreur.", "La ministre turque Elif Demir s'est rendue à Oslo."]
)");
  const Outcome o = run({"test", "--mappings", mappings});
  EXPECT_EQ(o.code, 11);
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(count(o.out,
                  "mappings/fr/rules/visit.toml:9: fr.visit.se-rendre\n"
                  "  Le ministre turc Mevlut Demir s'est rendu à Rome.\n"
                  "  expected  Visit: Mevlut Demir > IT : asserted ; from=2024-05-13\n"
                  "  gave      Visit: Mevlut Demir > IT : asserted\n"),
            1u)
      << o.out;
  EXPECT_EQ(count(o.out,
                  "mappings/fr/rules/visit.toml:12: fr.visit.se-rendre\n"
                  "  La ministre turque Elif Demir s'est rendue à Oslo.\n"
                  "  must not fire here\n"
                  "  gave      Visit: Elif Demir > NO : asserted\n"),
            1u)
      << o.out;
  EXPECT_TRUE(o.out.ends_with("3 of 5 examples of 1 rules hold\n")) << o.out;
}

// The number that may fail stands in a file and only goes down.
TEST_F(Test, TheDeliveredExamplesHoldUpToTheFloor) {
  std::ifstream file(DEPECHE_SOURCE_DIR "/tests/cases/mappings/floor.txt");
  long floor = -1;
  ASSERT_TRUE(file >> floor);
  const Outcome o = run({"test"});
  const auto lines = lines_of(o.out);
  ASSERT_FALSE(lines.empty()) << o.err;
  long held = 0, all = 0;
  std::string of;
  ASSERT_TRUE(std::istringstream(lines.back()) >> held >> of >> all) << lines.back();
  EXPECT_GT(all, 1000);
  EXPECT_EQ(o.code, held == all ? 0 : 11);
  EXPECT_LE(all - held, floor) << o.out;
  if (all - held < floor) std::printf("%ld examples fail: lower tests/cases/mappings/floor.txt\n", all - held);
}

}  // namespace
}  // namespace depeche::cli_test
