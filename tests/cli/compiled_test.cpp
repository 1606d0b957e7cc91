// Compiled knowledge: what it stands for, and that it never changes what comes out.
#include <fstream>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

namespace fs = std::filesystem;

/// An installation of its own in the folder, whose mappings may be changed.
class Compiled : public Workbench {
 protected:
  void SetUp() override {
    const fs::path delivered = fs::path(DEPECHE_PROGRAM).parent_path().parent_path() / "share/depeche";
    fs::create_directories(path("bin"));
    std::error_code other_disk;
    fs::create_hard_link(DEPECHE_PROGRAM, path("bin/depeche"), other_disk);  // looks for its knowledge from here
    if (other_disk) fs::copy_file(DEPECHE_PROGRAM, path("bin/depeche"));
    fs::create_directories(path("share/depeche"));
    fs::copy(delivered / "mappings", path("share/depeche/mappings"), fs::copy_options::recursive);
    fs::copy(delivered / "ontology", path("share/depeche/ontology"), fs::copy_options::recursive);
    fs::create_symlink(delivered / "fr.forms", path("share/depeche/fr.forms"));
    write("one.jsonl", record("one", visit) + record("two", other_visit));
  }

  Outcome own(std::vector<std::string> arguments) const {
    return run_tool(path("bin/depeche").native(), std::move(arguments));
  }
  std::string exported(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"export", "one.jsonl", "-o", "-", "-f", "nquads"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome o = own(arguments);
    EXPECT_EQ(o.code, 0);
    EXPECT_EQ(o.err, "");
    return o.out;
  }
  void change(std::string_view file, std::string_view from, std::string_view to) const {
    std::string text = read(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(file, text.replace(at, from.size(), to));
  }

  static constexpr std::string_view compiled = "share/depeche/fr.knowledge";
};

TEST_F(Compiled, GivesTheSameBytesOfAllOurArticles) {
  const std::vector<std::string> all{"export", articles, DEPECHE_SOURCE_DIR "/tests/cases/corpus/articles.jsonl", "-o",
                                     "-"};
  ASSERT_FALSE(exists(compiled));
  const Outcome before = own(all);
  ASSERT_GT(before.out.size(), 100'000u);
  const Outcome compile = own({"compile"});
  ASSERT_EQ(compile.code, 0) << compile.err;
  EXPECT_EQ(compile.out + compile.err, "");
  ASSERT_TRUE(exists(compiled));
  const Outcome after = own(all);
  EXPECT_EQ(after.code, before.code);
  EXPECT_TRUE(after.out == before.out);
  EXPECT_TRUE(after.err == before.err);
  const std::vector<std::string> explained{"explain", "--text", std::string(visit), "--json"};
  const Outcome explanation = own(explained);
  fs::remove(path(compiled));
  EXPECT_TRUE(own(explained).out == explanation.out);
}

TEST_F(Compiled, IsTheSameEveryTime) {
  ASSERT_EQ(own({"compile"}).code, 0);
  ASSERT_EQ(own({"compile", "-o", "again"}).code, 0);
  EXPECT_TRUE(read(compiled) == read("again"));
  EXPECT_EQ(own({"compile", "-o", "nowhere/again"}).code, 6);
}

TEST_F(Compiled, ChangedSourcesAreSeenAtOnce) {
  const std::string of_old = exported();
  ASSERT_NE(of_old.find("/rel/visit-"), std::string::npos);
  ASSERT_EQ(own({"compile"}).code, 0);
  const std::string rules = read("share/depeche/mappings/fr/rules/visit.toml");
  fs::remove(path("share/depeche/mappings/fr/rules/visit.toml"));
  EXPECT_EQ(exported().find("/rel/visit-"), std::string::npos) << "a rule that is gone still fires";
  write("share/depeche/mappings/fr/rules/visit.toml", rules);
  EXPECT_TRUE(exported() == of_old);
  // As long as before, and of the same minute.
  change("share/depeche/mappings/names/countries.tsv", "Hongrie", "Hongric");
  EXPECT_NE(exported().find("Hongric"), std::string::npos) << "a name that was changed is still the old one";
  change("share/depeche/mappings/fr/rules/visit.toml", "[[rule]]", "[[rulc]]");
  const Outcome wrong = own({"export", "one.jsonl", "-o", "-"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("visit.toml:"), std::string::npos) << wrong.err;
  const Outcome compile = own({"compile"});
  EXPECT_EQ(compile.code, 2);
  EXPECT_NE(compile.err.find("visit.toml:"), std::string::npos) << compile.err;
}

TEST_F(Compiled, ServesWhereverTheSameSourcesLie) {
  ASSERT_EQ(own({"compile"}).code, 0);
  const std::string usual = exported();
  fs::rename(path("share/depeche/mappings"), path("elsewhere"));
  EXPECT_TRUE(exported({"--mappings", "elsewhere"}) == usual);
  const Outcome added = own({"export", "one.jsonl", "-o", "-", "--mappings", "elsewhere", "--lexicon", "nothing.tsv"});
  EXPECT_EQ(added.code, 2);
  EXPECT_NE(added.err.find("nothing.tsv"), std::string::npos) << added.err;
}

TEST_F(Compiled, IsNotBelievedWhenDamaged) {
  const std::string usual = exported();
  ASSERT_EQ(own({"compile"}).code, 0);
  const std::string whole = read(compiled);
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
    write(compiled, whole.substr(0, size));
    EXPECT_TRUE(exported() == usual) << "cut at " << size;
  }
  for (const std::size_t at : {std::size_t{9}, std::size_t{30}, whole.size() / 3, whole.size() - 5}) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    write(compiled, flipped);
    EXPECT_TRUE(exported() == usual) << "flipped at " << at;
  }
  write(compiled, read("one.jsonl"));
  EXPECT_TRUE(exported() == usual);
}

TEST_F(Compiled, LeavesExamplesAndPlacesToThoseWhoNeedThem) {
  ASSERT_EQ(own({"compile"}).code, 0);
  const Outcome tested = own({"test", "fr.visit", "--json"});
  EXPECT_TRUE(tested.code == 0 || tested.code == 11) << tested.err;
  EXPECT_NE(tested.out.find("fr.visit."), std::string::npos);
  const Outcome checked = own({"check"});
  EXPECT_EQ(checked.code, 0) << checked.err;
}

}  // namespace
}  // namespace depeche::cli_test
