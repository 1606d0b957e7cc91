// `depeche report`: what the rules find in a corpus and what they pass over.
#include <nlohmann/json.hpp>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

using Json = nlohmann::json;

class Report : public Workbench {
 protected:
  Json report(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "report");
    arguments.push_back("--json");
    const Outcome o = run(std::move(arguments));
    EXPECT_EQ(o.code, 0) << o.err;
    return Json::parse(o.out);
  }

  /// Entries of the open predicates with this trigger.
  static std::vector<Json> open(const Json& report, const std::string& trigger) {
    std::vector<Json> out;
    for (const Json& entry : report["open"]) {
      if (entry["trigger"] == trigger) out.push_back(entry);
    }
    return out;
  }
};

// "imiter" is a verb of no rule, and of no relation type.
constexpr std::string_view unread =
    "La Norvège imite la Suède depuis lundi. Le Portugal imite la Grèce. Rome a imité Oslo mardi soir.";

TEST_F(Report, CountsClaimsByRuleTypeAndStatus) {
  write("a.txt", visit);
  const Json r = report({"a.txt"});
  EXPECT_EQ(r["articles"], 1);
  EXPECT_GE(r["claims"], 1);
  EXPECT_EQ(r["types"]["Visit"]["asserted"], 1);
  EXPECT_EQ(r["types"]["Visit"]["planned"], 0);
  EXPECT_EQ(r["types"].size(), 31u);
  EXPECT_EQ(r["rules"]["fr.visit.se-rendre"], 1);
  std::size_t never = 0;
  for (const auto& [rule, claims] : r["rules"].items()) {
    if (claims == 0) ++never;
  }
  EXPECT_GT(never, 50u);  // two sentences do not fire them all
}

TEST_F(Report, ShowsWhatNoRuleWaitsFor) {
  write("a.jsonl", record("one", unread));
  const Json r = report({"a.jsonl"});
  const auto found = open(r, "imiter");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["class"], "verb");
  EXPECT_EQ(found[0]["count"], 3);
  EXPECT_EQ(found[0]["first"], "subject");
  EXPECT_EQ(found[0]["second"], "object");
  EXPECT_EQ(found[0]["rule_exists"], false);
  ASSERT_EQ(found[0]["sentences"].size(), 1u) << "one sentence an article is enough";
  EXPECT_EQ(found[0]["sentences"][0]["text"], "La Norvège imite la Suède depuis lundi.");
  EXPECT_EQ(found[0]["sentences"][0]["first"], "NO");
  EXPECT_EQ(found[0]["sentences"][0]["second"], "SE");
}

TEST_F(Report, WhatARuleTellsIsNotOpen) {
  write("a.txt", visit);
  EXPECT_TRUE(open(report({"a.txt"}), "se rendre").empty());
}

TEST_F(Report, TellsTheSameAsText) {
  write("a.jsonl", record("one", unread) + record("two", visit));
  const Outcome o = run({"report", "a.jsonl", "--top", "5"});
  ASSERT_EQ(o.code, 0) << o.err;
  EXPECT_TRUE(o.out.starts_with("2 articles, 4 sentences, ")) << o.out.substr(0, 60);
  EXPECT_NE(o.out.find("  imiter (verb)  subject + object\n"), std::string::npos) << o.out;
  EXPECT_NE(o.out.find("[NO | SE] La Norvège imite la Suède depuis lundi. (one)\n"), std::string::npos);
  EXPECT_NE(o.out.find("        1  fr.visit.se-rendre\n"), std::string::npos);
}

TEST_F(Report, RefusesNothingToRead) {
  EXPECT_EQ(run({"report"}).code, 2);
  EXPECT_EQ(run({"report", "nothing.txt"}).code, 4);
}

}  // namespace
}  // namespace depeche::cli_test
