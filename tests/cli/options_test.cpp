// What the options of `export` change in the output.
#include <algorithm>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

class Options : public Workbench {
 protected:
  void SetUp() override { write("a.txt", std::string(visit) + "\n\n" + std::string(other_visit)); }

  std::string export_with(std::vector<std::string> options) const {
    std::vector<std::string> arguments{"export", "a.txt", "-o", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome o = run(arguments);
    EXPECT_EQ(o.code, 0) << o.err;
    EXPECT_EQ(o.err, "");
    return o.out;
  }
};

constexpr std::string_view claim_class = "<https://w3id.org/depeche/ontology#Claim>";
constexpr std::string_view quote = "#anchorOf> \"";

TEST_F(Options, TheSyntaxFollowsTheNameOfTheOutput) {
  struct Expected {
    const char* file;
    const char* format;
  };
  for (const Expected& e : {Expected{"kg.ttl", "turtle"},
                            {"kg.trig", "trig"},
                            {"kg.nt", "ntriples"},
                            {"kg.nq", "nquads"},
                            {"kg", "turtle"},
                            {"kg.rdf", "turtle"}}) {
    ASSERT_EQ(run({"export", "a.txt", "-o", e.file}).code, 0);
    EXPECT_EQ(read(e.file), export_with({"--format", e.format})) << e.file;
  }
  ASSERT_EQ(run({"export", "a.txt", "-o", "odd.ttl", "-f", "nquads"}).code, 0);
  EXPECT_EQ(read("odd.ttl"), read("kg.nq")) << "the option counts more";
}

TEST_F(Options, EachSyntaxLooksLikeItself) {
  const std::string turtle = export_with({"-f", "turtle"});
  EXPECT_TRUE(turtle.starts_with("@prefix "));
  EXPECT_EQ(turtle.find('{'), std::string::npos);
  const std::string trig = export_with({"-f", "trig"});
  EXPECT_TRUE(trig.starts_with("@prefix "));
  EXPECT_NE(trig.find(" {\n"), std::string::npos);
  for (const std::string& line : lines_of(export_with({"-f", "ntriples"}))) {
    ASSERT_TRUE(line.starts_with("<") && line.ends_with(" .")) << line;
  }
  EXPECT_NE(export_with({"-f", "nquads"}).find("/graph/"), std::string::npos);
}

TEST_F(Options, FactsComeWithoutEvidence) {
  const std::string all = export_with({"-f", "nquads"});
  const std::string facts = export_with({"-f", "nquads", "--content", "facts"});
  EXPECT_GE(count(all, claim_class), 2u);
  EXPECT_EQ(count(facts, claim_class), 0u);
  EXPECT_EQ(count(facts, quote), 0u);
  EXPECT_EQ(count(facts, "#visits> "), count(all, "#visits> "));
  EXPECT_GE(count(facts, "> <https://w3id.org/depeche/ontology#visited> "), 2u) << facts;
  for (const std::string& line : lines_of(facts)) {
    ASSERT_NE(all.find(line + "\n"), std::string::npos) << "not in the whole: " << line;
  }
}

TEST_F(Options, QuotesAreGivenAsMuchAsWanted) {
  write("a.txt",
        std::string(visit.substr(0, visit.size() - 1)) +
            ", où il a parlé pendant trois heures du prix du blé, de la pêche en Méditerranée, du tunnel que les "
            "deux villes veulent creuser et de la traduction des romans de jeunesse.");
  const std::string full = export_with({"-f", "nquads"});
  EXPECT_EQ(export_with({"-f", "nquads", "--quotes", "full"}), full);
  EXPECT_NE(full.find(quote), std::string::npos);
  EXPECT_NE(full.find("romans de jeunesse"), std::string::npos);
  const std::string snippet = export_with({"-f", "nquads", "--quotes", "snippet"});
  EXPECT_EQ(count(snippet, quote), count(full, quote));
  EXPECT_EQ(snippet.find("romans de jeunesse"), std::string::npos);
  const std::string none = export_with({"-f", "nquads", "--quotes", "none"});
  EXPECT_EQ(none.find(quote), std::string::npos);
  EXPECT_EQ(count(none, claim_class), count(full, claim_class));
}

TEST_F(Options, TheBaseNamesWhatIsOurs) {
  const std::string own = export_with({"-f", "nquads", "--base", "https://kg.example/press#"});
  EXPECT_EQ(own.find("https://data.example.org/"), std::string::npos);
  std::string renamed = export_with({"-f", "nquads"});
  for (std::size_t at = 0; (at = renamed.find("https://data.example.org/", at)) != std::string::npos;) {
    renamed.replace(at, std::string_view("https://data.example.org/").size(), "https://kg.example/press#");
  }
  auto a = lines_of(own), b = lines_of(renamed);
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  EXPECT_EQ(a, b);
}

TEST_F(Options, FactsMayHaveAGraphOfTheirOwn) {
  const std::string own = export_with({"-f", "nquads", "--facts-graph", "https://kg.example/facts"});
  const std::string usual = export_with({"-f", "nquads"});
  EXPECT_GE(count(own, " <https://kg.example/facts> .\n"), 2u);
  EXPECT_EQ(lines_of(own).size(), lines_of(usual).size());
}

TEST_F(Options, OwnNamesAreKnown) {
  write("b.txt", "Zorbanie\n\nLe ministre turc Mevlut Demir s'est rendu lundi en Zorbanie.");
  write("countries.tsv", "iso\tlabel\tgender\tnumber\nZZ\tZorbanie\tf\ts\n");
  const Outcome without = run({"export", "b.txt", "-o", "-", "-f", "nquads"});
  EXPECT_EQ(count(without.out, "#isoCode> \"ZZ\""), 0u);
  const Outcome with = run({"export", "b.txt", "-o", "-", "-f", "nquads", "--lexicon", "countries.tsv"});
  EXPECT_EQ(with.code, 0);
  EXPECT_EQ(with.err, "");
  EXPECT_EQ(count(with.out, "#isoCode> \"ZZ\""), 1u);
}

}  // namespace
}  // namespace depeche::cli_test
