#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_sink.hpp"
#include "base/digest.hpp"
#include "base/system_calls.hpp"
#include "sync/failure.hpp"

// The only place of this room that touches the disk. Whatever fails throws Failure with Cause::disk. A call that a
// signal interrupts is repeated, but not for ever.
namespace depeche::sync {

/// A descriptor that closes itself through the calls that opened it. -1 = none.
class OpenFile {
 public:
  OpenFile() = default;
  OpenFile(SystemCalls& calls, int fd) : calls_(&calls), fd_(fd) {}
  OpenFile(OpenFile&& other) noexcept : calls_(other.calls_), fd_(std::exchange(other.fd_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(calls_, other.calls_);
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~OpenFile() { close(); }

  int get() const { return fd_; }
  /// 0, or the errno of close.
  int close();
  /// Up to `size` bytes; 0 at the end. `path` is for the message.
  std::size_t read(char* out, std::size_t size, const std::string& path) const;
  void write(std::string_view bytes, const std::string& path) const;
  void seek(std::uint64_t offset, const std::string& path) const;

 private:
  SystemCalls* calls_ = nullptr;
  int fd_ = -1;
};

/// What a finished file holds, as the manifest remembers it.
struct FileInfo {
  std::string name;  ///< without a folder
  std::uint64_t size = 0;
  std::uint64_t lines = 0;
  std::string sha256;
  bool operator==(const FileInfo&) const = default;
};

/// A folder of the state. Names are plain: nothing in it leads out of it, and symbolic links are not followed.
class Folder {
 public:
  /// Opens a folder, which is made if it is missing (but not those above it).
  Folder(SystemCalls& calls, const std::string& path);
  Folder below(const std::string& name) const;

  /// False if another process holds the lock. The kernel gives it back when the folder is closed or the process ends.
  bool lock(const std::string& name);

  std::vector<std::string> list() const;  ///< sorted
  /// nullopt if there is nothing of that name.
  std::optional<struct stat> inspect(const std::string& name) const;
  bool exists(const std::string& name) const;
  /// The whole of a small file; nullopt if there is none.
  std::optional<std::string> read(const std::string& name) const;
  OpenFile open(const std::string& name) const;
  /// A new, empty file for writing and reading. One of that name, which a run left behind, is removed.
  OpenFile create(const std::string& name) const;
  /// Takes a file away; one that is missing is no failure.
  void remove(const std::string& name) const;
  /// Brings the names of the folder to the disk.
  void sync() const;
  /// Gives a file new content as a whole, on the disk when the call returns.
  void replace(const std::string& name, std::string_view content) const;
  /// Makes `name` a symbolic link, unless it is that link already. True if something was done.
  bool link(const std::string& name, const std::string& target) const;

  SystemCalls& calls() const { return *calls_; }
  const std::string& path() const { return path_; }
  int get() const { return folder_.get(); }

 private:
  Folder(SystemCalls& calls, int above, const std::string& name, std::string path);
  SystemCalls* calls_;
  std::string path_;
  OpenFile folder_, lock_;
};

/// A new file that appears whole or not at all: bytes go to a temporary file beside it. The folder must outlive it.
class DurableFile final : public ByteSink {
 public:
  DurableFile(const Folder& folder, std::string name);
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;
  ~DurableFile() override;

  void write(std::string_view bytes) override;
  void line(std::string_view text) {
    write(text);
    write("\n");
  }
  /// SHA-256 of what was written so far.
  std::string hash();

  /// Checks the length, syncs, closes and gives the file its name. The folder is left to the caller to sync.
  FileInfo finish();

 private:
  void flush();

  const Folder& folder_;
  std::string name_, temporary_;
  OpenFile file_;
  std::string buffer_;
  Sha256 hash_;
  std::uint64_t size_ = 0, lines_ = 0;
};

}  // namespace depeche::sync
