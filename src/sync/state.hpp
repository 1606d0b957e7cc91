#pragma once
#include <map>
#include <optional>
#include <string>

#include "sync/blocked.hpp"
#include "sync/folder.hpp"
#include "sync/manifest.hpp"

namespace depeche::sync {

/// The output folder under its lock, in order: leftovers are removed, what is derived is derived.
class State {
 public:
  /// Throws Failure if the folder is locked, damaged or none of ours. A new beginning (`rebuild`) takes a damaged one.
  State(SystemCalls& calls, const std::string& path, bool rebuild);
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  Folder root;
  Folder data, deltas;
  std::optional<ManifestReader> old;  ///< none before the first commit and in a new beginning
  std::uint64_t last_sequence = 0;    ///< the next run has the one after it
  Blocked blocked;

  /// Gives the new manifest its name: the commit. Afterwards `old` is the new one.
  void commit(DurableFile& manifest);
  /// Links and latest.json as the manifest wants them.
  void derive() const;
  /// Removes what the manifest does not know. Called when the manifest is safely on the disk; does nothing in a new
  /// beginning before its commit, which may yet be given up.
  void clear() const;

 private:
  void check_is_ours() const;
  void check_files() const;
  std::uint64_t highest_sequence() const;
  bool rebuild_;
};

/// "kg.nq", or "kg-007.nq" where there are several.
std::string shard_link(std::size_t shard, std::size_t shards);

}  // namespace depeche::sync
