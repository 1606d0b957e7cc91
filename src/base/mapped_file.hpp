#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace depeche {

/// A file mapped read-only into memory; its bytes live as long as the object.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

/// The whole file as a string. For small files (mappings, lexicons).
Result<std::string> read_file(const std::string& path);

}  // namespace depeche
