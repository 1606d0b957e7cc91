// depeche sync, retract and status as an operator meets them. What happens at failing disks and under kills at every
// call is tested in the room (tests/unit/sync); here are the program, its exit statuses and its messages.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "hostile_inputs.hpp"
#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Sync : public Workbench {
 protected:
  /// Everything below a folder but the lock and what has a clock in it.
  std::map<std::string, std::string> snapshot(const std::string& folder) const {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(path(folder))) {
      const std::string name = entry.path().lexically_relative(path(folder));
      if (entry.is_directory() || name == "lock" || name == "status.json") continue;
      out[name] = entry.is_symlink() ? fs::read_symlink(entry.path()).native() : read(folder + "/" + name);
    }
    return out;
  }
  std::vector<std::string> sorted_lines(const std::string& name) const {
    std::vector<std::string> out = lines_of(read(name));
    std::sort(out.begin(), out.end());
    return out;
  }
};

TEST_F(Sync, PublishesWhatAnExportWrites) {
  const Outcome sync = run({"sync", articles, "--out", "kg"});
  EXPECT_EQ(sync.code, 0);
  EXPECT_EQ(sync.err, "");
  EXPECT_EQ(sync.out, "");
  ASSERT_EQ(run({"export", articles, "-o", "export.nq"}).code, 0);
  EXPECT_TRUE(sorted_lines("kg/kg.nq") == sorted_lines("export.nq"));

  const auto before = snapshot("kg");
  const Outcome again = run({"sync", articles, "--out", "kg", "--summary"});
  EXPECT_EQ(again.code, 3);
  EXPECT_EQ(count(again.err, " 0 exported (0 new, 0 changed), 20 unchanged"), 1u) << again.err;
  EXPECT_TRUE(snapshot("kg") == before);
}

TEST_F(Sync, TheSameBytesWhateverSurroundsTheRun) {
  const std::string lines = record("one", visit) + record("two", other_visit);
  write("news.jsonl", lines);
  ASSERT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 0);
  const auto bytes = snapshot("kg");
  int n = 0;
  for (const auto& environment : std::vector<std::vector<std::string>>{
           {},
           {"PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"},
           {"PATH=/usr/bin:/bin", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "TZ=Pacific/Kiritimati"}}) {
    Call call;
    const std::string folder = "kg" + std::to_string(n++);
    call.arguments = {"sync", "news.jsonl", "--out", folder};
    call.environment = environment;
    EXPECT_EQ(run_call(call).code, 0);
    EXPECT_TRUE(snapshot(folder) == bytes) << ::testing::PrintToString(environment);
  }
  for (const char* threads : {"1", "2", "5"}) {
    const std::string folder = std::string("threads") + threads;
    EXPECT_EQ(run({"sync", "news.jsonl", "--out", folder, "--threads", threads}).code, 0);
    EXPECT_TRUE(snapshot(folder) == bytes) << threads;
  }
  Call call;
  call.arguments = {"sync", "-", "--out", "piped"};
  call.input = lines;
  EXPECT_EQ(run_call(call).code, 0);
  EXPECT_TRUE(read("piped/kg.nq") == read("kg/kg.nq"));
}

TEST_F(Sync, KilledAtRandomMomentsItComesOutTheSame) {
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(run({"sync", articles, "--out", "whole"}).code, 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  std::mt19937 random(5);
  int killed = 0;
  Call call;
  call.arguments = {"sync", articles, "--out", "kg"};
  for (int i = 0; i < 8; ++i) {
    Running running(DEPECHE_PROGRAM, call, path("").native());
    ::usleep(static_cast<useconds_t>(random() % static_cast<unsigned>(whole.count())));
    ::kill(running.pid(), SIGKILL);
    if (running.wait().signal == SIGKILL) ++killed;
  }
  EXPECT_GT(killed, 0);
  const int code = run(call.arguments).code;
  EXPECT_TRUE(code == 0 || code == 3) << code;
  EXPECT_TRUE(snapshot("kg") == snapshot("whole"));
}

TEST_F(Sync, ToldToStopItLeavesAtTheNextArticle) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += record("n" + std::to_string(i), visit);
  write("news.jsonl", lines);
  Call call;
  call.arguments = {"sync", "news.jsonl", "--out", "kg"};
  Running running(DEPECHE_PROGRAM, call, path("").native());
  for (int i = 0; i < 200 && !exists("kg/data"); ++i) ::usleep(50'000);
  ::usleep(300'000);
  const auto start = std::chrono::steady_clock::now();
  ::kill(running.pid(), SIGTERM);
  const Outcome outcome = running.wait();
  EXPECT_EQ(outcome.code, 143);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_FALSE(exists("kg/manifest.jsonl"));
  EXPECT_TRUE(fs::is_empty(path("kg/data")));
}

TEST_F(Sync, ToldToStopItDoesNotWaitForItsInput) {
  ASSERT_EQ(::mkfifo(path("fifo.jsonl").c_str(), 0600), 0);
  struct Told {
    int signal, code;
    std::vector<std::string> arguments;
  };
  for (const Told& told : std::vector<Told>{{SIGTERM, 143, {"sync", "-", "--out", "kg"}},
                                            {SIGINT, 130, {"sync", "-", "--out", "kg", "--threads", "1"}},
                                            {SIGTERM, 143, {"sync", "fifo.jsonl", "--out", "kg"}},
                                            {SIGTERM, 143, {"export", "-", "-o", "kg.nq"}},
                                            {SIGINT, 130, {"export", "-", "-o", "kg.nq", "--threads", "1"}}}) {
    Call call;
    call.arguments = told.arguments;
    Running running(DEPECHE_PROGRAM, call, path("").native(), true);
    running.give(record("one", visit));
    const bool sync = told.arguments[0] == "sync";
    for (int i = 0; i < 400 && !(sync ? exists("kg/data") : list().size() > 1); ++i) ::usleep(50'000);
    ::usleep(200'000);
    const auto start = std::chrono::steady_clock::now();
    ::kill(running.pid(), told.signal);
    const Outcome outcome = running.wait();
    EXPECT_EQ(outcome.code, told.code) << ::testing::PrintToString(told.arguments) << outcome.err;
    EXPECT_EQ(count(outcome.err, "interrupted"), 1u) << outcome.err;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    EXPECT_FALSE(exists("kg/manifest.jsonl"));
    fs::remove_all(path("kg"));
    EXPECT_EQ(list(), std::vector<std::string>{"fifo.jsonl"});
  }
}

TEST_F(Sync, RejectedRecordsAreQuarantined) {
  write("news.jsonl", record("one", visit) + "{\"id\":\"two\"\n");
  const Outcome outcome = run({"sync", "news.jsonl", "--out", "kg"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(count(outcome.err, "news.jsonl:2:"), 1u) << outcome.err;
  const Json row = Json::parse(read("kg/quarantine.jsonl"));
  EXPECT_EQ(row["file"], "news.jsonl");
  EXPECT_EQ(row["line"], 2);
  EXPECT_NE(row["message"], "");
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 3);
}

TEST_F(Sync, WhatIsBeyondALimitIsQuarantinedAndTheRestComesOut) {
  const std::string nested =
      R"({"id":"n","x":)" + std::string(70, '[') + std::string(70, ']') + R"(,"text":"Un mot."})";
  std::string names;
  for (int i = 1; i < 60; ++i) names += "Xavi" + std::string(static_cast<std::size_t>(i), 'a') + ", ";
  write("news.jsonl", record("one", visit) + record("line", std::string(9000, 'a')) +
                          record("long", std::string(5000, 'a')) + nested + "\n" + record("names", names) +
                          record("two", other_visit));
  write("bomb.jsonl.gz", gzip(record("three", visit) + std::string(80U << 20U, 'x')));
  const Outcome outcome = run({"sync", "news.jsonl", "bomb.jsonl.gz", "--out", "kg", "--max-line", "8000", "--max-text",
                               "4000", "--max-names", "50", "--max-unpacked", "90M"});
  EXPECT_EQ(outcome.code, 1) << outcome.err;
  std::vector<std::string> reasons;
  for (const std::string& line : lines_of(read("kg/quarantine.jsonl"))) {
    const Json json = Json::parse(line);
    reasons.push_back(json["file"].get<std::string>() + ":" + std::to_string(json["line"].get<int>()) + " " +
                      json["code"].get<std::string>());
    EXPECT_NE(json["message"], "");
  }
  EXPECT_EQ(reasons, (std::vector<std::string>{"news.jsonl:2 article-line-too-long", "news.jsonl:3 article-too-long",
                                               "news.jsonl:4 json-depth", "news.jsonl:5 article-too-many-names",
                                               "bomb.jsonl.gz:2 input-too-large"}));
  const std::string status = run({"status", "kg"}).out;
  EXPECT_EQ(count(status, "8 read = 3 exported + 0 unchanged + 5 rejected + 0 filtered"), 1u) << status;
}

TEST_F(Sync, TimeIsBoundedByTextAndNames) {
  const auto seconds = [&](const std::string& text) {
    write("page.txt", text);
    const Outcome outcome = run({"sync", "page.txt", "--out", "kg", "--rebuild", "--max-shrink", "100"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return outcome.cpu_seconds;
  };
  const double nothing = seconds("Un mot.");
  // As many names as may be, and one person of whom the same is said again and again.
  for (const bool many : {true, false}) {
    const auto text = [&](int sentences) {
      std::string out;
      for (int i = 0; i < sentences; ++i) {
        const std::string name =
            std::string("Xe") + static_cast<char>('a' + i % 23) + "lo" + static_cast<char>('a' + i / 23 % 23);
        out += "Le ministre turc " + (many ? name + " Du" + name : std::string("Mevlut Demir")) +
               " s'est rendu lundi à Rome. ";
      }
      return out;
    };
    const double once = seconds(text(250)) - nothing, often = seconds(text(1000)) - nothing;
    EXPECT_LT(often, 10 * once + 1) << many << " " << once << " " << nothing;
  }
}

TEST_F(Sync, RetractUndoErase) {
  write("news.jsonl", record("one", visit) + record("two", other_visit));
  ASSERT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 0);
  EXPECT_EQ(run({"retract", "kg", "three"}).code, 2);
  EXPECT_EQ(run({"retract", "nowhere", "two"}).code, 2);
  EXPECT_EQ(run({"retract", "kg", "two"}).code, 0);
  EXPECT_EQ(count(read("kg/kg.nq"), "Kovacs"), 0u);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 3);
  EXPECT_EQ(run({"retract", "kg", "two", "--undo"}).code, 0);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 0);
  EXPECT_GT(count(read("kg/kg.nq"), "Kovacs"), 0u);
  EXPECT_EQ(run({"retract", "kg", "two", "--erase"}).code, 0);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 3);
  for (const auto& entry : fs::recursive_directory_iterator(path("kg"))) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().lexically_relative(path(""));
    EXPECT_EQ(count(read(name), "Kovacs"), 0u) << name;
    EXPECT_EQ(count(read(name), "\"two\""), 0u) << name;
  }
}

TEST_F(Sync, WhatIsSaidOfAnErasedArticleIsNotKept) {
  write("news.jsonl", record("secret-id", visit) + record("two", other_visit));
  ASSERT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 0);
  ASSERT_EQ(run({"retract", "kg", "secret-id", "--erase"}).code, 0);
  write("news.jsonl", record("secret-id", "Un texte.") + record("secret-id", "Encore."));
  const Outcome again = run({"sync", "news.jsonl", "--out", "kg"});
  EXPECT_EQ(again.code, 1);
  EXPECT_EQ(count(again.err, "news.jsonl:2: error: something about an erased article"), 1u) << again.err;
  for (const auto& [name, content] : snapshot("kg")) EXPECT_EQ(count(name + content, "secret-id"), 0u) << name;
}

TEST_F(Sync, ExitStatusesSayWhatWasWrong) {
  write("news.jsonl", record("one", visit));
  EXPECT_EQ(run({"sync", "news.jsonl"}).code, 2);
  EXPECT_EQ(run({"sync", "--out", "kg"}).code, 2);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg", "--max-shrink", "lots"}).code, 2);
  EXPECT_EQ(run({"sync", "--help"}).code, 0);
  EXPECT_EQ(run({"sync", "missing.jsonl", "--out", "empty"}).code, 4);
  write("nothing.jsonl", "");
  EXPECT_EQ(run({"sync", "nothing.jsonl", "--out", "none"}).code, 4);
  ASSERT_EQ(run({"sync", "news.jsonl", "--out", "kg"}).code, 0);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg", "--base", "https://other.example/"}).code, 2);
  EXPECT_EQ(run({"sync", "nothing.jsonl", "--out", "kg", "--everything"}).code, 4);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "no/such/folder"}).code, 6);

  const int lock = ::open(path("kg/lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::flock(lock, LOCK_EX), 0);
  const Outcome locked = run({"sync", "news.jsonl", "--out", "kg"});
  EXPECT_EQ(locked.code, 7);
  EXPECT_EQ(locked.err, "depeche: error: another run works in 'kg'\n");
  ::close(lock);

  write("kg/manifest.jsonl", read("kg/manifest.jsonl").substr(0, 500));
  const Outcome damaged = run({"sync", "news.jsonl", "--out", "kg"});
  EXPECT_EQ(damaged.code, 13);
  EXPECT_EQ(count(damaged.err, "--rebuild"), 1u) << damaged.err;
  EXPECT_EQ(run({"status", "kg"}).code, 13);
  EXPECT_EQ(run({"sync", "news.jsonl", "--out", "kg", "--rebuild"}).code, 0);
  EXPECT_EQ(run({"status", "kg"}).code, 0);
}

TEST_F(Sync, AFullDiskIsToldAndChangesNothing) {
  fs::create_directory(path("disk"));
  if (::mount("none", path("disk").c_str(), "tmpfs", 0, "size=512k") != 0) GTEST_SKIP() << "may not mount a small disk";
  write("small.jsonl", record("one", visit));
  std::string many;
  for (int i = 0; i < 150; ++i) many += record("n" + std::to_string(i), other_visit);
  write("many.jsonl", many);
  const int small = run({"sync", "small.jsonl", "--out", "disk/kg"}).code;
  const auto before = snapshot("disk/kg");
  const Outcome full = run({"sync", "many.jsonl", "--out", "disk/kg"});
  const bool same = snapshot("disk/kg") == before;
  ::mount("none", path("disk").c_str(), "tmpfs", MS_REMOUNT, "size=32m");
  const int room = run({"sync", "many.jsonl", "--out", "disk/kg"}).code;
  ::umount(path("disk").c_str());
  EXPECT_EQ(small, 0);
  EXPECT_EQ(full.code, 6) << full.err;
  EXPECT_EQ(count(full.err, "No space left on device"), 1u) << full.err;
  EXPECT_TRUE(same);
  EXPECT_EQ(room, 0);
}

TEST_F(Sync, AFileThatMayNotGrowIsToldAndChangesNothing) {
  write("small.jsonl", record("one", visit));
  std::string many;
  for (int i = 0; i < 150; ++i) many += record("n" + std::to_string(i), other_visit);
  write("many.jsonl", many);
  ASSERT_EQ(run({"sync", "small.jsonl", "--out", "kg"}).code, 0);
  const auto before = snapshot("kg");
  const Outcome full =
      run_tool("sh", {"-c", "trap '' XFSZ; ulimit -f 64; exec " DEPECHE_PROGRAM " sync many.jsonl --out kg"});
  EXPECT_EQ(full.code, 6) << full.err;
  EXPECT_EQ(count(full.err, "File too large"), 1u) << full.err;
  EXPECT_TRUE(snapshot("kg") == before);
  EXPECT_EQ(run({"sync", "many.jsonl", "--out", "kg"}).code, 0);
}

TEST_F(Sync, TellsHowItStands) {
  write("news.jsonl", record("one", visit) + "{\n");
  const Outcome logged =
      run({"sync", "news.jsonl", "--out", "kg", "--log-format", "json", "--metrics", "depeche.prom"});
  EXPECT_EQ(logged.code, 1);
  const std::vector<std::string> lines = lines_of(logged.err);
  ASSERT_EQ(lines.size(), 2u) << logged.err;
  EXPECT_EQ(Json::parse(lines[0])["line"], 2);
  EXPECT_EQ(Json::parse(lines[1])["event"], "finished");
  EXPECT_EQ(Json::parse(lines[1])["exported"], 1);

  const Outcome status = run({"status", "kg", "--json"});
  EXPECT_EQ(status.code, 0);
  const Json json = Json::parse(status.out);
  EXPECT_EQ(json["state"]["sequence"], 1);
  EXPECT_EQ(json["state"]["articles"], 1);
  EXPECT_EQ(json["state"]["newestArticle"], "2024-05-17");
  EXPECT_EQ(json["lastRun"]["exitCode"], 1);
  EXPECT_EQ(json["lastRun"]["counts"]["rejected"], 1);
  EXPECT_GT(json["lastSuccess"], 1'700'000'000);
  EXPECT_EQ(count(run({"status", "kg"}).out, "2 read = 1 exported + 0 unchanged + 1 rejected + 0 filtered"), 1u);
  EXPECT_EQ(run({"status", "nowhere"}).code, 2);

  EXPECT_EQ(count(read("depeche.prom"), "depeche_sync_records{state=\"rejected\"} 1\n"), 1u);
  if (run_tool("sh", {"-c", "command -v promtool"}).code != 0) GTEST_SKIP() << "promtool is not installed";
  const Outcome checked = run_tool("promtool", {"check", "metrics"}, read("depeche.prom"));
  EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
}

TEST_F(Sync, TheUnitsOfSystemdHold) {
  if (run_tool("sh", {"-c", "command -v systemd-analyze"}).code != 0) GTEST_SKIP() << "systemd is not installed";
  std::ifstream in(DEPECHE_SOURCE_DIR "/packaging/systemd/depeche-sync.service.in");
  std::string service{std::istreambuf_iterator<char>(in), {}};
  for (const auto& [name, value] :
       std::map<std::string, std::string>{{"@CMAKE_INSTALL_FULL_BINDIR@", fs::path(DEPECHE_PROGRAM).parent_path()},
                                          {"@CMAKE_INSTALL_FULL_DATAROOTDIR@", "/usr/share"}}) {
    const std::size_t at = service.find(name);
    ASSERT_NE(at, std::string::npos) << name;
    service.replace(at, name.size(), value);
  }
  write("depeche-sync.service", service);
  fs::copy(DEPECHE_SOURCE_DIR "/packaging/systemd/depeche-sync.timer", path("depeche-sync.timer"));
  const Outcome verified =
      run_tool("systemd-analyze", {"verify", "--man=no", path("depeche-sync.service"), path("depeche-sync.timer")});
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_EQ(count(verified.err, "depeche-sync"), 0u) << verified.err;
}

}  // namespace
}  // namespace depeche::cli_test
