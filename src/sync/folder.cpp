#include "sync/folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace depeche::sync {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;
constexpr int patience = 100;  ///< interruptions in a row that are taken for signals

template <class Call>
auto repeat(const Call& call) {
  auto result = call();
  for (int i = 0; result < 0 && errno == EINTR && i < patience; ++i) result = call();
  return result;
}

/// Never on descriptors 0 to 2: where a program is started with standard output closed, a file opened there would
/// receive what is meant for the terminal.
int open_above_standard(SystemCalls& calls, int folder, const std::string& name, int flags, mode_t mode) {
  const int fd = repeat([&] { return calls.open(folder, name.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode); });
  if (fd < 0 || fd > 2) return fd;
  const int high = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
  calls.close(fd);
  return high;
}

}  // namespace

int OpenFile::close() {
  const int fd = std::exchange(fd_, -1);
  return fd >= 0 && calls_->close(fd) != 0 && errno != EINTR ? errno : 0;
}

std::size_t OpenFile::read(char* out, std::size_t size, const std::string& path) const {
  const ssize_t count = repeat([&] { return calls_->read(fd_, out, size); });
  if (count < 0) fail_on_disk(fmt::format("cannot read '{}'", path), errno);
  return static_cast<std::size_t>(count);
}

void OpenFile::write(std::string_view bytes, const std::string& path) const {
  while (!bytes.empty()) {
    const ssize_t count = repeat([&] { return calls_->write(fd_, bytes.data(), bytes.size()); });
    if (count <= 0) fail_on_disk(fmt::format("cannot write '{}'", path), count < 0 ? errno : EIO);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void OpenFile::seek(std::uint64_t offset, const std::string& path) const {
  if (repeat([&] { return calls_->seek(fd_, static_cast<off_t>(offset)); }) < 0)
    fail_on_disk(fmt::format("cannot read '{}'", path), errno);
}

Folder::Folder(SystemCalls& calls, const std::string& path) : calls_(&calls), path_(path) {
  if (path.empty()) throw Failure(Cause::settings, "the name of the output folder is empty");
  // The folder itself may be a link: it is the user who named it.
  const auto open_it = [&] {
    return repeat([&] { return calls.open(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0); });
  };
  int fd = open_it();
  if (fd < 0 && errno == ENOENT) {
    if (repeat([&] { return calls.mkdir(AT_FDCWD, path.c_str(), 0777); }) != 0 && errno != EEXIST) {
      fail_on_disk(fmt::format("cannot make the folder '{}'", path), errno);
    }
    fd = open_it();
  }
  if (fd < 0) fail_on_disk(fmt::format("cannot open the folder '{}'", path), errno);
  folder_ = OpenFile(calls, fd);
}

Folder::Folder(SystemCalls& calls, int above, const std::string& name, std::string path)
    : calls_(&calls), path_(std::move(path)) {
  if (repeat([&] { return calls.mkdir(above, name.c_str(), 0777); }) != 0 && errno != EEXIST) {
    fail_on_disk(fmt::format("cannot make the folder '{}'", path_), errno);
  }
  folder_ = OpenFile(calls, open_above_standard(calls, above, name, O_RDONLY | O_DIRECTORY, 0));
  if (folder_.get() < 0) fail_on_disk(fmt::format("cannot open the folder '{}'", path_), errno);
}

Folder Folder::below(const std::string& name) const {
  return {*calls_, folder_.get(), name, path_ + "/" + name};
}

bool Folder::lock(const std::string& name) {
  lock_ = OpenFile(*calls_, open_above_standard(*calls_, folder_.get(), name, O_RDWR | O_CREAT, 0666));
  if (lock_.get() < 0) fail_on_disk(fmt::format("cannot open '{}/{}'", path_, name), errno);
  if (repeat([&] { return calls_->flock(lock_.get(), LOCK_EX | LOCK_NB); }) == 0) return true;
  if (errno != EWOULDBLOCK) fail_on_disk(fmt::format("cannot lock '{}/{}'", path_, name), errno);
  return false;
}

std::vector<std::string> Folder::list() const {
  auto names = calls_->list(folder_.get());
  for (int i = 0; !names && errno == EINTR && i < patience; ++i) names = calls_->list(folder_.get());
  if (!names) fail_on_disk(fmt::format("cannot list '{}'", path_), errno);
  std::sort(names->begin(), names->end());
  return *std::move(names);
}

std::optional<struct stat> Folder::inspect(const std::string& name) const {
  struct stat status {};
  if (repeat([&] { return calls_->lstat(folder_.get(), name.c_str(), status); }) == 0) return status;
  if (errno != ENOENT) fail_on_disk(fmt::format("cannot inspect '{}/{}'", path_, name), errno);
  return std::nullopt;
}

bool Folder::exists(const std::string& name) const {
  return inspect(name).has_value();
}

OpenFile Folder::open(const std::string& name) const {
  OpenFile file(*calls_, open_above_standard(*calls_, folder_.get(), name, O_RDONLY, 0));
  if (file.get() < 0) fail_on_disk(fmt::format("cannot open '{}/{}'", path_, name), errno);
  return file;
}

OpenFile Folder::create(const std::string& name) const {
  constexpr int flags = O_RDWR | O_CREAT | O_EXCL;
  int fd = open_above_standard(*calls_, folder_.get(), name, flags, 0666);
  if (fd < 0 && errno == EEXIST) {
    remove(name);
    fd = open_above_standard(*calls_, folder_.get(), name, flags, 0666);
  }
  if (fd < 0) fail_on_disk(fmt::format("cannot create '{}/{}'", path_, name), errno);
  return {*calls_, fd};
}

std::optional<std::string> Folder::read(const std::string& name) const {
  if (!exists(name)) return std::nullopt;
  const OpenFile file = open(name);
  std::string out;
  std::array<char, 4096> chunk{};
  while (const std::size_t count = file.read(chunk.data(), chunk.size(), path_ + "/" + name)) {
    out.append(chunk.data(), count);
  }
  return out;
}

void Folder::remove(const std::string& name) const {
  if (repeat([&] { return calls_->unlink(folder_.get(), name.c_str()); }) != 0 && errno != ENOENT) {
    fail_on_disk(fmt::format("cannot remove '{}/{}'", path_, name), errno);
  }
}

void Folder::sync() const {
  // A file system that cannot sync folders says so; there is nothing better to be had from it.
  if (repeat([&] { return calls_->fsync(folder_.get()); }) != 0 && errno != EINVAL && errno != ENOTSUP) {
    fail_on_disk(fmt::format("cannot sync the folder '{}'", path_), errno);
  }
}

void Folder::replace(const std::string& name, std::string_view content) const {
  DurableFile file(*this, name);
  file.write(content);
  file.finish();
  sync();
}

bool Folder::link(const std::string& name, const std::string& target) const {
  std::array<char, 512> now{};
  const ssize_t size = repeat([&] { return calls_->readlink(folder_.get(), name.c_str(), now.data(), now.size()); });
  if (size >= 0 && std::string_view(now.data(), static_cast<std::size_t>(size)) == target) return false;
  if (size < 0 && errno != ENOENT) fail_on_disk(fmt::format("'{}/{}' is in the way", path_, name), errno);
  const std::string temporary = "." + name + ".tmp";
  if (repeat([&] { return calls_->symlink(target.c_str(), folder_.get(), temporary.c_str()); }) != 0 ||
      repeat([&] { return calls_->rename(folder_.get(), temporary.c_str(), name.c_str()); }) != 0) {
    fail_on_disk(fmt::format("cannot make the link '{}/{}'", path_, name), errno);
  }
  return true;
}

DurableFile::DurableFile(const Folder& folder, std::string name)
    : folder_(folder), name_(std::move(name)), temporary_("." + name_ + ".tmp"), file_(folder.create(temporary_)) {}

DurableFile::~DurableFile() {
  if (temporary_.empty()) return;
  file_.close();
  folder_.calls().unlink(folder_.get(), temporary_.c_str());
}

void DurableFile::write(std::string_view bytes) {
  size_ += bytes.size();
  lines_ += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void DurableFile::flush() {
  hash_.add(buffer_);
  file_.write(buffer_, folder_.path() + "/" + name_);
  buffer_.clear();
}

std::string DurableFile::hash() {
  flush();
  return hash_.hex();
}

FileInfo DurableFile::finish() {
  const auto fail_to = [&](const char* what, int error) {
    fail_on_disk(fmt::format("cannot {} '{}/{}'", what, folder_.path(), name_), error);
  };
  SystemCalls& calls = folder_.calls();
  const std::string digest = hash();
  struct stat status {};
  if (repeat([&] { return calls.fstat(file_.get(), status); }) != 0) fail_to("inspect", errno);
  if (static_cast<std::uint64_t>(status.st_size) != size_) fail_to("write the whole of", EIO);
  if (repeat([&] { return calls.fsync(file_.get()); }) != 0) fail_to("sync", errno);
  if (const int error = file_.close(); error != 0) fail_to("close", error);
  if (repeat([&] { return calls.rename(folder_.get(), temporary_.c_str(), name_.c_str()); }) != 0) {
    fail_to("give its name to", errno);
  }
  temporary_.clear();
  return {name_, size_, lines_, digest};
}

}  // namespace depeche::sync
