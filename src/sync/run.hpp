#pragma once
#include "sync/changes.hpp"
#include "sync/session.hpp"
#include "sync/shard_merge.hpp"
#include "sync/state.hpp"

namespace depeche::sync {

/// One run over an open folder.
class Run {
 public:
  /// `work` is null for a run without input, which only carries out what was noted in `blocked.json`.
  Run(State& state, const Manifest& shape, Work* work, const RunOptions& options);

  /// Throws Failure; `committed` tells on which side of the commit.
  void go();
  bool committed() const { return committed_; }
  const Counts& counts() const { return next_.counts; }
  std::uint64_t held_back() const { return held_back_; }
  bool rejected_anew() const { return rejected_anew_; }

 private:
  void read();
  void merge_rows(DurableFile& manifest);
  /// What becomes of a row of the old manifest; false if it disappears. `news` is empty where the run did not see it.
  bool update(Row& row, std::string_view news);
  void write(const Row& row, DurableFile& manifest);
  bool something_new() const;
  void merge_shards();
  void guard() const;
  void publish_delta();
  void check() const;

  State& state_;
  Work* work_;
  const RunOptions& options_;
  StopSign stop_;
  Manifest next_;
  const Manifest* before_;  ///< null in a new beginning
  Sorter rows_, statements_;
  Touched touched_;
  Changes changes_;
  bool rows_changed_ = false, rejected_anew_ = false;
  bool purge_ = false;  ///< something was erased: no trace of it may stay
  std::uint64_t held_back_ = 0;
  bool committed_ = false;
};

}  // namespace depeche::sync
