// Every operation on the disk fails once, and from then on, in every way; and processes are killed at every operation
// and at random moments. Afterwards the folder must hold the old state or the new one, whole, and the next run must
// bring it to the very bytes that an undisturbed run leaves.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <random>

#include "base/digest.hpp"
#include "faulty_calls.hpp"
#include "scenes.hpp"

/// Freed memory is kept aside by AddressSanitizer to find its use; every child would have to take it over.
extern "C" const char* __asan_default_options() {
  return "quarantine_size_mb=2:malloc_context_size=4";
}

namespace depeche::sync::test {
namespace {

using Fault = FaultyCalls::Fault;

struct Figures {
  std::uint64_t faults = 0, runs_with_faults = 0, kills = 0;
};

/// Printed at the end: the README names them.
class FiguresPrinter : public ::testing::Environment {
 public:
  static Figures& figures() {
    static Figures all;
    return all;
  }
  void TearDown() override {
    if (figures().runs_with_faults + figures().kills == 0) return;
    std::printf("[ FIGURES  ] %llu injected faults and %llu kills survived: nothing lost, torn or doubled\n",
                static_cast<unsigned long long>(figures().runs_with_faults),
                static_cast<unsigned long long>(figures().kills));
  }
};

const auto* const printer = ::testing::AddGlobalTestEnvironment(new FiguresPrinter);

/// What a reader finds who comes between: links and manifest are read without a lock, as they stand. Empty if it is a
/// whole state, else what is wrong.
std::string find_tear(const fs::path& folder) {
  if (!fs::exists(folder / "manifest.jsonl")) return {};
  const std::string text = read_text(folder / "manifest.jsonl");
  const std::size_t end = text.rfind("{\"sha256\":\"");
  if (end == std::string::npos || text.substr(end + 11, 64) != sha256_hex(text.substr(0, end))) return "torn manifest";
  for (const char* const sub : {"data", "deltas"}) {
    for (const auto& entry : fs::directory_iterator(folder / sub)) {
      const std::string name = entry.path().filename();
      const std::size_t at = text.find("\"name\":\"" + name + "\"");
      if (at == std::string::npos) continue;  // not of this state
      const std::size_t hash = text.find("\"sha256\":\"", at) + 10;
      if (text.substr(hash, 64) != sha256_hex(read_text(entry.path()))) return "torn " + name;
    }
  }
  for (std::size_t at = text.find("\"name\":\""); at != std::string::npos; at = text.find("\"name\":\"", at + 1)) {
    const std::string name = text.substr(at + 8, text.find('"', at + 8) - at - 8);
    if (!fs::exists(folder / "data" / name) && !fs::exists(folder / "deltas" / name)) return "missing " + name;
  }
  return {};
}

class SyncFaults : public ::testing::TestWithParam<std::size_t> {
 protected:
  SyncFaults() : scene(scenes().at(GetParam())) {
    fs::create_directory(folder.path() / "template");
    template_ = folder.path() / "template" / "out";
    scene.prepare(template_);
    if (fs::exists(template_)) old_state = comparable(snapshot(template_));
    reset();
    const Outcome undisturbed = scene.act(folder.out(), counter);
    EXPECT_TRUE(undisturbed.committed) << undisturbed.message;
    new_state = comparable(snapshot(folder.out()));
  }

  void reset() const {
    fs::remove_all(folder.out());
    if (fs::exists(template_)) copy_folder(template_, folder.out());
  }

  /// After a disturbance: nothing is torn, and the same run once more gives the bytes of an undisturbed one.
  void expect_recovery(const std::string& what) const {
    if (fs::exists(folder.out())) ASSERT_EQ(find_tear(folder.out()), "") << what;
    const std::string manifest = read_text(fs::path(folder.out()) / "manifest.jsonl");
    const auto old = old_state.find("manifest.jsonl");
    ASSERT_TRUE(manifest == new_state.at("manifest.jsonl") || manifest == (old == old_state.end() ? "" : old->second))
        << what << ": neither the old state nor the new one";
    const Outcome again = scene.act(folder.out(), SystemCalls::kernel());
    ASSERT_FALSE(again.failed) << what << ": " << again.message;
    ASSERT_EQ(difference(new_state, comparable(snapshot(folder.out()))), "") << what;
  }

  void disturb(Fault fault, int number, bool for_ever) {
    for (std::uint64_t at = 1; at <= counter.calls; ++at) {
      reset();
      FaultyCalls calls;
      calls.fault = fault;
      calls.number = number;
      calls.for_ever = for_ever;
      calls.at = at;
      const Outcome outcome = scene.act(folder.out(), calls);
      if (fault == Fault::short_io && calls.hits == 0) continue;  // a call that moves no bytes
      const std::string what = scene.name + ", call " + std::to_string(at) + ", errno " + std::to_string(number) +
                               (for_ever ? " for ever" : "");
      ASSERT_GT(calls.hits, 0u) << what << ": the fault did not happen";
      ++FiguresPrinter::figures().runs_with_faults;
      const bool mild = fault == Fault::short_io || (number == EINTR && !for_ever);
      if (mild) ASSERT_TRUE(outcome.committed && !outcome.failed) << what << ": " << outcome.message;
      if (!outcome.failed && outcome.committed) ASSERT_EQ(find_tear(folder.out()), "") << what;
      ASSERT_NO_FATAL_FAILURE(expect_recovery(what));
    }
  }

  Scene scene;
  TemporaryFolder folder;
  fs::path template_;
  FaultyCalls counter;  ///< of an undisturbed run
  std::map<std::string, std::string> old_state, new_state;
};

TEST_P(SyncFaults, FullDiskOnce) {
  disturb(Fault::error, ENOSPC, false);
}
TEST_P(SyncFaults, FullDiskForEver) {
  disturb(Fault::error, ENOSPC, true);
}
TEST_P(SyncFaults, BrokenDiskOnce) {
  disturb(Fault::error, EIO, false);
}
TEST_P(SyncFaults, BrokenDiskForEver) {
  disturb(Fault::error, EIO, true);
}
TEST_P(SyncFaults, InterruptedOnce) {
  disturb(Fault::error, EINTR, false);
}
TEST_P(SyncFaults, InterruptedForEver) {
  disturb(Fault::error, EINTR, true);
}
TEST_P(SyncFaults, ShortReadsAndWrites) {
  disturb(Fault::short_io, 0, false);
}

/// Runs in a process of its own; gives its wait status.
int in_child(const std::function<void()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    act();
    ::_exit(0);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

TEST_P(SyncFaults, KilledAtEveryCall) {
  for (const Fault fault : {Fault::kill, Fault::torn_kill}) {
    for (std::uint64_t at = 1; at <= counter.calls; ++at) {
      if (fault == Fault::torn_kill && !counter.writes.contains(at)) continue;
      reset();
      const int status = in_child([&] {
        FaultyCalls calls;
        calls.fault = fault;
        calls.at = at;
        scene.act(folder.out(), calls);
      });
      const std::string what = scene.name + ", killed at call " + std::to_string(at);
      ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == FaultyCalls::killed) << what << ": it was not killed";
      ++FiguresPrinter::figures().kills;
      ASSERT_NO_FATAL_FAILURE(expect_recovery(what));
    }
  }
}

TEST_P(SyncFaults, KilledAgainWhileRecovering) {
  std::mt19937 random(17);
  for (int round = 0; round < 20; ++round) {
    reset();
    std::string what = scene.name + ", killed at calls";
    for (int kills = 0; kills < 4; ++kills) {
      const std::uint64_t at = 1 + random() % counter.calls;
      what += " " + std::to_string(at);
      const int status = in_child([&] {
        FaultyCalls calls;
        calls.fault = Fault::torn_kill;
        calls.at = at;
        scene.act(folder.out(), calls);
      });
      // A later one may come to its end before the call is reached.
      if (WIFEXITED(status) && WEXITSTATUS(status) == FaultyCalls::killed) ++FiguresPrinter::figures().kills;
    }
    ASSERT_NO_FATAL_FAILURE(expect_recovery(what));
  }
}

TEST_P(SyncFaults, KilledAtRandomMoments) {
  std::mt19937 random(23);
  int killed = 0;
  for (int round = 0; round < 25; ++round) {
    reset();
    const pid_t child = ::fork();
    if (child == 0) {
      scene.act(folder.out(), SystemCalls::kernel());
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(random() % 4000));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) ++killed;
    ASSERT_NO_FATAL_FAILURE(expect_recovery(scene.name + ", killed at a random moment"));
  }
  EXPECT_GT(killed, 0);
  FiguresPrinter::figures().kills += static_cast<std::uint64_t>(killed);
}

INSTANTIATE_TEST_SUITE_P(Scenes, SyncFaults, ::testing::Range<std::size_t>(0, scenes().size()));

/// A file may not grow beyond a limit: the kernel itself ends writes short and fails them (EFBIG).
TEST(SyncDisk, ALimitOfTheKernelIsTold) {
  TemporaryFolder folder;
  News news;
  for (int i = 0; i < 60; ++i) news.push_back({"n" + std::to_string(i), "a>b c" + std::to_string(i) + ">d"});
  run(folder.out(), {news[0]});
  const auto before = snapshot(folder.out());
  RunOptions options = fake_options();
  options.memory = std::size_t{1} << 20U;
  for (const rlim_t limit : {1000, 5000, 9000}) {
    const int status = in_child([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit most{limit, limit};
      ::setrlimit(RLIMIT_FSIZE, &most);
      const Outcome outcome = run(folder.out(), news, options);
      ::_exit(outcome.failed == Cause::disk && outcome.system_errno == EFBIG && !outcome.committed ? 3 : 4);
    });
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 3) << limit;
    EXPECT_EQ(difference(before, snapshot(folder.out())), "");
  }
  EXPECT_TRUE(run(folder.out(), news, options).committed);
}

}  // namespace
}  // namespace depeche::sync::test
