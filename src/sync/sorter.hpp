#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sync/folder.hpp"

namespace depeche::sync {

/// Sorts lines by their bytes, however many: what memory does not hold goes to files in the folder, which have no
/// name and so leave nothing behind. The folder must outlive it.
class Sorter {
 public:
  /// `name` tells the sorters of one folder apart; `memory` is in bytes.
  Sorter(const Folder& folder, std::string name, std::size_t memory);
  ~Sorter();

  /// A line without newline.
  void add(std::string line);
  /// Nothing may be added afterwards; `peek` shows the first line.
  void sort();
  /// The smallest line not yet taken; nullptr at the end. Equal lines come as often as they were added.
  const std::string* peek() const;
  void pop();

 private:
  class Run;
  void spill();

  const Folder& folder_;
  std::string name_;
  std::size_t memory_, used_ = 0, next_ = 0;
  std::vector<std::string> lines_;
  std::vector<std::unique_ptr<Run>> runs_;  ///< a heap by their first line
};

}  // namespace depeche::sync
