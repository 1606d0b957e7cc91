#include <gtest/gtest.h>

#include "fake_news.hpp"

namespace depeche::sync::test {
namespace {

const News first = {{"one", "a>b c>d"}, {"two", "a>b e>f"}, {"three", "g>h"}};

class SyncSession : public ::testing::Test {
 protected:
  void expect_exported(const News& news) const {
    std::size_t count = 0;
    EXPECT_EQ(exported(folder.out(), &count), expected(news));
    EXPECT_EQ(count, expected(news).size()) << "a statement stands there twice";
  }
  std::vector<std::string> delta(const std::string& name) const {
    return read_lines(fs::path(folder.out()) / "deltas" / name);
  }
  TemporaryFolder folder;
};

TEST_F(SyncSession, TheFirstRunPublishesEverything) {
  const Outcome outcome = run(folder.out(), first);
  ASSERT_FALSE(outcome.failed) << outcome.message;
  EXPECT_TRUE(outcome.committed);
  EXPECT_EQ(outcome.counts.read, 3u);
  EXPECT_EQ(outcome.counts.added, 3u);
  EXPECT_EQ(outcome.counts.statements_added, expected(first).size());
  expect_exported(first);
}

TEST_F(SyncSession, NothingNewChangesNothing) {
  run(folder.out(), first);
  const auto before = snapshot(folder.out());
  const Outcome outcome = run(folder.out(), first);
  EXPECT_FALSE(outcome.failed) << outcome.message;
  EXPECT_FALSE(outcome.committed);
  EXPECT_EQ(outcome.counts.unchanged, 3u);
  EXPECT_EQ(difference(before, snapshot(folder.out())), "");
}

TEST_F(SyncSession, ThreadsChangeNothing) {
  News many;
  for (int i = 0; i < 200; ++i) {
    many.push_back(
        {"n" + std::to_string(i % 190), "a>b p" + std::to_string(i % 7) + ">q" + std::to_string(i), i % 50 == 9});
  }
  const News half(many.begin() + 40, many.begin() + 140);
  std::map<std::string, std::string> bytes;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    fs::remove_all(folder.out());
    RunOptions options = fake_options();
    options.threads = threads;
    for (const News* const news : std::vector<const News*>{&many, &half, &many})
      ASSERT_FALSE(run(folder.out(), *news, options, 3).failed);
    if (threads == 1) bytes = snapshot(folder.out());
    EXPECT_EQ(difference(bytes, snapshot(folder.out())), "") << threads;
  }
}

TEST_F(SyncSession, WhatReadingThrowsEndsTheRunOnAnyThread) {
  class Broken final : public FakeWork {
   public:
    using FakeWork::FakeWork;
    Contribution read(article::Article, std::string_view) override { throw std::runtime_error("a fault"); }
  };
  run(folder.out(), {first[0]});
  const auto before = snapshot(folder.out());
  for (const std::size_t threads : {1U, 4U}) {
    auto session = Session::open(fake_setup(folder.out()));
    ASSERT_TRUE(session);
    Broken work(first);
    RunOptions options = fake_options();
    options.threads = threads;
    EXPECT_THROW(session->run(&work, options), std::runtime_error);
  }
  ASSERT_TRUE(Session::open(fake_setup(folder.out())));
  EXPECT_EQ(difference(before, snapshot(folder.out())), "");
}

TEST_F(SyncSession, UnchangedArticlesAreNotReadAgain) {
  run(folder.out(), first);
  News second = first;
  second[2].text = "g>i";
  auto session = Session::open(fake_setup(folder.out()));
  ASSERT_TRUE(session);
  FakeWork work(second);
  session->run(&work, fake_options());
  EXPECT_EQ(work.articles_read, 1u);
  expect_exported(second);
}

TEST_F(SyncSession, AFactGoesWithItsLastArticle) {
  run(folder.out(), first);
  const std::string shared = "<https://example.test/a> <https://example.test/met> <https://example.test/b> .";
  run(folder.out(), {first[1], first[2]});
  EXPECT_TRUE(exported(folder.out()).contains(shared));
  run(folder.out(), {first[2]});
  EXPECT_FALSE(exported(folder.out()).contains(shared));
  expect_exported({first[2]});
}

TEST_F(SyncSession, WithoutEverythingMissingArticlesStay) {
  run(folder.out(), first);
  RunOptions options = fake_options();
  options.everything = false;
  run(folder.out(), {{"four", "x>y"}}, options);
  expect_exported({first[0], first[1], first[2], {"four", "x>y"}});
}

TEST_F(SyncSession, DeltasSayWhatChanged) {
  run(folder.out(), first);
  run(folder.out(), {first[0], {"two", "a>b e>z"}, first[2]});
  const std::vector<std::string> removed = delta("00000002.removed.nq"), added = delta("00000002.added.nq");
  std::set<std::string> replayed = expected(first);
  for (const std::string& line : removed) EXPECT_EQ(replayed.erase(line), 1u) << line;
  for (const std::string& line : added) EXPECT_TRUE(replayed.insert(line).second) << line;
  EXPECT_EQ(replayed, exported(folder.out()));
  EXPECT_TRUE(std::is_sorted(removed.begin(), removed.end()));
  EXPECT_TRUE(std::is_sorted(added.begin(), added.end()));

  const std::vector<std::string> patch = delta("00000002.rdfp");
  ASSERT_EQ(patch.size(), removed.size() + added.size() + 4);
  EXPECT_TRUE(patch[0].starts_with("H id <urn:uuid:"));
  EXPECT_TRUE(patch[1].starts_with("H prev <urn:uuid:"));
  EXPECT_EQ(patch[2], "TX .");
  EXPECT_EQ(patch[3], "D " + removed[0]);
  EXPECT_EQ(patch[3 + removed.size()], "A " + added[0]);
  EXPECT_EQ(patch.back(), "TC .");
}

TEST_F(SyncSession, NewKnowledgeReadsEverythingAnew) {
  run(folder.out(), first);
  RunOptions options = fake_options();
  options.knowledge = "other";
  const Outcome outcome = run(folder.out(), first, options);
  EXPECT_TRUE(outcome.committed);
  EXPECT_EQ(outcome.counts.changed, 3u);
  EXPECT_EQ(outcome.counts.statements_added + outcome.counts.statements_removed, 0u);
  EXPECT_FALSE(run(folder.out(), first, options).committed);
}

TEST_F(SyncSession, TheSameArticleTwiceIsOne) {
  const Outcome outcome = run(folder.out(), {first[0], first[0], {"one", "q>r"}});
  EXPECT_EQ(outcome.counts.exported, 2u);
  EXPECT_EQ(outcome.counts.filtered, 1u);
  EXPECT_FALSE(run(folder.out(), {first[0], first[0], {"one", "q>r"}}).committed);
}

TEST_F(SyncSession, ShardsTogetherAreTheExport) {
  News many;
  for (int i = 0; i < 40; ++i) many.push_back({"n" + std::to_string(i), "a>b p" + std::to_string(i % 7) + ">q"});
  ASSERT_FALSE(run(folder.out(), many, fake_options(), 5).failed);
  EXPECT_TRUE(fs::exists(fs::path(folder.out()) / "kg-004.nq"));
  expect_exported(many);
  many.erase(many.begin() + 3, many.begin() + 30);
  ASSERT_FALSE(run(folder.out(), many).failed);
  expect_exported(many);
  EXPECT_EQ(run(folder.out(), many, fake_options(), 4).failed, Cause::settings);
}

TEST_F(SyncSession, RejectedRecordsAreKeptWithTheirReason) {
  const News news = {first[0], {"bad", "", true}};
  const Outcome outcome = run(folder.out(), news);
  EXPECT_EQ(outcome.counts.rejected, 1u);
  EXPECT_TRUE(outcome.rejected_anew);
  EXPECT_EQ(
      read_text(fs::path(folder.out()) / "quarantine.jsonl"),
      "{\"file\":\"news\",\"line\":2,\"column\":0,\"code\":\"article-broken\",\"message\":\"'bad' is broken\"}\n");
  EXPECT_FALSE(run(folder.out(), news).committed);
  EXPECT_TRUE(run(folder.out(), {first[0]}).committed);
  EXPECT_EQ(read_text(fs::path(folder.out()) / "quarantine.jsonl"), "");
}

TEST_F(SyncSession, NothingIsWithdrawnWhileARecordCannotBeRead) {
  run(folder.out(), first);
  const Outcome outcome = run(folder.out(), {first[0], {"two", "", true}, first[2]});
  EXPECT_EQ(outcome.held_back, 1u);
  expect_exported(first);
  EXPECT_EQ(run(folder.out(), {first[0], first[2]}).held_back, 0u);
  expect_exported({first[0], first[2]});
}

TEST_F(SyncSession, AGuardStopsARunThatLosesTooMuch) {
  News many;
  for (int i = 0; i < 20; ++i) many.push_back({"n" + std::to_string(i), "a" + std::to_string(i) + ">b"});
  run(folder.out(), many);
  const auto before = snapshot(folder.out());
  RunOptions options = fake_options();
  options.max_shrink = 30;
  const News few(many.begin(), many.begin() + 13);
  const Outcome outcome = run(folder.out(), few, options);
  EXPECT_EQ(outcome.failed, Cause::guard);
  EXPECT_EQ(outcome.message, "too many facts would disappear: Meeting from 20 to 13; nothing was changed");
  EXPECT_EQ(difference(before, snapshot(folder.out())), "");
  options.max_shrink_of["Meeting"] = 35;
  EXPECT_TRUE(run(folder.out(), few, options).committed);
}

TEST_F(SyncSession, AnEmptyInputIsNotEverything) {
  run(folder.out(), first);
  EXPECT_EQ(run(folder.out(), {}).failed, Cause::no_input);
  RunOptions options = fake_options();
  options.everything = false;
  EXPECT_FALSE(run(folder.out(), {}, options).failed);
  options.fail_on_empty = true;
  EXPECT_EQ(run(folder.out(), {}, options).failed, Cause::no_input);
  expect_exported(first);
}

TEST_F(SyncSession, OneAtATime) {
  const auto session = Session::open(fake_setup(folder.out()));
  ASSERT_TRUE(session);
  EXPECT_EQ(run(folder.out(), first).failed, Cause::locked);
}

TEST_F(SyncSession, AFolderOfSomebodyElseIsLeftAlone) {
  fs::create_directories(folder.out());
  std::ofstream(fs::path(folder.out()) / "thesis.tex") << "x";
  EXPECT_EQ(run(folder.out(), first).failed, Cause::settings);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.out()), fs::directory_iterator()), 2);  // and the lock
}

TEST_F(SyncSession, OtherSettingsAreRefused) {
  run(folder.out(), first);
  Session::Setup setup = fake_setup(folder.out());
  setup.settings["base"] = "https://other.test/";
  const auto session = Session::open(setup);
  ASSERT_FALSE(session);
  EXPECT_EQ(session.error().cause, Cause::settings);
}

TEST_F(SyncSession, RetractedArticlesStayAway) {
  run(folder.out(), first);
  {
    auto session = Session::open({folder.out(), {}, 0, false});
    ASSERT_TRUE(session);
    EXPECT_EQ(session->block(Session::Block::retract, {"nobody"}), std::vector<std::string>{"nobody"});
    EXPECT_EQ(session->block(Session::Block::retract, {"two"}), std::vector<std::string>{});
    const Outcome outcome = session->run(nullptr, fake_options());
    EXPECT_TRUE(outcome.committed) << outcome.message;
    EXPECT_EQ(outcome.counts.retracted, 1u);
  }
  expect_exported({first[0], first[2]});
  const Outcome again = run(folder.out(), first);
  EXPECT_FALSE(again.committed);
  EXPECT_EQ(again.counts.filtered, 1u);
  {
    auto session = Session::open({folder.out(), {}, 0, false});
    EXPECT_EQ(session->block(Session::Block::allow, {"two"}), std::vector<std::string>{});
  }
  EXPECT_TRUE(run(folder.out(), first).committed);
  expect_exported(first);
}

TEST_F(SyncSession, ErasedArticlesLeaveNoTrace) {
  const News news = {first[0], {"secret-id", "hidden>person a>b"}, {"secret-broken", "", true}};
  run(folder.out(), news);
  News more = news;
  more.push_back({"late", "late>b"});
  run(folder.out(), more);
  const std::string key = key_of(news[1]);
  const auto traces = [&] {
    std::string found;
    for (const auto& entry : fs::recursive_directory_iterator(folder.out())) {
      if (!entry.is_regular_file()) continue;
      const std::string text = entry.path().native() + read_text(entry.path());
      for (const std::string& trace : {std::string("secret-id"), std::string("hidden"), std::string("person"), key}) {
        if (text.find(trace) != std::string::npos) found += entry.path().native() + ": " + trace + "\n";
      }
    }
    return found;
  };
  ASSERT_NE(traces(), "");
  {
    auto session = Session::open({folder.out(), {}, 0, false});
    ASSERT_TRUE(session);
    EXPECT_EQ(session->block(Session::Block::erase, {"secret-id"}), std::vector<std::string>{});
    EXPECT_TRUE(session->run(nullptr, fake_options()).committed);
  }
  EXPECT_EQ(traces(), "");
  const Outcome again = run(folder.out(), more);
  EXPECT_EQ(again.counts.filtered, 1u);
  EXPECT_EQ(traces(), "");
  // The same text under another id is blocked too.
  run(folder.out(), {first[0], {"other", news[1].text}, {"late", "late>b"}});
  EXPECT_EQ(traces(), "");
}

TEST_F(SyncSession, OldDeltasAreDroppedOrJoined) {
  for (const bool compact : {false, true}) {
    fs::remove_all(folder.out());
    RunOptions options = fake_options();
    options.keep_deltas = 2;
    options.compact = compact;
    News news = first;
    run(folder.out(), news, options);
    const std::set<std::string> base = exported(folder.out());
    for (int i = 0; i < 7; ++i) {
      news[static_cast<std::size_t>(i) % 3].text = i % 2 == 0 ? "a>b" : "c>d n" + std::to_string(i) + ">m";
      ASSERT_TRUE(run(folder.out(), news, options).committed);
    }
    const auto session = Session::open(fake_setup(folder.out()));
    const std::vector<Delta>& deltas = session->manifest()->deltas;
    ASSERT_EQ(deltas.size(), compact ? 3u : 2u);
    EXPECT_EQ(deltas.back().to, 8u);
    if (!compact) continue;
    EXPECT_EQ(deltas.front().from, 2u);
    std::set<std::string> replayed = base;
    for (const Delta& d : deltas) {
      for (const std::string& line : delta(d.removed.name)) EXPECT_EQ(replayed.erase(line), 1u) << line;
      for (const std::string& line : delta(d.added.name)) EXPECT_TRUE(replayed.insert(line).second) << line;
    }
    EXPECT_EQ(replayed, exported(folder.out()));
    EXPECT_EQ(deltas[1].previous, deltas[0].id);
  }
}

TEST_F(SyncSession, ADamagedManifestIsToldAndNotBuiltUpon) {
  run(folder.out(), first);
  const fs::path manifest = fs::path(folder.out()) / "manifest.jsonl";
  const std::string whole = read_text(manifest);
  const auto expect_damaged = [&](const std::string& text) {
    std::ofstream(manifest, std::ios::binary) << text;
    EXPECT_EQ(run(folder.out(), first).failed, Cause::damaged) << text.size();
  };
  for (std::size_t size = 0; size < whole.size(); ++size) {
    if (size + 1 < whole.size()) expect_damaged(whole.substr(0, size));
  }
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string torn = whole;
    torn[at] = torn[at] == '0' ? '1' : '0';
    expect_damaged(torn);
  }
  expect_damaged(whole + whole);
  expect_damaged(whole + "\n");
  std::ofstream(manifest, std::ios::binary) << whole;
  EXPECT_FALSE(run(folder.out(), first).failed);

  std::ofstream(manifest, std::ios::binary) << whole.substr(0, whole.size() / 2);
  Session::Setup setup = fake_setup(folder.out());
  setup.rebuild = true;
  {
    auto session = Session::open(setup);
    ASSERT_TRUE(session) << session.error().what();
    FakeWork work(first);
    EXPECT_TRUE(session->run(&work, fake_options()).committed);
    EXPECT_EQ(session->manifest()->sequence, 2u);
  }
  expect_exported(first);
}

TEST_F(SyncSession, DamagedDataIsToldAndNotBuiltUpon) {
  run(folder.out(), first);
  run(folder.out(), {first[0], first[1]});
  for (const auto& [name, content] : snapshot(folder.out())) {
    if (!name.starts_with("data/kg")) continue;
    const fs::path path = fs::path(folder.out()) / name;
    std::string other = content;
    other[other.size() / 2] = other[other.size() / 2] == 'x' ? 'y' : 'x';
    std::ofstream(path, std::ios::binary) << other;
    EXPECT_EQ(run(folder.out(), first).failed, Cause::damaged) << name;
    std::ofstream(path, std::ios::binary) << content.substr(1);
    EXPECT_EQ(run(folder.out(), first).failed, Cause::damaged) << name;
    std::ofstream(path, std::ios::binary) << content;
  }
  EXPECT_FALSE(run(folder.out(), first).failed);
}

TEST_F(SyncSession, WhatIsDerivedIsMadeAnew) {
  run(folder.out(), first);
  const auto whole = snapshot(folder.out());
  fs::remove(fs::path(folder.out()) / "kg.nq");
  fs::remove(fs::path(folder.out()) / "latest.json");
  std::ofstream(fs::path(folder.out()) / "data/kg.00000002.nq") << "half";
  std::ofstream(fs::path(folder.out()) / ".manifest.jsonl.tmp") << "half";
  EXPECT_FALSE(run(folder.out(), first).committed);
  EXPECT_EQ(difference(whole, snapshot(folder.out())), "");
}

TEST(PublishSubject, MostArticlesDecideWhatIsSingle) {
  const std::string graph = " <https://example.test/graph/entities> .";
  const std::string label = "<e:x> <http://www.w3.org/2000/01/rdf-schema#label> ";
  const std::string alternative = "<e:x> <http://www.w3.org/2004/02/skos/core#altLabel> ";
  const std::vector<std::string> lines = publish_subject(Section::entities, {{label + "\"To Lam\"" + graph, 1},
                                                                             {label + "\"Tô Lâm\"" + graph, 2},
                                                                             {label + "\"gone\"" + graph, 0},
                                                                             {alternative + "\"Tô Lâm\"" + graph, 3}});
  EXPECT_EQ(lines, (std::vector<std::string>{label + "\"Tô Lâm\"" + graph, alternative + "\"To Lam\"" + graph}));
}

}  // namespace
}  // namespace depeche::sync::test
