#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "sync/changes.hpp"
#include "sync/contribution.hpp"
#include "sync/manifest.hpp"

namespace depeche::sync {

/// What becomes of the shards in a run: the old ones without the statements of touched articles, and the new
/// statements of these. All is merged as sorted streams; memory holds one article or one subject at a time.
class ShardMerge {
 public:
  /// Everything given must outlive it. `incoming` holds the lines of contribution.hpp, each behind the three digits of
  /// its shard, and is sorted.
  ShardMerge(const Folder& data, const Touched& touched, Sorter& incoming, Changes& changes, StopSign& stop)
      : data_(data), touched_(touched), incoming_(incoming), changes_(changes), stop_(stop) {}

  /// Shards in ascending order. Files that come out as they were are not written anew. `old` is null for the first run.
  Shard merge(unsigned shard, const Shard* old, const std::string& graph_name, const std::string& support_name);

  /// Relation nodes by type, over all shards merged so far.
  const std::map<std::string, std::uint64_t>& relations() const { return relations_; }

 private:
  class Shared;
  class Evidence;

  const Folder& data_;
  const Touched& touched_;
  Sorter& incoming_;
  Changes& changes_;
  StopSign& stop_;
  std::map<std::string, std::uint64_t> relations_;
};

/// What stands before a line of an incoming statement: "007".
std::string shard_prefix(unsigned shard);
/// The shard of what hangs on a name (a subject or the key of an article); the same on every machine.
unsigned shard_of(std::string_view name, unsigned shards);

}  // namespace depeche::sync
