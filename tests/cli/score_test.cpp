// `depeche score`: figures against a gold standard, from articles and from an export of them.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const std::string corpus = DEPECHE_SOURCE_DIR "/tests/cases/corpus";

class Score : public Workbench {
 protected:
  /// One article with four gold relations: two that are found, one of them with another status than the gold's, one
  /// that no rule can find, and one whose actor the text does not name. The claims about Oslo are extras.
  Score() {
    fs::create_directory(path("gold"));
    write("gold/a.relations.tsv",
          "one\tVisit\tp:Mevlut Demir\tc:IT\tasserted\t-\t-\ts'est rendu lundi à Rome\n"
          "one\tOffice\tp:Mevlut Demir\tc:TR\tnegated\t-\toffice=ministre\tLe ministre turc\n"
          "one\tTrade\tc:TR\tc:IT\tasserted\t-\tvalue=3,5;unit=EUR\tLe ministre turc\n"
          "one\tVisit\tp:Mevlut Demir\tc:FR\tasserted\t-\t-\tLe ministre turc\n");
    write("gold/a.entities.tsv",
          "one\tp:Mevlut Demir\tMevlut Demir|M. Demir\none\tc:TR\tturc\none\tc:IT\tRome\none\to:Cyrkon\tCyrkon\n");
    write("a.jsonl", record("one", std::string(visit) + " " + std::string(other_visit)) + record("two", other_visit));
  }
};

TEST_F(Score, TellsPrecisionAndRecall) {
  const Outcome o = run({"score", "gold", "a.jsonl", "--types", "--misses", "9", "--extras", "9"});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.err, "");
  EXPECT_TRUE(
      o.out.starts_with("1 articles\n"
                        "               precision  recall     F1   found/given/gold\n"
                        "relations          0.500   0.500  0.500   2/4/4\n"
                        "facts              0.250   0.333  0.286   1/4/3\n"
                        "persons            0.500   1.000  0.667   1/2/1\n"
                        "countries          0.500   1.000  0.667   2/4/2\n"
                        "organisations      0.000   0.000  0.000   0/0/1\n"
                        "status of found relations right: 0.500 (1/2)\n"
                        "gold figures given with the same number: 0.000 (0/1)\n"
                        "\n"
                        "Office                   0.500   1.000  0.667   1/2/1\n"
                        "Trade                    0.000   0.000  0.000   0/0/1\n"
                        "Visit                    0.500   0.500  0.500   1/2/2\n"
                        "MISS  one\tTrade\tc:TR -> c:IT\tasserted\tLe ministre turc\n"
                        "MISS  one\tVisit\tp:Mevlut Demir -> c:FR\tasserted\tLe ministre turc\n"
                        "EXTRA one\t"))
      << o.out;
  EXPECT_EQ(count(o.out, "EXTRA "), 2u);
}

TEST_F(Score, AnExportGivesTheSameAsTheArticles) {
  ASSERT_EQ(run({"export", "a.jsonl", "-o", "kg.nq"}).code, 0);
  for (const std::string form : {"--types", "--json"}) {
    const Outcome a = run({"score", "gold", "a.jsonl", form, "--extras", "9"});
    const Outcome b = run({"score", "gold", "kg.nq", form, "--extras", "9"});
    EXPECT_EQ(a.code, 0);
    EXPECT_EQ(b.code, 0);
    EXPECT_EQ(a.out, b.out);
    EXPECT_GT(a.out.size(), 100u);
  }
}

TEST_F(Score, WritesTheRulesPrecision) {
  ASSERT_EQ(run({"score", "gold", "a.jsonl", "--write-precision", "p.tsv"}).code, 0);
  const std::string table = read("p.tsv");
  EXPECT_EQ(count(table, "\nrule\tright\twrong\tconfidence\n*\t2\t2\t0.500\n"), 1u) << table;
  EXPECT_EQ(count(table, "\nVisit\t1\t1\t0.500\n"), 1u) << table;
  EXPECT_EQ(count(table, "\nfr.visit.se-rendre\t1\t1\t0.500\n"), 1u) << table;
}

TEST_F(Score, FaultsOfTheGoldHaveTheirPlace) {
  write("gold/b.relations.tsv", "one\tVisit\tp:Mevlut Demir\tc:IT\tcertain\t-\t-\tx\none\tVisit\n");
  write("gold/b.entities.tsv", "one\tMevlut Demir\tDemir\n");
  const Outcome o = run({"score", "gold", "a.jsonl"});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(count(o.err, "gold/b.relations.tsv:1: error: 'certain' is no status [gold-row]\n"), 1u) << o.err;
  EXPECT_EQ(count(o.err, "gold/b.relations.tsv:2: error: expected 8 columns"), 1u) << o.err;
  EXPECT_EQ(count(o.err, "gold/b.entities.tsv:1: error: 'Mevlut Demir' is no actor"), 1u) << o.err;
}

TEST_F(Score, RefusesWhatCannotBeMeasured) {
  EXPECT_EQ(run({"score"}).code, 2);
  EXPECT_EQ(run({"score", "gold"}).code, 2);
  EXPECT_EQ(run({"score", "nowhere", "a.jsonl"}).code, 2);
  fs::create_directory(path("empty"));
  EXPECT_EQ(run({"score", "empty", "a.jsonl"}).code, 2);
  EXPECT_EQ(run({"score", "gold", "nothing.jsonl"}).code, 4);
  EXPECT_EQ(run({"score", "gold", "nothing.nq"}).code, 4);
  write("bad.nq", "<http://example.org/a> <http://example.org/b> \"c\n");
  const Outcome o = run({"score", "gold", "bad.nq"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(count(o.err, "bad.nq:1:"), 1u) << o.err;
}

/// The text of an article of the corpus: of a page as it stands, of a record title and text.
std::map<std::string, std::string> corpus_texts() {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    out[entry.path().stem()] = text.str();
  }
  std::ifstream records(corpus + "/articles.jsonl");
  for (std::string line; std::getline(records, line);) {
    const Json r = Json::parse(line);
    out[r["id"]] = r["title"].get<std::string>() + "\n" + r["text"].get<std::string>();
  }
  return out;
}

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    out.emplace_back();
    for (std::string field; std::getline(fields, field, '\t');) out.back().push_back(field);
  }
  return out;
}

TEST_F(Score, TheGoldOfTheCorpusStandsInItsTexts) {
  const auto texts = corpus_texts();
  EXPECT_GE(texts.size(), 40u);
  std::map<std::string, std::size_t> types, statuses;
  for (const auto& row : rows_of(corpus + "/corpus.relations.tsv")) {
    ASSERT_EQ(row.size(), 8u);
    ASSERT_TRUE(texts.contains(row[0])) << row[0];
    EXPECT_NE(texts.at(row[0]).find(row[7]), std::string::npos) << row[0] << ": no such evidence: " << row[7];
    ++types[row[1]];
    ++statuses[row[4]];
  }
  EXPECT_EQ(types.size(), 31u);
  EXPECT_EQ(statuses.size(), 8u);
  for (const auto& row : rows_of(corpus + "/corpus.entities.tsv")) {
    ASSERT_EQ(row.size(), 3u);
    ASSERT_TRUE(texts.contains(row[0])) << row[0];
    std::istringstream forms(row[2]);
    for (std::string form; std::getline(forms, form, '|');) {
      EXPECT_NE(texts.at(row[0]).find(form), std::string::npos) << row[0] << ": no such form: " << form;
    }
  }
}

// tests/cases/corpus/floors.tsv holds for each figure what was reached, cut to two places. It goes up only.
TEST_F(Score, TheCorpusReachesItsFloors) {
  const Outcome o = run({"score", corpus, corpus, "--json"});
  ASSERT_EQ(o.code, 0) << o.err;
  const Json score = Json::parse(o.out);
  std::size_t held = 0;
  for (const auto& row : rows_of(corpus + "/floors.tsv")) {
    ASSERT_EQ(row.size(), 3u);
    const Json& figures = score[row[0]];
    const double reached = figures.at(row[1] == "recall" ? 1 : 0).get<double>(), floor = std::stod(row[2]);
    EXPECT_GE(reached, floor) << row[0] << " " << row[1] << " fell below its floor";
    EXPECT_LT(reached, floor + 0.01) << row[0] << " " << row[1] << " rose: run tests/cases/corpus/raise-floors";
    ++held;
  }
  EXPECT_EQ(held, 12u);
}

// The script that the gold standard beside the repository came with measures the same.
TEST_F(Score, AgreesWithTheScriptOfTheGoldStandard) {
  const std::string eval = DEPECHE_SOURCE_DIR "/../shared/eval";
  if (!fs::exists(eval + "/score") || !fs::exists(eval + "/dev/articles.jsonl")) {
    GTEST_SKIP() << "no gold standard beside the repository";
  }
  ASSERT_EQ(run({"export", eval + "/dev/articles.jsonl", "-o", "kg.nq"}).code, 0);
  for (const std::vector<std::string>& form :
       std::vector<std::vector<std::string>>{{"--types", "--misses", "2000"}, {"--json"}}) {
    std::vector<std::string> ours{"score", eval + "/dev", "kg.nq"}, theirs{eval + "/score", eval + "/dev", "kg.nq"};
    ours.insert(ours.end(), form.begin(), form.end());
    theirs.insert(theirs.end(), form.begin(), form.end());
    EXPECT_EQ(run(ours).out, run_tool("python3", theirs).out);
  }
}

}  // namespace
}  // namespace depeche::cli_test
