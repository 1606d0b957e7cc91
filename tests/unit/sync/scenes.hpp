#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "fake_news.hpp"

namespace depeche::sync::test {

/// A run that is disturbed: what stood in the folder before, the run itself, and what an undisturbed one leaves.
struct Scene {
  std::string name;
  std::function<void(const std::string& folder)> prepare;
  std::function<Outcome(const std::string& folder, SystemCalls& calls)> act;
};

inline const News yesterday = {{"one", "a>b c>d"}, {"two", "a>b e>f"}, {"three", "g>h"}, {"four", "i>j a>j"}};
/// One is new, one changed, one gone.
inline const News today = {{"one", "a>b c>d"}, {"two", "a>b e>z"}, {"four", "i>j a>j"}, {"five", "k>l g>h"}};

inline RunOptions joining_options() {
  RunOptions out = fake_options();
  out.keep_deltas = 1;
  out.compact = true;
  return out;
}

inline std::vector<Scene> scenes() {
  const auto nothing = [](const std::string&) {};
  const auto stand = [](const std::string& folder) { run(folder, yesterday); };
  const auto stand_long = [](const std::string& folder) {
    run(folder, yesterday, joining_options(), 2);
    run(folder, {yesterday[0], yesterday[1], yesterday[2]}, joining_options());
    run(folder, yesterday, joining_options());
  };
  const auto update = [](const std::string& folder, SystemCalls& calls) {
    return run(folder, today, fake_options(), 0, calls);
  };
  const auto block = [](Session::Block how) {
    return [how](const std::string& folder, SystemCalls& calls) {
      Outcome out;
      auto session = Session::open({folder, {}, 0, false}, calls);
      if (!session) {
        out.failed = session.error().cause;
        return out;
      }
      const auto unknown = session->block(how, {"two"});
      if (!unknown) {
        out.failed = unknown.error().cause;
        return out;
      }
      return session->run(nullptr, fake_options());
    };
  };
  return {
      {"the first run", nothing,
       [](const std::string& folder, SystemCalls& calls) { return run(folder, yesterday, fake_options(), 0, calls); }},
      {"an update", stand, update},
      {"two shards, with rejected records and joined deltas", stand_long,
       [](const std::string& folder, SystemCalls& calls) {
         News news = today;
         news.push_back({"six", "", true});
         return run(folder, news, joining_options(), 0, calls);
       }},
      {"a retraction", stand, block(Session::Block::retract)},
      {"an erasure", stand, block(Session::Block::erase)},
      {"an update after a kill in the middle of the commit",
       [stand](const std::string& folder) {
         stand(folder);
         const auto before = snapshot(folder);
         run(folder, today);
         // The manifest of before among the data of both.
         for (const auto& [name, content] : before) {
           if (name.starts_with("data/") || name == "manifest.jsonl") std::ofstream(folder + "/" + name) << content;
         }
         std::ofstream(folder + "/.manifest.jsonl.tmp") << "{\"key\":";
         std::ofstream(folder + "/data/.kg.00000002.nq.tmp") << "<half";
       },
       update},
  };
}

/// The salt of blocked.json is drawn anew each time.
inline std::map<std::string, std::string> comparable(std::map<std::string, std::string> state) {
  if (const auto at = state.find("blocked.json");
      at != state.end() && at->second.find("\"erased\": []") == std::string::npos) {
    at->second = "with an erased article";
  }
  return state;
}

}  // namespace depeche::sync::test
