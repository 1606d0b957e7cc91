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
