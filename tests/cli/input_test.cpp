// What is read: good records come out whatever stands beside them, bad ones are told with their place.
#include "hostile_inputs.hpp"
#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

namespace fs = std::filesystem;

class Input : public Workbench {
 protected:
  /// Exports to out.nq and gives the articles' ids found in it, in order.
  Outcome export_from(std::vector<std::string> inputs, std::string standard_input = {}) {
    Call call;
    call.arguments = {"export", "-o", "out.nq"};
    call.arguments.insert(call.arguments.end(), inputs.begin(), inputs.end());
    call.input = std::move(standard_input);
    const Outcome outcome = run_call(call);
    ids_.clear();
    if (!exists("out.nq")) return outcome;
    constexpr std::string_view property = "<https://schema.org/identifier> \"";
    for (const std::string& line : lines_of(read("out.nq"))) {
      const std::size_t at = line.find(property);
      if (at == std::string::npos) continue;
      const std::size_t begin = at + property.size();
      ids_.push_back(line.substr(begin, line.find('"', begin) - begin));
    }
    return outcome;
  }
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::vector<std::string> ids_;
};

using Ids = std::vector<std::string>;

const std::string nothing_read = "depeche: error: no article could be read; nothing was written\n";

TEST_F(Input, ACleanRunSaysNothing) {
  write("a.txt", visit);
  const Outcome o = export_from({"a.txt"});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(ids(), Ids{"a"});
  EXPECT_GE(count(read("out.nq"), "/ontology#Claim>"), 1u);
}

TEST_F(Input, SeveralInputsComeInTheirOrder) {
  write("b.txt", visit);
  write("folder/z.txt", other_visit);
  write("folder/deep/y.jsonl", record("y1", visit) + record("y2", other_visit));
  write("folder/notes.md", "not an article");
  const Outcome o = export_from({"b.txt", "folder", "-"}, record("s1", visit));
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.err, "");
  EXPECT_EQ(ids(), (Ids{"b", "y1", "y2", "z", "s1"}));
}

TEST_F(Input, AMissingFileIsToldAndTheOthersAreRead) {
  write("a.txt", visit);
  const Outcome o = export_from({"missing.txt", "a.txt"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(lines_of(o.err)[0], "missing.txt: error: no such file or folder [input-missing]");
  EXPECT_EQ(ids(), Ids{"a"});
}

TEST_F(Input, WithoutAnyArticleNothingIsWritten) {
  write("empty.txt", "");
  write("blank.txt", " \n\n");
  write("empty.jsonl", "");
  write("kept.nq", "old\n");
  fs::create_directory(path("folder"));
  write("picture.png", "?");
  struct Expected {
    const char* input;
    const char* message;
  };
  for (const Expected& e : std::vector<Expected>{
           {"missing.txt", "missing.txt: error: no such file or folder [input-missing]\n"},
           {"empty.txt", "empty.txt: error: no text, or nothing of it is left after cleaning [article-empty]\n"},
           {"blank.txt", "blank.txt: error: no text, or nothing of it is left after cleaning [article-empty]\n"},
           {"empty.jsonl", "empty.jsonl: warning: no record in this file [input-empty]\n"},
           {"-", "<stdin>: warning: no record in this file [input-empty]\n"},
           {"folder", "folder: warning: no .txt or .jsonl file in this folder [input-empty-folder]\n"},
           {"picture.png",
            "picture.png: error: this kind of file is not known [input-kind]\n"
            "  hint: inputs are .txt, .jsonl, .jsonl.gz, .jsonl.zst, folders of them, or - for JSON Lines on standard "
            "input\n"},
       }) {
    const Outcome o = run({"export", e.input, "-o", "kept.nq"});
    EXPECT_EQ(o.code, 4) << e.input;
    EXPECT_EQ(o.out, "") << e.input;
    EXPECT_EQ(o.err, e.message + nothing_read) << e.input;
    const Outcome piped = run({"export", e.input, "-o", "-"});
    EXPECT_EQ(piped.code, 4) << e.input;
    EXPECT_EQ(piped.out, "") << e.input;
  }
  EXPECT_EQ(read("kept.nq"), "old\n");
}

TEST_F(Input, AFileThatCannotBeReadIsTold) {
  fs::create_symlink("/proc/self/mem", path("broken.jsonl"));  // opens, then fails, for root too
  write("a.txt", visit);
  const Outcome o = export_from({"broken.jsonl", "a.txt"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(lines_of(o.err)[0], "broken.jsonl:1: error: cannot read: Input/output error [input-unreadable]");
  EXPECT_EQ(ids(), Ids{"a"});
}

TEST_F(Input, AFileWithoutPermissionIsTold) {
  write("a.txt", visit);
  fs::permissions(path("a.txt"), fs::perms::none);
  Call call;
  call.unprivileged = true;
  call.arguments = {"check"};
  if (run_call(call).code != 0) GTEST_SKIP() << "the program lies where only its owner may run it";
  call.arguments = {"export", "a.txt", "-o", "-"};
  const Outcome o = run_call(call);
  EXPECT_EQ(o.code, 4);
  EXPECT_EQ(o.err, "a.txt: error: cannot open: Permission denied [input-unreadable]\n" + nothing_read);
}

TEST_F(Input, InvalidUtf8IsToldWithItsPlace) {
  write("latin.txt", "Un titre\nL'Alg\xE9rie importe du bl\xE9.\n");
  write("utf16.txt", "\xFF\xFEL\0'\0");
  write("mixed.jsonl", record("one", visit) + record("two", "L'Alg\xE9rie importe.") + record("three", other_visit));
  const Outcome o = export_from({"latin.txt", "utf16.txt", "mixed.jsonl"});
  EXPECT_EQ(o.code, 1);
  const std::string faults =
      "latin.txt:2:6: error: byte 0xE9 is not UTF-8 [article-invalid-utf8]\n"
      "  hint: convert the file to UTF-8, for instance from Windows-1252\n"
      "utf16.txt: error: the file is UTF-16 [article-invalid-utf8]\n"
      "  hint: convert it to UTF-8\n"
      "mixed.jsonl:2:57: error: byte 0xE9 is not UTF-8 [article-invalid-utf8]\n"
      "  hint: JSON Lines has to be UTF-8; convert the file, for instance from Windows-1252\n"
      "5 articles read: 2 exported, 0 repeated, 3 rejected; ";
  EXPECT_EQ(o.err.substr(0, faults.size()), faults);
  EXPECT_EQ(ids(), (Ids{"one", "three"}));
}

TEST_F(Input, ATruncatedLineAmongGoodOnesIsLeftOut) {
  std::string good, all;
  Ids expected;
  for (int i = 1; i <= 9; ++i) {
    const std::string line = record("n" + std::to_string(i), visit);
    if (i == 5) {
      all += line.substr(0, 40) + "\n";
    } else {
      all += line;
      expected.push_back("n" + std::to_string(i));
    }
  }
  write("news.jsonl", all);
  const Outcome o = export_from({"news.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(ids(), expected);
  EXPECT_EQ(lines_of(o.err)[0],
            "news.jsonl:5:41: error: the JSON ends too early: a string is not closed [json-truncated]");
  EXPECT_EQ(count(o.err, "error:"), 1u);
}

TEST_F(Input, AFileCutInTheMiddleGivesAllWholeRecords) {
  const std::string lines = record("one", visit) + record("two", other_visit) + record("three", visit);
  write("news.jsonl", lines.substr(0, lines.size() - 20));
  const Outcome o = export_from({"news.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(ids(), (Ids{"one", "two"}));
  EXPECT_EQ(count(o.err, "news.jsonl:3:"), 1u);
}

TEST_F(Input, RecordsThatAreNoArticlesAreTold) {
  write("news.jsonl",
        "[1, 2]\n"
        "{\"id\":\"x\",\"title\":\"t\"}\n"
        "{\"id\":\"y\",\"text\":12}\n"
        "\n"
        "{\"id\":\"d\",\"date\":\"soon\",\"text\":\"" +
            std::string(visit) + "\"}\n");
  const Outcome o = export_from({"news.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(ids(), Ids{"d"});
  const auto lines = lines_of(o.err);
  ASSERT_GE(lines.size(), 6u);
  EXPECT_EQ(
      lines[0],
      "news.jsonl:1:1: error: expected a JSON object {\"id\", \"title\", \"date\", \"text\"} [article-not-an-object]");
  EXPECT_EQ(count(o.err, "news.jsonl:2: error: the record has no 'text' [article-no-text]\n"), 1u);
  EXPECT_EQ(count(o.err, "news.jsonl:3: error: 'text' has to be a string [article-field-type]\n"), 1u);
  EXPECT_EQ(
      count(o.err,
            "news.jsonl:5: warning: 'date' is not a date: 'soon'; the article is read without it [article-date]\n"),
      1u);
}

TEST_F(Input, DuplicateIdsAreTold) {
  write("news.jsonl", record("one", visit) + record("one", other_visit) + record("two", visit));
  const Outcome o = export_from({"news.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(lines_of(o.err)[0], "news.jsonl:2: error: another article has the id 'one' already [article-duplicate-id]");
  EXPECT_EQ(ids(), (Ids{"one", "two"}));
}

TEST_F(Input, AFaultThatComesOftenIsShownTenTimes) {
  std::string all = record("good", visit);
  for (int i = 0; i < 25; ++i) all += "[]\n";
  const Outcome o = export_from({"-"}, all);
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(count(o.err, "[article-not-an-object]"), 11u);
  EXPECT_NE(
      o.err.find("\n… and 15 more [article-not-an-object]\n26 articles read: 1 exported, 0 repeated, 25 rejected;"),
      std::string::npos)
      << o.err;
}

TEST_F(Input, ALineOfTenMegabytesIsNoProblem) {
  const std::string filler(10'000'000, 'x');
  // A field that is not used may have any length; a text that long is no article.
  write("news.jsonl", record("before", visit) + R"({"id":"wide","html":")" + filler + R"(","text":")" +
                          std::string(other_visit) + "\"}\n" + record("long", filler) + record("after", visit));
  const Outcome o = export_from({"news.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(lines_of(o.err)[0], "news.jsonl:3: error: the text has more than 1048576 bytes [article-too-long]");
  EXPECT_EQ(ids(), (Ids{"before", "wide", "after"}));
}

TEST_F(Input, ALineBeyondTheLimitIsPassedOver) {
  write("news.jsonl", record("before", visit) + record("huge", std::string(20'000'000, 'x')) + record("after", visit));
  const Outcome o = export_from({"news.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(lines_of(o.err)[0], "news.jsonl:2: error: the line has more than 16777216 bytes [article-line-too-long]");
  EXPECT_EQ(ids(), (Ids{"before", "after"}));
}

TEST_F(Input, PackedFilesGiveTheSame) {
  const std::string lines = record("one", visit) + record("two", other_visit);
  write("news.jsonl", lines);
  write("gz/news.jsonl.gz", gzip(lines));
  write("zst/news.jsonl.zst", zstd(lines));
  ASSERT_EQ(export_from({"news.jsonl"}).code, 0);
  const std::string plain = read("out.nq");
  for (const char* packed : {"gz/news.jsonl.gz", "zst/news.jsonl.zst"}) {
    const Outcome o = export_from({packed});
    EXPECT_EQ(o.code, 0) << o.err;
    EXPECT_EQ(read("out.nq"), plain) << packed;
  }
  EXPECT_EQ(export_from({"-"}, gzip(lines)).code, 0);
  EXPECT_EQ(read("out.nq"), plain);
}

TEST_F(Input, DamagedPackedFilesAreTold) {
  std::string lines;
  for (int i = 0; i < 200; ++i) lines += record("n" + std::to_string(i), visit);
  const std::string packed = gzip(lines);
  write("cut.jsonl.gz", packed.substr(0, packed.size() / 2));
  write("good.jsonl", record("good", visit));
  const Outcome o = export_from({"cut.jsonl.gz", "good.jsonl"});
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(count(o.err, "error: the compressed data end too early [input-unreadable]"), 1u) << o.err;
  ASSERT_GT(ids().size(), 1u);
  EXPECT_EQ(ids().back(), "good");
}

}  // namespace
}  // namespace depeche::cli_test
