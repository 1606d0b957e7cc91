#pragma once
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <set>

#include "base/system_calls.hpp"

namespace depeche::sync::test {

/// The calls of the kernel, of which the one with a given number goes wrong.
class FaultyCalls final : public SystemCalls {
 public:
  enum class Fault : std::uint8_t {
    none,
    error,      ///< fails with `number`
    short_io,   ///< reads or writes half of what was asked for
    kill,       ///< the process ends before the call
    torn_kill,  ///< the process ends in the middle of it: half is written
  };
  static constexpr int killed = 77;  ///< exit status of a process that was killed so

  Fault fault = Fault::none;
  std::uint64_t at = 0;   ///< number of the call, from 1
  bool for_ever = false;  ///< and all after it
  int number = EIO;

  std::uint64_t calls = 0;
  std::uint64_t hits = 0;          ///< faults that really happened
  std::set<std::uint64_t> writes;  ///< numbers of the calls that write

  int open(int folder, const char* name, int flags, mode_t mode) override {
    return strike() ? -1 : SystemCalls::open(folder, name, flags, mode);
  }
  ssize_t read(int fd, char* out, std::size_t size) override {
    if (strike()) return -1;
    return SystemCalls::read(fd, out, cut(size));
  }
  ssize_t write(int fd, const char* bytes, std::size_t size) override {
    writes.insert(calls + 1);
    if (is_next() && fault == Fault::torn_kill) {
      ++hits;
      static_cast<void>(SystemCalls::write(fd, bytes, size / 2));
      ::_exit(killed);
    }
    if (strike()) return -1;
    return SystemCalls::write(fd, bytes, cut(size));
  }
  off_t seek(int fd, off_t offset) override { return strike() ? -1 : SystemCalls::seek(fd, offset); }
  int fsync(int fd) override { return strike() ? -1 : SystemCalls::fsync(fd); }
  int close(int fd) override {
    const int result = SystemCalls::close(fd);  // Linux gives the descriptor back whatever it says
    return strike() ? -1 : result;
  }
  int fstat(int fd, struct stat& out) override { return strike() ? -1 : SystemCalls::fstat(fd, out); }
  int lstat(int folder, const char* name, struct stat& out) override {
    return strike() ? -1 : SystemCalls::lstat(folder, name, out);
  }
  int flock(int fd, int operation) override { return strike() ? -1 : SystemCalls::flock(fd, operation); }
  int mkdir(int folder, const char* name, mode_t mode) override {
    return strike() ? -1 : SystemCalls::mkdir(folder, name, mode);
  }
  int rename(int folder, const char* from, const char* to) override {
    return strike() ? -1 : SystemCalls::rename(folder, from, to);
  }
  int unlink(int folder, const char* name) override { return strike() ? -1 : SystemCalls::unlink(folder, name); }
  int symlink(const char* target, int folder, const char* name) override {
    return strike() ? -1 : SystemCalls::symlink(target, folder, name);
  }
  ssize_t readlink(int folder, const char* name, char* out, std::size_t size) override {
    return strike() ? -1 : SystemCalls::readlink(folder, name, out, size);
  }
  std::optional<std::vector<std::string>> list(int folder) override {
    if (strike()) return std::nullopt;
    return SystemCalls::list(folder);
  }

 private:
  bool is_next() const { return calls + 1 == at || (for_ever && calls + 1 > at); }

  /// True if this call is to fail; errno is set then.
  bool strike() {
    ++calls;
    cut_next_ = false;
    if (fault == Fault::none || !(calls == at || (for_ever && calls > at))) return false;
    if (fault == Fault::kill || fault == Fault::torn_kill) ::_exit(killed);
    if (fault == Fault::short_io) {
      cut_next_ = true;
      return false;
    }
    ++hits;
    errno = number;
    return true;
  }

  std::size_t cut(std::size_t size) {
    if (!cut_next_ || size < 2) return size;
    ++hits;
    return size / 2;
  }

  bool cut_next_ = false;
};

}  // namespace depeche::sync::test
