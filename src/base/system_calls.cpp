#include "base/system_calls.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>

namespace depeche {

int SystemCalls::open(int folder, const char* name, int flags, mode_t mode) {
  return ::openat(folder, name, flags, mode);
}
ssize_t SystemCalls::read(int fd, char* out, std::size_t size) {
  return ::read(fd, out, size);
}
ssize_t SystemCalls::write(int fd, const char* bytes, std::size_t size) {
  return ::write(fd, bytes, size);
}
off_t SystemCalls::seek(int fd, off_t offset) {
  return ::lseek(fd, offset, SEEK_SET);
}
int SystemCalls::fsync(int fd) {
  return ::fsync(fd);
}
int SystemCalls::close(int fd) {
  return ::close(fd);
}
int SystemCalls::fstat(int fd, struct stat& out) {
  return ::fstat(fd, &out);
}
int SystemCalls::lstat(int folder, const char* name, struct stat& out) {
  return ::fstatat(folder, name, &out, AT_SYMLINK_NOFOLLOW);
}
int SystemCalls::flock(int fd, int operation) {
  return ::flock(fd, operation);
}
int SystemCalls::mkdir(int folder, const char* name, mode_t mode) {
  return ::mkdirat(folder, name, mode);
}
int SystemCalls::rename(int folder, const char* from, const char* to) {
  return ::renameat(folder, from, folder, to);
}
int SystemCalls::unlink(int folder, const char* name) {
  return ::unlinkat(folder, name, 0);
}
int SystemCalls::symlink(const char* target, int folder, const char* name) {
  return ::symlinkat(target, folder, name);
}
ssize_t SystemCalls::readlink(int folder, const char* name, char* out, std::size_t size) {
  return ::readlinkat(folder, name, out, size);
}

std::optional<std::vector<std::string>> SystemCalls::list(int folder) {
  struct CloseFolder {
    void operator()(DIR* open) const { ::closedir(open); }
  };
  // Opened anew: a duplicate would share its position with the descriptor given.
  const int fd = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  const std::unique_ptr<DIR, CloseFolder> entries(::fdopendir(fd));
  if (!entries) {
    ::close(fd);
    return std::nullopt;
  }
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* const entry = ::readdir(entries.get());
    if (entry == nullptr) break;
    const std::string_view name = &entry->d_name[0];
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) return std::nullopt;
  return names;
}

SystemCalls& SystemCalls::kernel() {
  static SystemCalls calls;
  return calls;
}

}  // namespace depeche
