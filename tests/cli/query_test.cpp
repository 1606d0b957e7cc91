// Questions to exported files: ready queries, queries of one's own, the list of relations, the table of claims.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

class Query : public Workbench {
 protected:
  void SetUp() override {
    for (const char* file : {"kg.nq", "kg.ttl", "kg.trig"}) {
      const Outcome o = run({"export", articles, "-o", file});
      ASSERT_EQ(o.code, 0) << o.err;
    }
  }
  std::string answer(const std::vector<std::string>& arguments) const {
    const Outcome o = run(arguments);
    EXPECT_EQ(o.code, 0) << o.err;
    EXPECT_EQ(o.err, "");
    return o.out;
  }
};

TEST_F(Query, ReadyQueriesAnswerAlikeInEverySyntax) {
  std::size_t queries = 0, rows = 0;
  for (const std::string& line : lines_of(answer({"query", "--list"}))) {
    const std::string name = line.substr(0, line.find(' '));
    const std::string by_graphs = answer({"query", name, "kg.nq"});
    EXPECT_EQ(answer({"query", name, "kg.trig"}), by_graphs) << name;
    EXPECT_EQ(answer({"query", name, "kg.ttl"}), by_graphs) << name;
    const std::size_t n = lines_of(by_graphs).size() - 1;
    if (name.starts_with("safe-")) {
      EXPECT_EQ(n, 0u) << name << ":\n" << by_graphs;
    }
    rows += n;
    ++queries;
  }
  EXPECT_GE(queries, 13u);
  EXPECT_GT(rows, 50u);
}

TEST_F(Query, FactsInAGraphOfTheirOwnAnswerAlike) {
  ASSERT_EQ(run({"export", articles, "-o", "own.nq", "--facts-graph", "http://example.org/facts"}).code, 0);
  for (const char* name : {"meetings", "safe-edges-have-claims", "weakest-facts", "buyers-from-sanctioned"}) {
    EXPECT_EQ(answer({"query", name, "own.nq"}), answer({"query", name, "kg.nq"})) << name;
  }
}

TEST_F(Query, AnswersAQueryOfOnesOwn) {
  write("q.rq",
        "PREFIX dp: <https://w3id.org/depeche/ontology#>\n"
        "SELECT (COUNT(?c) AS ?claims) WHERE { GRAPH ?g { ?c a dp:Claim } }");
  const auto csv = lines_of(answer({"query", "q.rq", "kg.nq"}));
  ASSERT_EQ(csv.size(), 2u);
  EXPECT_EQ(csv[0], "claims\r");
  EXPECT_GT(std::stoi(csv[1]), 100);
  const auto json = nlohmann::json::parse(answer({"query", "q.rq", "kg.nq", "--format", "json"}));
  EXPECT_EQ(json["results"]["bindings"][0]["claims"]["value"], std::to_string(std::stoi(csv[1])));
  EXPECT_EQ(answer({"query", "q.rq", "kg.nq", "--format", "table"}).substr(0, 7), "claims\n");
  const Outcome piped = run_call({.arguments = {"query", "-", "kg.nq"}, .input = read("q.rq")});
  EXPECT_EQ(lines_of(piped.out), csv);
  write("ask.rq", "ASK { ?s ?p ?o }");
  EXPECT_EQ(answer({"query", "ask.rq", "kg.nq", "--format", "table"}), "yes\n");
}

TEST_F(Query, TellsWhatIsWrong) {
  write("bad.rq", "SELECT ?s WHERE { ?s dp:status ?o }");
  const Outcome bad = run({"query", "bad.rq", "kg.nq"});
  EXPECT_EQ(bad.code, 2);
  EXPECT_EQ(bad.err.substr(0, 17), "bad.rq:1:22: erro");
  const Outcome none = run({"query", "meeting", "kg.nq"});
  EXPECT_EQ(none.code, 2);
  EXPECT_NE(none.err.find("did you mean meetings?"), std::string::npos) << none.err;
  EXPECT_EQ(run({"query", "meetings", "missing.nq"}).code, 4);
  EXPECT_EQ(run({"query", "meetings"}).code, 4) << "there is no out/kg.ttl here";
  write("torn.nq", "<http://x/a> <http://x/b> <http://x/");
  EXPECT_EQ(run({"query", "meetings", "torn.nq"}).code, 4);
  EXPECT_EQ(run({"query", "meetings", "kg.xml"}).code, 4);
  EXPECT_EQ(run({"query", "meetings", "kg.nq", "--format", "xml"}).code, 2);
}

TEST_F(Query, ListsRelationsByNameCodeNumberAndIri) {
  const std::string by_name = answer({"relations", "kg.nq", "--subject", "lettonie"});
  EXPECT_GT(lines_of(by_name).size(), 2u);
  EXPECT_EQ(answer({"relations", "kg.nq", "--subject", "LV"}), by_name);
  EXPECT_EQ(answer({"relations", "kg.nq", "--subject", "Q211"}), by_name);
  EXPECT_EQ(answer({"relations", "kg.ttl", "--subject", "http://www.wikidata.org/entity/Q211"}), by_name);
  const auto import =
      lines_of(answer({"relations", "kg.nq", "-t", "Import", "-s", "LV", "-o", "TR", "--format", "jsonl"}));
  ASSERT_GE(import.size(), 1u);
  const auto json = nlohmann::json::parse(import[0]);
  EXPECT_EQ(json["status"], "asserted");
  EXPECT_EQ(json["value"], "35.0");
  EXPECT_EQ(json["object"], "Turquie");
  const std::string table = answer({"relations", "kg.nq", "-t", "Import", "-s", "LV", "--format", "table"});
  EXPECT_NE(table.find("≈ 35.0 % shareOfImports"), std::string::npos) << table;
  EXPECT_EQ(run({"relations", "kg.nq", "--subject", "Atlantide"}).code, 2);
  EXPECT_NE(run({"relations", "kg.nq", "--type", "Imports"}).err.find("did you mean Import?"), std::string::npos);
  EXPECT_EQ(lines_of(answer({"relations", "kg.nq", "--until", "1900"})).size(), 1u);
}

TEST_F(Query, TheTableOfClaimsHoldsEveryClaim) {
  ASSERT_EQ(run({"export", articles, "-o", "claims.csv"}).code, 0);
  const std::string csv = read("claims.csv");
  EXPECT_TRUE(csv.starts_with("type,status,subject,object,source,measure,value,"));
  const std::size_t claims = count(read("kg.nq"), "#type> <https://w3id.org/depeche/ontology#Claim>");
  EXPECT_EQ(count(csv, "\r\n"), claims + 1);
  // The same rows as the list of relations gives, though perhaps in another order.
  auto exported = lines_of(csv), listed = lines_of(answer({"relations", "kg.nq", "--format", "csv"}));
  std::sort(exported.begin(), exported.end());
  std::sort(listed.begin(), listed.end());
  EXPECT_EQ(exported, listed);
}

TEST_F(Query, TheTableGuardsAgainstFormulas) {
  write("odd.jsonl",
        R"({"id":"=1+1","title":"@SUM(A1), \"x\"","date":"2024-05-17","text":")" + std::string(visit) + "\"}\n");
  const Outcome o = run({"export", "odd.jsonl", "-o", "-", "--format", "csv"});
  ASSERT_EQ(o.code, 0) << o.err;
  EXPECT_NE(o.out.find(",'=1+1,"), std::string::npos) << o.out;
  EXPECT_NE(o.out.find(",\"'@SUM(A1), \"\"x\"\"\","), std::string::npos) << o.out;
  EXPECT_EQ(run({"export", "odd.jsonl", "-o", "x.csv", "--content", "facts"}).code, 2);
}

TEST_F(Query, TheOntologyIsAPage) {
  const std::string page = answer({"ontology"});
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
  EXPECT_NE(page.find("<h3 id=\"ontology-Import\"><code>dp:Import</code> importation / import</h3>"),
            std::string::npos);
  EXPECT_NE(page.find("<svg"), std::string::npos);
  EXPECT_EQ(page, answer({"ontology"}));
  EXPECT_EQ(count(page, "id=\"ontology-Visit\""), 1u);
}

}  // namespace
}  // namespace depeche::cli_test
