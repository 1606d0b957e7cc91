#pragma once
#include <sys/stat.h>
#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace depeche {

/// The calls by which files are made, moved and read. Each behaves as the call of that name: -1 and errno on failure.
/// The class itself asks the kernel; tests put one in its place that fails, interrupts, cuts short or kills.
class SystemCalls {
 public:
  virtual ~SystemCalls() = default;

  virtual int open(int folder, const char* name, int flags, mode_t mode);
  virtual ssize_t read(int fd, char* out, std::size_t size);
  virtual ssize_t write(int fd, const char* bytes, std::size_t size);
  virtual off_t seek(int fd, off_t offset);  ///< from the beginning
  virtual int fsync(int fd);
  virtual int close(int fd);
  virtual int fstat(int fd, struct stat& out);
  virtual int lstat(int folder, const char* name, struct stat& out);
  virtual int flock(int fd, int operation);
  virtual int mkdir(int folder, const char* name, mode_t mode);
  virtual int rename(int folder, const char* from, const char* to);
  virtual int unlink(int folder, const char* name);
  virtual int symlink(const char* target, int folder, const char* name);
  virtual ssize_t readlink(int folder, const char* name, char* out, std::size_t size);
  /// The names in a folder, without . and .., in no order; nullopt and errno on failure.
  virtual std::optional<std::vector<std::string>> list(int folder);

  /// Those of the kernel.
  static SystemCalls& kernel();
};

}  // namespace depeche
