#include "sync/delta.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace depeche::sync {
namespace {

/// The three files of a delta, under names of the runs that it covers. Lines come removed ones first, each in order.
class DeltaWriter {
 public:
  DeltaWriter(const Folder& folder, Delta delta)
      : delta_(std::move(delta)),
        name_(delta_.from == delta_.to ? fmt::format("{:08}", delta_.to)
                                       : fmt::format("{:08}-{:08}", delta_.from, delta_.to)),
        removed_(folder, name_ + ".removed.nq"),
        added_(folder, name_ + ".added.nq"),
        patch_(folder, name_ + ".rdfp") {
    patch_.line(fmt::format("H id <{}> .", delta_.id));
    patch_.line(fmt::format("H prev <{}> .", delta_.previous));
    patch_.line("TX .");
  }

  void remove(std::string_view line) { write(line, removed_, "D "); }
  void add(std::string_view line) { write(line, added_, "A "); }

  Delta finish() {
    patch_.line("TC .");
    delta_.removed = removed_.finish();
    delta_.added = added_.finish();
    delta_.patch = patch_.finish();
    return delta_;
  }

 private:
  void write(std::string_view line, DurableFile& file, std::string_view code) {
    file.line(line);
    patch_.write(code);
    patch_.line(line);
  }

  Delta delta_;
  std::string name_;
  DurableFile removed_, added_, patch_;
};

/// A sorted file that was written before, with its first line in view.
class SortedFile {
 public:
  SortedFile(const Folder& folder, const FileInfo& info) : file_(folder, info.name), info_(info) { advance(); }

  const std::optional<std::string>& line() const { return line_; }
  bool take(const std::string& wanted) {
    if (line_ != wanted) return false;
    advance();
    return true;
  }

 private:
  void advance() {
    std::string_view next;
    if (file_.next(next)) {
      line_ = next;
    } else {
      line_.reset();
      file_.expect(info_);
    }
  }
  LineFile file_;
  FileInfo info_;
  std::optional<std::string> line_;
};

}  // namespace

std::string state_id(const std::string& h) {
  return fmt::format("urn:uuid:{}-{}-8{}-a{}-{}", h.substr(0, 8), h.substr(8, 4), h.substr(13, 3), h.substr(17, 3),
                     h.substr(20, 12));
}

Delta write_delta(const Folder& folder, Changes& changes, std::uint64_t sequence, const std::string& id,
                  const std::string& previous, StopSign& stop) {
  DeltaWriter writer(folder, {sequence, sequence, id, previous, {}, {}, {}});
  changes.removed.sort();
  for (; changes.removed.peek() != nullptr; changes.removed.pop()) {
    stop.check_often();
    writer.remove(*changes.removed.peek());
  }
  changes.added.sort();
  for (; changes.added.peek() != nullptr; changes.added.pop()) {
    stop.check_often();
    writer.add(*changes.added.peek());
  }
  return writer.finish();
}

Delta join_deltas(const Folder& folder, const Delta& first, const Delta& second, StopSign& stop) {
  DeltaWriter writer(folder, {first.from, second.to, second.id, first.previous, {}, {}, {}});
  // Twice over the files: the patch wants all that is removed before all that is added.
  for (const bool removing : {true, false}) {
    std::array<SortedFile, 4> files = {SortedFile(folder, first.removed), SortedFile(folder, first.added),
                                       SortedFile(folder, second.removed), SortedFile(folder, second.added)};
    while (true) {
      stop.check_often();
      std::optional<std::string> line;
      for (const SortedFile& file : files) {
        if (file.line() && (!line || *file.line() < *line)) line = file.line();
      }
      if (!line) break;
      const bool removed_first = files[0].take(*line), added_first = files[1].take(*line);
      const bool removed_second = files[2].take(*line), added_second = files[3].take(*line);
      const bool stood_before = removed_first || (removed_second && !added_first);
      const bool stands_after = added_second || (added_first && !removed_second);
      if (removing && stood_before && !stands_after) writer.remove(*line);
      if (!removing && stands_after && !stood_before) writer.add(*line);
    }
  }
  return writer.finish();
}

}  // namespace depeche::sync
