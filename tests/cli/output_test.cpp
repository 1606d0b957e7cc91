// Where it goes: an output appears whole or not at all, and every failure is told with exit 6.
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

namespace fs = std::filesystem;

class Output : public Workbench {
 protected:
  void SetUp() override { write("a.txt", visit); }

  Outcome run_into(Out out, std::vector<std::string> arguments) const {
    Call call;
    call.arguments = std::move(arguments);
    call.out = out;
    return run_call(call);
  }
};

TEST_F(Output, AMissingFolderIsTold) {
  const Outcome o = run({"export", "a.txt", "-o", "out/kg.ttl"});
  EXPECT_EQ(o.code, 6);
  EXPECT_EQ(o.out, "");
  EXPECT_EQ(o.err,
            "depeche: error: cannot open the folder of 'out/kg.ttl': No such file or directory\n"
            "  hint: make the folder first, or name another file with -o\n");
  EXPECT_EQ(list(), std::vector<std::string>{"a.txt"});
}

TEST_F(Output, TheDefaultIsOutKg) {
  fs::create_directory(path("out"));
  const Outcome o = run({"export", "a.txt"});
  EXPECT_EQ(o.code, 0);
  EXPECT_TRUE(read("out/kg.ttl").starts_with("@prefix dp: <https://w3id.org/depeche/ontology#> .\n"));
}

TEST_F(Output, AFolderIsNoOutput) {
  fs::create_directory(path("kg.ttl"));
  const Outcome o = run({"export", "a.txt", "-o", "kg.ttl"});
  EXPECT_EQ(o.code, 6);
  EXPECT_EQ(o.err, "depeche: error: cannot write 'kg.ttl': Is a directory\n");
}

TEST_F(Output, AFileUnderAFileIsNoOutput) {
  const Outcome o = run({"export", "a.txt", "-o", "a.txt/kg.ttl"});
  EXPECT_EQ(o.code, 6);
  EXPECT_EQ(o.err, "depeche: error: cannot open the folder of 'a.txt/kg.ttl': Not a directory\n");
}

TEST_F(Output, WithoutPermissionNothingIsWritten) {
  Call call;
  call.unprivileged = true;
  call.arguments = {"check"};
  if (run_call(call).code != 0) GTEST_SKIP() << "the program lies where only its owner may run it";
  fs::create_directory(path("locked"));
  fs::permissions(path("locked"),
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  write("kg.ttl", "old\n");
  fs::permissions(path("kg.ttl"), fs::perms::owner_read | fs::perms::others_read);
  call.arguments = {"export", "a.txt", "-o", "locked/kg.ttl"};
  const Outcome folder = run_call(call);
  EXPECT_EQ(folder.code, 6);
  EXPECT_EQ(folder.err, "depeche: error: cannot create a file beside 'locked/kg.ttl': Permission denied\n");
  call.arguments = {"export", "a.txt", "-o", "kg.ttl"};
  const Outcome file = run_call(call);
  EXPECT_EQ(file.code, 6);
  EXPECT_EQ(file.err, "depeche: error: cannot replace 'kg.ttl': Permission denied\n");
  EXPECT_EQ(read("kg.ttl"), "old\n");
}

TEST_F(Output, TheOutputIsTriedBeforeTheInput) {
  const Outcome o = run({"export", "missing.txt", "-o", "out/kg.ttl"});
  EXPECT_EQ(o.code, 6);
  EXPECT_EQ(o.err.find("missing.txt"), std::string::npos);
}

TEST_F(Output, AFullDiskIsTold) {
  const Outcome o = run({"export", "a.txt", "-o", "/dev/full"});
  EXPECT_EQ(o.code, 6);
  EXPECT_EQ(o.err, "depeche: error: cannot write '/dev/full': No space left on device\n");
}

TEST_F(Output, AFailureLeavesTheOldFileAndNothingElse) {
  write("kg.nq", "old\n");
  ASSERT_EQ(run({"export", "missing.txt", "-o", "kg.nq"}).code, 4);
  EXPECT_EQ(read("kg.nq"), "old\n");
  EXPECT_EQ(list(), (std::vector<std::string>{"a.txt", "kg.nq"}));
  ASSERT_EQ(run({"export", "a.txt", "-o", "kg.nq"}).code, 0);
  EXPECT_NE(read("kg.nq"), "old\n");
  EXPECT_EQ(list(), (std::vector<std::string>{"a.txt", "kg.nq"}));
}

TEST_F(Output, StandardOutputHoldsDataOnly) {
  ASSERT_EQ(run({"export", "a.txt", "-o", "kg.nt"}).code, 0);
  const Outcome o = run({"export", "a.txt", "-o", "-", "-f", "ntriples", "--summary"});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.out, read("kg.nt"));
  EXPECT_TRUE(o.err.starts_with("1 articles read: 1 exported, 0 repeated, 0 rejected; 2 claims, ")) << o.err;
}

TEST_F(Output, AStandardOutputThatFailsIsTold) {
  const std::vector<std::string> call{"export", "a.txt", "-o", "-"};
  const Outcome full = run_into(Out::full_disk, call);
  EXPECT_EQ(full.code, 6);
  EXPECT_EQ(full.err, "depeche: error: cannot write 'standard output': No space left on device\n");
  const Outcome closed = run_into(Out::closed, call);
  EXPECT_EQ(closed.code, 6);
  EXPECT_EQ(closed.err, "depeche: error: cannot write standard output: Bad file descriptor\n");
  const Outcome broken = run_into(Out::broken_pipe, call);
  EXPECT_EQ(broken.code, 6);
  EXPECT_EQ(broken.err, "depeche: error: cannot write 'standard output': Broken pipe\n");
}

TEST_F(Output, TheOtherCommandsTellItToo) {
  const std::vector<std::vector<std::string>> calls{
      {"--help"}, {"--version"}, {"export", "--help"}, {"check"}, {"test", "fr.visit.se-rendre"}, {"explain", "a.txt"}};
  for (const auto& call : calls) {
    const std::string shown = ::testing::PrintToString(call);
    const Outcome full = run_into(Out::full_disk, call);
    EXPECT_EQ(full.code, 6) << shown;
    EXPECT_EQ(count(full.err, "depeche: error: cannot write 'standard output': No space left on device\n"), 1u)
        << shown;
    const Outcome closed = run_into(Out::closed, call);
    EXPECT_EQ(closed.code, 6) << shown;
    EXPECT_EQ(count(closed.err, "depeche: error: cannot write 'standard output': Bad file descriptor\n"), 1u) << shown;
    // Whoever reads no more, as `head`, knows it.
    const Outcome broken = run_into(Out::broken_pipe, call);
    EXPECT_EQ(broken.code, 6) << shown;
    EXPECT_EQ(count(broken.err, "error"), 0u) << shown << broken.err;
  }
}

TEST_F(Output, AClosedStandardErrorIsNoObstacle) {
  Call call;
  call.close_err = true;
  call.arguments = {"export", "a.txt", "missing.txt", "-o", "kg.nt"};
  EXPECT_EQ(run_call(call).code, 1);
  EXPECT_TRUE(read("kg.nt").starts_with("<"));
  call.arguments = {"nothing"};
  EXPECT_EQ(run_call(call).code, 2);
}

TEST_F(Output, ASignalLeavesNothingBehind) {
  for (const int signal : {SIGTERM, SIGINT}) {
    Call call;
    call.arguments = {"export", "-", "-o", "kg.nt"};
    Running program(DEPECHE_PROGRAM, call, path("").native(), true);
    for (int i = 0; i < 1000 && list().size() < 2; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_EQ(list().size(), 2u) << "the temporary file";
    ::kill(program.pid(), signal);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    program.close_input();
    const Outcome o = program.wait();
    EXPECT_EQ(o.code, 128 + signal);
    EXPECT_EQ(count(o.err, "depeche: error: interrupted; the output was not finished\n"), 1u) << o.err;
    EXPECT_EQ(list(), std::vector<std::string>{"a.txt"});
  }
}

}  // namespace
}  // namespace depeche::cli_test
