#pragma once
#include <absl/container/flat_hash_set.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "sync/failure.hpp"
#include "sync/sorter.hpp"

namespace depeche::sync {

/// The articles whose contribution changes in a run, by their keys: eight bytes each.
class Touched {
 public:
  void add(std::string_view key) { keys_.insert(number(key)); }
  bool contains(std::string_view key) const { return keys_.contains(number(key)); }
  bool empty() const { return keys_.empty(); }

 private:
  static std::uint64_t number(std::string_view key);
  absl::flat_hash_set<std::uint64_t> keys_;
};

/// The statements that a run adds to the export and takes from it.
class Changes {
 public:
  Changes(const Folder& folder, std::size_t memory)
      : removed(folder, "removed", memory), added(folder, "added", memory) {}
  void remove(std::string line) {
    ++removed_count;
    removed.add(std::move(line));
  }
  void add(std::string line) {
    ++added_count;
    added.add(std::move(line));
  }

  Sorter removed, added;
  std::uint64_t removed_count = 0, added_count = 0;
};

/// Ends a run between two of its steps.
class StopSign {
 public:
  explicit StopSign(std::function<bool()> go_on) : go_on_(std::move(go_on)) {}
  void check() const {
    if (!go_on_()) throw Failure(Cause::stopped, "interrupted; nothing was changed");
  }
  /// Looks only now and then.
  void check_often() {
    if (++calls_ % 4096 == 0) check();
  }

 private:
  std::function<bool()> go_on_;
  std::uint64_t calls_ = 0;
};

}  // namespace depeche::sync
