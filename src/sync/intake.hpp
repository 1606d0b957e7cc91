#pragma once
#include <absl/container/flat_hash_map.h>

#include <string>
#include <string_view>

#include "sync/changes.hpp"
#include "sync/session.hpp"
#include "sync/state.hpp"

namespace depeche::sync {

/// The first half of a run: reads every article, compares it with the state and works out what is new. What comes of
/// it goes to two sorters.
class Intake {
 public:
  /// `rows` receives "<key>\t<place>" for an article that is unchanged and "<key>\t<row>" for another; `statements`
  /// the lines of ShardMerge.
  Intake(const State& state, const RunOptions& options, unsigned shards, Sorter& rows, Sorter& statements,
         DurableFile& quarantine);

  void run(Work& work, StopSign& stop);
  const Counts& counts() const { return counts_; }

 private:
  void reject(const Diagnostic& diagnostic);
  void accept(article::Article article, Work& work);
  bool is_first(std::string& key, const std::string& text_sha256);

  const State& state_;
  const RunOptions& options_;
  unsigned shards_;
  Sorter &rows_, &statements_;
  DurableFile& quarantine_;
  Counts counts_;
  absl::flat_hash_map<std::string, std::string> seen_;  ///< key to the beginning of the text's hash, 16 digits each
};

/// Adds the lines of one contribution to the incoming statements; gives their number and hash.
std::pair<std::uint64_t, std::string> add_contribution(Contribution contribution, std::string_view key, unsigned shards,
                                                       Sorter& statements);
void add_ontology(const std::vector<std::string>& lines, unsigned shards, Sorter& statements);

}  // namespace depeche::sync
