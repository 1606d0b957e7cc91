// The sample articles give the statements that are kept in tests/cases/exports, no more and no less, and every syntax
// is read back by readers that are not ours.
#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "readers.hpp"

namespace depeche::cli_test {
namespace {

class Golden : public Readers {
 protected:
  std::vector<std::string> quads_of(const std::string& file, const std::string& syntax) const {
    const Outcome o = run_tool("serdi", {"-i", syntax, "-o", "nquads", file});
    EXPECT_EQ(o.code, 0) << file;
    EXPECT_EQ(o.err, "") << file;
    auto lines = lines_of(o.out);
    std::sort(lines.begin(), lines.end());
    return lines;
  }
};

void expect_none(const char* what, const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> only;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
  std::string shown;
  for (std::size_t i = 0; i < only.size() && i < 20; ++i) shown += only[i] + "\n";
  EXPECT_TRUE(only.empty()) << only.size() << " statements " << what << ":\n" << shown;
}

TEST_F(Golden, TheSampleArticlesGiveTheKeptStatements) {
  const Outcome o = run({"export", articles, "-o", "kg.nq"});
  ASSERT_EQ(o.code, 0) << o.err;
  const auto given = quads_of("kg.nq", "nquads");
  const auto kept = quads_of(DEPECHE_SOURCE_DIR "/tests/cases/exports/articles.trig", "trig");
  ASSERT_GT(kept.size(), 1000u);
  expect_none("that are kept are missing", kept, given);
  expect_none("are new", given, kept);
  EXPECT_TRUE(std::adjacent_find(given.begin(), given.end()) == given.end()) << "a statement is written twice";
}

TEST_F(Golden, EverySyntaxGivesTheSameToEveryReader) {
  expect_same_in_every_syntax({articles});
}

TEST_F(Golden, TheReadmeShowsWhatTheProgramWrites) {
  const Outcome o = run({"export", articles + "/riga-ankara.txt", "-o", "-"});
  ASSERT_EQ(o.code, 0) << o.err;
  std::size_t blocks = 0;
  bool inside = false;
  std::string block;
  for (const std::string& line : lines_of(read(DEPECHE_SOURCE_DIR "/README.md"))) {
    if (inside && (line.empty() || line == "```")) {
      EXPECT_EQ(count(o.out, "\n\n" + block + "\n"), 1u) << "not in the export:\n" << block;
      block.clear();
      ++blocks;
    } else if (inside) {
      block += line + "\n";
    }
    inside = line == "```turtle" || (inside && line != "```");
  }
  EXPECT_GE(blocks, 3u);
}

TEST_F(Golden, OddTextIsReadBack) {
  const std::string odd =
      R"(La \"guerre\" \\ des \u0001 nerfs\n\nLe ministre turc \"Mevlut\" Demir s'est rendu à Rome \\ \ud83c\udf0d ''' \u0007\u2028\u00a0.\n\n)" +
      std::string(visit) + R"( \"\"\" C'est \\u0041.)";
  write(
      "odd.jsonl",
      record("a\\\"b<>{}|^`\\\\ \\u0000\\n\\t", odd) +
          R"({"id":"u","url":"http://example.org/a b\"<é>","title":"t\n\"\"\"","author":"\\","publisher":"\u202e","lang":"fr_XX@","date":"2024-05-17","text":")" +
          std::string(other_visit) + "\"}\n");
  expect_same_in_every_syntax({"odd.jsonl"});
}

// Real articles, where somebody keeps some beside the repository; DEPECHE_ARTICLES names files or folders elsewhere.
TEST_F(Golden, RealArticlesAreReadBack) {
  std::vector<std::string> inputs;
  if (const char* named = std::getenv("DEPECHE_ARTICLES")) {
    for (std::string_view rest = named; !rest.empty();) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      inputs.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  } else {
    for (const char* name : {"/../shared/articles", "/../shared/eval/dev/articles.jsonl"}) {
      const std::string path = DEPECHE_SOURCE_DIR + std::string(name);
      if (std::filesystem::exists(path)) inputs.push_back(path);
    }
  }
  if (inputs.empty()) GTEST_SKIP() << "no articles beside the repository";
  expect_same_in_every_syntax(inputs);
}

}  // namespace
}  // namespace depeche::cli_test
