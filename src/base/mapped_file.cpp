#include "base/mapped_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "base/descriptor.hpp"

namespace depeche {
namespace {

Descriptor open_for_reading(const std::string& path) {
  return open_descriptor(AT_FDCWD, path.c_str(), O_RDONLY);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file = open_for_reading(path);
  if (!file) return fail_system("cannot open '" + path + "'", errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return fail_system("cannot inspect '" + path + "'", errno);
  if (S_ISDIR(status.st_mode)) return fail_system("cannot read '" + path + "'", EISDIR);
  MappedFile mapped;
  if (status.st_size == 0) return mapped;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (memory == MAP_FAILED) return fail_system("cannot map '" + path + "'", errno);
  mapped.bytes_ = std::string_view(static_cast<const char*>(memory), size);
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Result<std::string> read_file(const std::string& path) {
  const Descriptor file = open_for_reading(path);
  if (!file) return fail_system("cannot open '" + path + "'", errno);
  std::string content;
  std::array<char, 65536> chunk{};
  while (true) {
    const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
    if (count == 0) return content;
    if (count > 0) {
      content.append(chunk.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return fail_system("cannot read '" + path + "'", errno);
    }
  }
}

}  // namespace depeche
