// Thirty days of an hourly timer that misses hours, fires twice and overlaps itself, over news that come, change and
// disappear, under a clock that goes backwards and processes that are killed. At every moment the export has to be what
// a fresh run over the same news gives, and the deltas have to lead there.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <random>

#include "fake_news.hpp"
#include "faulty_calls.hpp"
#include "sync/status.hpp"

namespace depeche::sync::test {
namespace {

/// The follower of an export: it has what stood there at some time, and applies deltas.
class Follower {
 public:
  void catch_up(const fs::path& folder, const Manifest& state) {
    if (sequence_ == state.sequence) return;
    const bool gap = state.deltas.empty() || sequence_ + 1 < state.deltas.front().from;
    if (gap) {
      statements_ = exported(folder);
      ++loads;
    } else {
      for (const Delta& d : state.deltas) {
        if (d.to <= sequence_) continue;
        ASSERT_EQ(d.from, sequence_ + 1);
        for (const std::string& line : read_lines(folder / "deltas" / d.removed.name)) {
          ASSERT_EQ(statements_.erase(line), 1u) << line;
        }
        for (const std::string& line : read_lines(folder / "deltas" / d.added.name)) {
          ASSERT_TRUE(statements_.insert(line).second) << line;
        }
        sequence_ = d.to;
        ++applied;
      }
    }
    sequence_ = state.sequence;
  }
  const std::set<std::string>& statements() const { return statements_; }

  int loads = 0, applied = 0;

 private:
  std::set<std::string> statements_;
  std::uint64_t sequence_ = 0;
};

class World {
 public:
  const News& news() const { return news_; }

  void live_one_hour(std::mt19937& random) {
    const auto word = [&] {
      const auto name = [&] { return std::string(1, static_cast<char>('a' + random() % 12)); };
      return name() + ">" + name() + name();
    };
    for (unsigned i = random() % 2; i > 0; --i)
      news_.push_back({"id" + std::to_string(next_++), word() + " " + word()});
    if (!news_.empty() && random() % 4 == 0) news_[random() % news_.size()].text = word();
    if (news_.size() > 5 && (random() % 5 == 0 || news_.size() > most)) {
      news_.erase(news_.begin() + static_cast<std::ptrdiff_t>(random() % news_.size()));
    }
    if (random() % 6 == 0) std::shuffle(news_.begin(), news_.end(), random);
  }

 private:
  static constexpr std::size_t most = 20;  ///< about: a larger world takes longer and shows no more
  News news_ = {{"start", "a>b"}};
  int next_ = 0;
};

TEST(SyncThirtyDays, DeltasLeadToWhatAFreshExportGives) {
  TemporaryFolder folder;
  std::mt19937 random(30);
  World world;
  Follower diligent, lazy;
  RunOptions options = fake_options();
  options.keep_deltas = 24;
  options.memory = std::size_t{1} << 16U;
  std::int64_t clock = 1'700'000'000;
  int committed = 0, idle = 0, killed = 0, locked_out = 0;
  for (int hour = 0; hour < 30 * 24; ++hour) {
    clock += random() % 50 == 0 ? -86'400 : 3'600;
    if (random() % 3 != 0) world.live_one_hour(random);
    if (random() % 10 == 0) continue;  // the machine slept
    options.compact = hour % 100 < 50;
    for (unsigned times = random() % 8 == 0 ? 2 : 1; times > 0; --times) {
      if (random() % 12 == 0) {
        const pid_t child = ::fork();
        if (child == 0) {
          FaultyCalls calls;
          calls.fault = FaultyCalls::Fault::torn_kill;
          calls.at = 1 + random() % 150;
          run(folder.out(), world.news(), options, 0, calls);
          ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == FaultyCalls::killed) ++killed;
        continue;  // the timer comes again in an hour
      }
      auto session = Session::open(fake_setup(folder.out()));
      ASSERT_TRUE(session) << session.error().what();
      if (random() % 9 == 0) {
        ASSERT_EQ(run(folder.out(), world.news(), options).failed, Cause::locked);
        ++locked_out;
      }
      FakeWork work(world.news());
      const Outcome outcome = session->run(&work, options);
      ASSERT_FALSE(outcome.failed) << outcome.message;
      ++(outcome.committed ? committed : idle);
      ASSERT_TRUE(session->note(outcome, {clock, clock + 5, 0, {}}));
      ASSERT_EQ(exported(folder.out()), expected(world.news())) << "hour " << hour;
      ASSERT_NO_FATAL_FAILURE(diligent.catch_up(folder.out(), *session->manifest()));
      ASSERT_EQ(diligent.statements(), expected(world.news())) << "hour " << hour;
      if (random() % 60 == 0) {
        ASSERT_NO_FATAL_FAILURE(lazy.catch_up(folder.out(), *session->manifest()));
        ASSERT_EQ(lazy.statements(), expected(world.news())) << "hour " << hour;
      }
    }
  }
  // Each of these things must have happened, or the test has shown nothing.
  EXPECT_GT(committed, 300);
  EXPECT_GT(idle, 50);
  EXPECT_GT(killed, 10);
  EXPECT_GT(locked_out, 20);
  EXPECT_GT(diligent.applied, 300);
  EXPECT_GT(lazy.loads, 1);
  EXPECT_GT(lazy.applied, 1);

  auto session = Session::open(fake_setup(folder.out()));
  ASSERT_TRUE(session);
  FakeWork last(world.news());
  const Outcome outcome = session->run(&last, options);
  ASSERT_FALSE(outcome.failed) << outcome.message;
  ASSERT_TRUE(session->note(outcome, {clock, clock + 5, 0, {}}));

  // The whole export, and the manifest but for the numbers of runs, are those of a run that has no past.
  TemporaryFolder fresh;
  ASSERT_TRUE(run(fresh.out(), world.news(), options).committed);
  EXPECT_EQ(read_text(fs::path(folder.out()) / "kg.nq"), read_text(fs::path(fresh.out()) / "kg.nq"));
  const auto status = read_status(folder.out());
  ASSERT_TRUE(status);
  EXPECT_EQ(status->last_success, clock + 5);
}

}  // namespace
}  // namespace depeche::sync::test
