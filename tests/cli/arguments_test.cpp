// The command line itself: what is wrong is told with a pointer to the help, exit 2, and nothing is touched.
#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

class Arguments : public Workbench {};

TEST_F(Arguments, WithoutACommandTheOverviewIsShown) {
  const Outcome o = run({});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err,
            "depeche turns news articles into a knowledge graph that people can cite.\n"
            "\n"
            "Usage: depeche COMMAND [ARGUMENTS]\n"
            "\n"
            "  export    read articles, write their relations as RDF\n"
            "  sync      keep an export up to date: only what is new is read, each change is published\n"
            "  retract   take articles back out of a synchronised export\n"
            "  status    tell how a synchronised export stands\n"
            "  explain   show how sentences were read and which rules fired or why not\n"
            "  query     answer a question in SPARQL from exported files or a store\n"
            "  relations list relations with figures, status, date and the sentence\n"
            "  ontology  write the ontology as a page for people\n"
            "  check     check mappings, lexicons and ontology\n"
            "  compile   compile mappings, names and ontology, so that commands start sooner\n"
            "  test      run the examples and counter-examples of the mappings\n"
            "  load      bring an export into a SPARQL store, and verify it there\n"
            "  shapes    write SHACL shapes that hold exports to the ontology\n"
            "  score     measure what is found against a gold standard\n"
            "  report    show over a corpus what the rules find and what they pass over\n"
            "\n"
            "To begin with: depeche export ARTICLE.txt -o out/kg.ttl\n"
            "More about a command: depeche COMMAND --help\n");
}

TEST_F(Arguments, HelpGoesToStandardOutput) {
  const std::string overview = run({}).err;
  for (const char* word : {"--help", "-h", "help"}) {
    const Outcome o = run({word});
    EXPECT_EQ(o.code, 0) << word;
    EXPECT_EQ(o.out, overview) << word;
    EXPECT_EQ(o.err, "") << word;
  }
}

TEST_F(Arguments, VersionIsOneLine) {
  const Outcome o = run({"--version"});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.out, "depeche " DEPECHE_VERSION "\n");
  EXPECT_EQ(o.err, "");
}

TEST_F(Arguments, EveryCommandTeachesItsUse) {
  struct Expected {
    const char* command;
    std::vector<std::string> told;
  };
  const std::vector<Expected> all{
      {"export",
       {"depeche export INPUT… [-o FILE]\n", "-o [ --output ]", "-f [ --format ]", "--content", "--quotes", "--base",
        "--facts-graph", "--summary", "--mappings", "--ontology", "--lexicon", "-h [ --help ]",
        "\n  depeche export articles/ -o out/kg.ttl "}},
      {"explain",
       {"depeche explain INPUT… [--sentence N]\n", "--sentence", "--article", "--text", "--json", "--mappings"}},
      {"check", {"depeche check \n", "--mappings", "--ontology", "--lexicon", "\n  depeche check\n"}},
      {"test", {"depeche test [RULE…]\n", "-v [ --verbose ]", "--mappings", "\n  depeche test\n"}},
  };
  for (const Expected& e : all) {
    for (const char* word : {"--help", "-h"}) {
      const Outcome o = run({e.command, word});
      EXPECT_EQ(o.code, 0) << e.command;
      EXPECT_EQ(o.err, "") << e.command;
      for (const std::string& text : e.told)
        EXPECT_NE(o.out.find(text), std::string::npos) << e.command << ": " << text;
      for (const std::string& line : lines_of(o.out)) EXPECT_LE(line.size(), 125u) << e.command << ": " << line;
    }
  }
}

TEST_F(Arguments, WhatIsWrongIsToldExactly) {
  write("a.txt", visit);
  struct Expected {
    std::vector<std::string> arguments;
    const char* message;  ///< behind "depeche: error: "
  };
  const std::vector<Expected> all{
      {{"import"}, "there is no command 'import'\nSee: depeche --help\n"},
      {{"Export"}, "there is no command 'Export'\nSee: depeche --help\n"},
      {{""}, "there is no command ''\nSee: depeche --help\n"},
      {{"--output", "x.ttl"}, "there is no command '--output'\nSee: depeche --help\n"},
      {{"export"}, "no input: name at least one file or folder, or - for standard input\nSee: depeche export --help\n"},
      {{"export", "a.txt", "--outptu", "x.ttl"}, "unrecognised option '--outptu'\nSee: depeche export --help\n"},
      {{"export", "a.txt", "--out", "x.ttl"}, "unrecognised option '--out'\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-x"}, "unrecognised option '-x'\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o"},
       "the required argument for option '--output' is missing\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "-o", "y.ttl"},
       "option '--output' cannot be specified more than once\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "-f", "rdfxml"},
       "--format 'rdfxml': expected one of turtle, trig, ntriples, nquads, csv\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--content", "claims"},
       "--content 'claims': expected one of all, facts\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--quotes", "half"},
       "--quotes 'half': expected one of full, none, snippet\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--base", "data/"},
       "--base: not an absolute IRI: 'data/' (U+002F at byte 4)\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--base", "https://kg.example"},
       "--base: namespace 'https://kg.example' ends in neither '/' nor '#'\nSee: depeche export --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--facts-graph", "https://kg.example/a b"},
       "--facts-graph: not an absolute IRI: 'https://kg.example/a b' (U+0020 at byte 20)\nSee: depeche export "
       "--help\n"},
      {{"explain"}, "nothing to explain: name an INPUT or give --text\nSee: depeche explain --help\n"},
      {{"explain", "a.txt", "--text", "Oslo."}, "either an INPUT or --text, not both\nSee: depeche explain --help\n"},
      {{"explain", "a.txt", "--sentence", "0"},
       "--sentence: sentences are counted from 1\nSee: depeche explain --help\n"},
      {{"explain", "a.txt", "--sentence", "two"},
       "the argument ('two') for option '--sentence' is invalid\nSee: depeche explain --help\n"},
      {{"explain", "a.txt", "--sentence", "99"},
       "the input has no such article or sentence\nSee: depeche explain --help\n"},
      {{"explain", "a.txt", "--article", "b"},
       "the input has no such article or sentence\nSee: depeche explain --help\n"},
      {{"explain", "--text", "Oslo.", "--sentence", "2"},
       "the text has no such sentence\nSee: depeche explain --help\n"},
      {{"explain", "--text", "K\xF6ln."}, "--text is not UTF-8\nSee: depeche explain --help\n"},
      {{"check", "a.txt"},
       "too many positional options have been specified on the command line\nSee: depeche check --help\n"},
      {{"test", "fr.nothing"}, "no rule of that name has an example\nSee: depeche test --help\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--mappings", "nowhere"}, "nowhere/names: no such folder of names\n"},
      {{"export", "a.txt", "-o", "x.ttl", "--lexicon", "nowhere.tsv"},
       "cannot open 'nowhere.tsv': No such file or directory\n"},
      {{"check", "--ontology", "nowhere"}, "cannot read the folder 'nowhere': No such file or directory\n"},
  };
  for (const Expected& e : all) {
    const Outcome o = run(e.arguments);
    const std::string shown = ::testing::PrintToString(e.arguments);
    EXPECT_EQ(o.code, 2) << shown;
    EXPECT_EQ(o.out, "") << shown;
    EXPECT_EQ(o.err, std::string("depeche: error: ") + e.message) << shown;
  }
  EXPECT_EQ(list(), std::vector<std::string>{"a.txt"});
}

TEST_F(Arguments, BehindTwoDashesEverythingIsInput) {
  write("-odd.txt", visit);
  EXPECT_EQ(run({"export", "-o", "x.nt", "--", "-odd.txt"}).code, 0);
  EXPECT_TRUE(exists("x.nt"));
}

}  // namespace
}  // namespace depeche::cli_test
