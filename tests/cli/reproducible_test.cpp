// The same input gives the same bytes, whatever surrounds the run.
#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

class Reproducible : public Workbench {};

TEST_F(Reproducible, TwiceUnderAnyLocaleTimeZoneAndEnvironment) {
  for (const char* format : {"turtle", "nquads"}) {
    Call call;
    call.arguments = {"export", articles, "-o", "-", "-f", format};
    const Outcome first = run_call(call);
    ASSERT_EQ(first.code, 0) << first.err;
    ASSERT_EQ(first.err, "");
    ASSERT_GT(first.out.size(), 10'000u);
    const std::vector<std::vector<std::string>> environments{
        {},
        {"PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"},
        {"PATH=/usr/bin:/bin", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "TZ=Pacific/Kiritimati"},
        {"PATH=/usr/bin:/bin", "LC_ALL=fr_FR.ISO-8859-1", "LC_NUMERIC=fr_FR.UTF-8", "TZ=America/Adak"},
    };
    for (const auto& environment : environments) {
      call.environment = environment;
      const Outcome again = run_call(call);
      EXPECT_EQ(again.code, 0);
      EXPECT_EQ(again.err, "");
      EXPECT_TRUE(again.out == first.out) << format << " differs under " << ::testing::PrintToString(environment);
    }
  }
}

TEST_F(Reproducible, WithAnyNumberOfThreads) {
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    lines += record("visit-" + std::to_string(i), visit) + record("other-" + std::to_string(i), other_visit);
    if (i % 10 == 3) lines += "no record\n";
  }
  write("news.jsonl", lines);
  const Outcome one = run({"export", "news.jsonl", "-o", "-", "--threads", "1"});
  ASSERT_EQ(one.code, 1);
  EXPECT_NE(one.err.find("news.jsonl:9:"), std::string::npos) << one.err;
  for (const char* threads : {"2", "3", "16"}) {
    const Outcome more = run({"export", "news.jsonl", "-o", "-", "--threads", threads});
    EXPECT_EQ(more.code, 1);
    EXPECT_TRUE(more.out == one.out) << threads;
    EXPECT_EQ(more.err, one.err) << threads;
  }
  EXPECT_EQ(run({"export", "news.jsonl", "-o", "-", "--threads", "0"}).code, 2);
}

TEST_F(Reproducible, FromAFileAPipeOrAnotherFolder) {
  const std::string lines = record("one", visit) + record("two", other_visit);
  write("news.jsonl", lines);
  write("elsewhere/other.jsonl", lines);
  const Outcome file = run({"export", "news.jsonl", "-o", "-"});
  Call call;
  call.arguments = {"export", "-", "-o", "-"};
  call.input = lines;
  EXPECT_TRUE(run_call(call).out == file.out);
  EXPECT_TRUE(run({"export", "elsewhere", "-o", "-"}).out == file.out);
}

}  // namespace
}  // namespace depeche::cli_test
