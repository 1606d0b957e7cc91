#include "mapping/confidence.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace depeche::mapping {
namespace {

class Confidence : public ::testing::Test {
 protected:
  Confidence() {
    folder_ = std::filesystem::temp_directory_path() / ("depeche-confidence-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder_);
    for (const char* id : {"fr.visit.a", "fr.visit.b", "fr.trade.c"}) {
      Rule rule;
      rule.id = id;
      rule.relation = rule.id.starts_with("fr.visit") ? "Visit" : "Trade";
      rules_.push_back(rule);
    }
  }
  ~Confidence() override { std::filesystem::remove_all(folder_); }

  Diagnostics read(const std::string& text) {
    const std::string path = folder_ / "precision.tsv";
    std::ofstream(path) << text;
    Diagnostics diagnostics;
    EXPECT_TRUE(read_confidence(path, ontology_, rules_, diagnostics));
    return diagnostics;
  }

  std::filesystem::path folder_;
  std::vector<Rule> rules_;
  Ontology ontology_;
};

TEST_F(Confidence, IsThatOfTheRuleElseOfItsTypeElseOfAll) {
  const Diagnostics faults = read(
      "# a comment\nrule\tright\twrong\tconfidence\n*\t9\t1\t0.85\nfr.visit.a\t3\t0\t0.93\nfr.visit.gone\t1\t1\t0.5\n");
  EXPECT_DOUBLE_EQ(rules_[0].confidence, 0.93);
  EXPECT_DOUBLE_EQ(rules_[1].confidence, 0.85);
  EXPECT_DOUBLE_EQ(rules_[2].confidence, 0.85);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, "confidence-of-nothing");
  EXPECT_EQ(faults[0].severity, Severity::note);
  read("rule\tright\twrong\tconfidence\n*\t9\t1\t0.85\nVisit\t3\t0\t0.9\n");
  EXPECT_DOUBLE_EQ(rules_[1].confidence, 0.9);
  EXPECT_DOUBLE_EQ(rules_[2].confidence, 0.85);
}

TEST_F(Confidence, FaultsHaveTheirPlace) {
  const Diagnostics faults = read("rule\tright\twrong\tconfidence\nfr.visit.a\t3\t0\t1.2\nfr.visit.b\t3\t0\tnan\n");
  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].code, "confidence-range");
  EXPECT_EQ(faults[0].line, 2u);
  EXPECT_EQ(faults[1].line, 3u);
  EXPECT_DOUBLE_EQ(rules_[0].confidence, 0.5);
}

TEST_F(Confidence, WithoutATableStaysAsItIs) {
  Diagnostics diagnostics;
  EXPECT_TRUE(read_confidence(folder_ / "none.tsv", ontology_, rules_, diagnostics));
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_DOUBLE_EQ(rules_[0].confidence, 0.5);
}

}  // namespace
}  // namespace depeche::mapping
