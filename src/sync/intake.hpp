#pragma once
#include <absl/container/flat_hash_map.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sync/changes.hpp"
#include "sync/session.hpp"
#include "sync/state.hpp"

namespace depeche::sync {

/// The first half of a run: reads every article, compares it with the state and works out what is new. What comes of
/// it goes to two sorters. Articles are compared in the order of the input, read by many threads, and put in order
/// again.
class Intake {
 public:
  /// `rows` receives "<key>\t<place>" for an article that is unchanged and "<key>\t<row>" for another; `statements`
  /// the lines of ShardMerge.
  Intake(const State& state, const RunOptions& options, unsigned shards, Sorter& rows, Sorter& statements,
         DurableFile& quarantine);

  void run(Work& work, StopSign& stop);
  const Counts& counts() const { return counts_; }

 private:
  /// One record on its way.
  struct Job;
  std::unique_ptr<Job> next(Work& work);
  void compare(Job& job, article::Article article);
  static void read(Job& job, Work& work);
  void take(Job& job, Work& work);
  void reject(const Diagnostic& diagnostic);
  void add_contribution(const Job& job);
  void hide_erased(Diagnostic& diagnostic) const;
  bool is_first(std::string& key, const std::string& text_sha256);

  const State& state_;
  const RunOptions& options_;
  unsigned shards_;
  Sorter &rows_, &statements_;
  DurableFile& quarantine_;
  Counts counts_;
  std::vector<std::string> erased_;                     ///< ids of erased articles that came again
  absl::flat_hash_map<std::string, std::string> seen_;  ///< key to the beginning of the text's hash, 16 digits each
};

void add_ontology(const std::vector<std::string>& lines, unsigned shards, Sorter& statements);

}  // namespace depeche::sync
