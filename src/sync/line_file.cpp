#include "sync/line_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace depeche::sync {
namespace {

constexpr std::uint64_t least = 4096, most = 65536;  ///< bytes read at a time: little of a small file

}  // namespace

LineFile::LineFile(const Folder& folder, const std::string& name)
    : path_(folder.path() + "/" + name), file_(folder.open(name)) {}

/// Drops what was given out and reads more; false at the end.
bool LineFile::fill() {
  hash_.add(std::string_view(buffer_).substr(hashed_, begin_ - hashed_));
  buffer_offset_ += begin_;
  buffer_.erase(0, begin_);
  begin_ = hashed_ = 0;
  const std::size_t before = buffer_.size();
  const std::size_t size = std::clamp(buffer_offset_, least, most);
  buffer_.resize(before + size);
  const std::size_t count = file_.read(buffer_.data() + before, size, path_);
  buffer_.resize(before + count);
  return count > 0;
}

bool LineFile::next(std::string_view& line) {
  std::size_t searched = begin_;
  std::size_t end = buffer_.find('\n', searched);
  while (end == std::string::npos) {
    searched = buffer_.size() - begin_;
    if (!fill()) break;
    end = buffer_.find('\n', searched);
  }
  line_offset_ = buffer_offset_ + begin_;
  if (end == std::string::npos) {
    if (begin_ == buffer_.size()) return false;
    end = buffer_.size();
  }
  line = std::string_view(buffer_).substr(begin_, end - begin_);
  begin_ = end < buffer_.size() ? end + 1 : end;
  return true;
}

void LineFile::expect(const FileInfo& written) {
  std::string_view line;
  while (next(line)) {
  }
  hash_.add(std::string_view(buffer_).substr(hashed_, begin_ - hashed_));
  hashed_ = begin_;
  if (buffer_offset_ + begin_ == written.size && hash_.hex() == written.sha256) return;
  throw Failure(Cause::damaged, fmt::format("'{}' is not the file that was written", path_));
}

std::string LineFile::hash_before_line() {
  const auto line = static_cast<std::size_t>(line_offset_ - buffer_offset_);
  hash_.add(std::string_view(buffer_).substr(hashed_, line - hashed_));
  hashed_ = line;
  return hash_.hex();
}

}  // namespace depeche::sync
