#include "base/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/descriptor.hpp"

namespace depeche {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20U;

/// A path cut at its last slash; the folder is "." if there is none.
struct Place {
  std::string folder;
  std::string name;
};

Place split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

/// A name that no other output of this or another process has. Not made from the target's name, which may be as long
/// as the file system allows.
std::string temporary_name() {
  static std::atomic<unsigned int> counter{0};
  return fmt::format(".depeche-{}-{}.tmp", ::getpid(), counter++);
}

/// fsync where the file can be synced; pipes and terminals cannot, which is no failure. 0 or errno.
int sync_if_possible(int fd) {
  if (::fsync(fd) == 0) return 0;
  return errno == EINVAL || errno == EROFS || errno == ENOTSUP ? 0 : errno;
}

}  // namespace

struct OutputFile::State {
  std::string path;        ///< as the user named it
  std::string final_name;  ///< in `folder`
  std::string temporary;   ///< in `folder`; empty where the output is written in place
  Descriptor folder;
  Descriptor file;
  int fd = -1;  ///< of `file`, or standard output
  std::uint64_t size = 0;
  std::size_t used = 0;
  std::unique_ptr<char[]> buffer = std::make_unique_for_overwrite<char[]>(buffer_size);
  std::optional<Error> failure;

  void fail_with(const std::string& what, int system_errno) {
    if (!failure) failure = fail_system(fmt::format("cannot {} '{}'", what, path), system_errno).value();
  }

  void write_out(const char* bytes, std::size_t count) {
    while (count > 0 && !failure) {
      const ssize_t written = ::write(fd, bytes, count);
      if (written > 0) {
        bytes += written;
        count -= static_cast<std::size_t>(written);
      } else if (written < 0 && errno == EAGAIN) {
        pollfd ready{fd, POLLOUT, 0};
        ::poll(&ready, 1, -1);
      } else if (written == 0 || errno != EINTR) {
        fail_with("write", written == 0 ? EIO : errno);
      }
    }
  }

  void flush() {
    write_out(buffer.get(), used);
    used = 0;
  }

  /// Everything up to the rename.
  void complete() {
    flush();
    struct stat status {};
    if (!failure && !temporary.empty()) {
      if (::fstat(fd, &status) != 0) {
        fail_with("inspect", errno);
      } else if (static_cast<std::uint64_t>(status.st_size) != size) {
        fail_with("write the whole of", EIO);
      }
    }
    if (!failure) {
      if (const int error = sync_if_possible(fd); error != 0) fail_with("sync", error);
    }
    if (const int error = file.close(); error != 0) fail_with("close", error);
    fd = -1;
  }

  void publish() {
    if (::renameat(folder.get(), temporary.c_str(), folder.get(), final_name.c_str()) != 0) {
      fail_with("rename the finished file to", errno);
      return;
    }
    temporary.clear();
    if (const int error = sync_if_possible(folder.get()); error != 0) fail_with("sync the folder of", error);
  }

  void discard() {
    if (!temporary.empty()) ::unlinkat(folder.get(), temporary.c_str(), 0);
    temporary.clear();
  }

  /// Creates the temporary file beside the target. The mode of a file to be replaced is kept.
  Result<void> open_temporary(const std::string& target) {
    const Place place = split(target);
    final_name = place.name;
    folder = open_descriptor(AT_FDCWD, place.folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (!folder) return fail_system(fmt::format("cannot open the folder of '{}'", path), errno);
    struct stat old {};
    const bool exists = ::fstatat(folder.get(), final_name.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0;
    if (!exists && errno != ENOENT) return fail_system(fmt::format("cannot create '{}'", path), errno);
    if (exists && ::faccessat(folder.get(), final_name.c_str(), W_OK, AT_EACCESS) != 0) {
      return fail_system(fmt::format("cannot replace '{}'", path), errno);
    }
    do {
      temporary = temporary_name();
      file = open_descriptor(folder.get(), temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0666);
    } while (!file && errno == EEXIST);
    if (!file) {
      const int error = errno;
      temporary.clear();
      return fail_system(fmt::format("cannot create a file beside '{}'", path), error);
    }
    fd = file.get();
    if (exists && ::fchmod(fd, old.st_mode & 0777U) != 0) {
      const int error = errno;
      discard();
      return fail_system(fmt::format("cannot set the mode of '{}'", path), error);
    }
    return {};
  }
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

OutputFile::~OutputFile() {
  if (state_) state_->discard();
}

Result<OutputFile> OutputFile::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->path = path == "-" ? "standard output" : path;
  if (path == "-") {
    if (::fcntl(STDOUT_FILENO, F_GETFD) < 0) return fail_system("cannot write standard output", errno);
    state->fd = STDOUT_FILENO;
    return OutputFile(std::move(state));
  }
  if (path.empty()) return fail("the name of the output file is empty");
  if (path.find('\0') != std::string::npos) return fail("the name of the output file contains a NUL");

  struct stat status {};
  std::string target = path;
  if (::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode)) {
    char* const real = ::realpath(path.c_str(), nullptr);
    if (real == nullptr) return fail_system(fmt::format("cannot follow the link '{}'", path), errno);
    target = real;
    std::free(real);  // NOLINT(cppcoreguidelines-no-malloc): realpath allocates
  }
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if ((exists && S_ISDIR(status.st_mode)) || target.back() == '/') {
    return fail_system(fmt::format("cannot write '{}'", path), EISDIR);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    state->file = open_descriptor(AT_FDCWD, target.c_str(), O_WRONLY | O_NOCTTY);
    if (!state->file) return fail_system(fmt::format("cannot open '{}'", path), errno);
    state->fd = state->file.get();
  } else if (const Result<void> opened = state->open_temporary(target); !opened) {
    return tl::unexpected<Error>(opened.error());
  }
  return OutputFile(std::move(state));
}

void OutputFile::write(std::string_view bytes) {
  if (bytes.empty()) return;
  State& state = *state_;
  state.size += bytes.size();
  if (bytes.size() > buffer_size - state.used) state.flush();
  if (bytes.size() > buffer_size) {
    state.write_out(bytes.data(), bytes.size());
    return;
  }
  std::memcpy(state.buffer.get() + state.used, bytes.data(), bytes.size());
  state.used += bytes.size();
}

void OutputFile::flush() {
  state_->flush();
}
bool OutputFile::in_place() const {
  return state_->temporary.empty();
}
const std::optional<Error>& OutputFile::failure() const {
  return state_->failure;
}
std::uint64_t OutputFile::size() const {
  return state_->size;
}

Result<void> OutputFile::commit() {
  State& state = *state_;
  state.complete();
  if (!state.failure && !state.temporary.empty()) state.publish();
  if (!state.failure) return {};
  state.discard();
  return tl::unexpected<Error>(*state.failure);
}

}  // namespace depeche
