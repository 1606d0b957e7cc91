#pragma once
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "sync/folder.hpp"

namespace depeche::sync {

/// Reads a file line by line and digests it on the way, so that damage is found by whoever uses the content.
class LineFile {
 public:
  LineFile(const Folder& folder, const std::string& name);

  /// The next line without its end, valid until the next call; false at the end of the file. What stands behind the
  /// last newline is a line too.
  bool next(std::string_view& line);

  /// Offset of the line last given out.
  std::uint64_t offset() const { return line_offset_; }

  /// Reads what is left. Throws Failure (damaged) unless the file is the one that was written.
  void expect(const FileInfo& written);

  /// For a file that carries its own hash: that of all bytes before the line last given out.
  std::string hash_before_line();

 private:
  bool fill();

  std::string path_;
  OpenFile file_;
  std::string buffer_;
  std::size_t begin_ = 0, hashed_ = 0;  ///< in the buffer
  std::uint64_t buffer_offset_ = 0, line_offset_ = 0;
  Sha256 hash_;
};

}  // namespace depeche::sync
