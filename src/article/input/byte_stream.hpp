#pragma once
#include <cstddef>
#include <memory>
#include <string>

#include "article/limits.hpp"
#include "base/result.hpp"

namespace depeche::article {

/// Bytes in order from a file or standard input. gzip and zstd are recognised by their first bytes, whatever the
/// name, and unpacked; several compressed members in a row read as one.
class ByteStream {
 public:
  /// `path` "-" is standard input. Fails if the file cannot be opened or is a directory or device. `stop` is a
  /// descriptor that becomes readable when nobody waits for more; -1 = none.
  static Result<ByteStream> open(const std::string& path, const ReadLimits& limits = {}, int stop = -1);
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  /// Fills up to `size` bytes; 0 at the end. Fails on read errors, on damaged or truncated compression, with EFBIG
  /// where packed data unpack to more than the limits allow, and with ECANCELED where `stop` ended the wait for bytes.
  Result<std::size_t> read(char* out, std::size_t size);

 private:
  class Impl;
  explicit ByteStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::article
