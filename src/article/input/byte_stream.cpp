#include "article/input/byte_stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

namespace depeche::article {
namespace {

constexpr std::size_t chunk_size = std::size_t{256} << 10U;

std::string reason(int error) {
  return std::strerror(error);
}

}  // namespace

/// Reads raw bytes by chunks; the derived classes unpack them.
class ByteStream::Impl {
 public:
  Impl(int file, bool owned, bool at_hand, int stop, const ReadLimits& limits)
      : file_(file), owned_(owned), at_hand_(at_hand), stop_(stop), limits_(limits), chunk_(chunk_size) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (unpacking_gzip_) inflateEnd(&gzip_);
    ZSTD_freeDStream(zstd_);
    if (owned_) ::close(file_);
  }

  Result<std::size_t> read(char* out, std::size_t size) {
    if (!started_) {
      started_ = true;
      if (const auto failure = start(); !failure) return tl::unexpected<Error>(failure.error());
    }
    if (unpacking_gzip_) return measured(read_gzip(out, size));
    if (zstd_ != nullptr) return measured(read_zstd(out, size));
    if (waiting() == 0) {
      if (const auto filled = refill(); !filled) return filled;
    }
    const std::size_t count = std::min(size, waiting());
    std::memcpy(out, chunk_.data() + begin_, count);
    begin_ += count;
    return count;
  }

 private:
  std::size_t waiting() const { return end_ - begin_; }

  /// Reads another chunk behind what waits; gives the number of new bytes.
  Result<std::size_t> refill() {
    if (waiting() == 0) begin_ = end_ = 0;
    if (end_ == chunk_.size()) return std::size_t{0};
    for (;;) {
      if (!at_hand_ && !wait()) return fail("cannot read: interrupted", ECANCELED);
      const ssize_t count = ::read(file_, chunk_.data() + end_, chunk_.size() - end_);
      if (count >= 0) {
        end_ += static_cast<std::size_t>(count);
        packed_ += static_cast<std::size_t>(count);
        return static_cast<std::size_t>(count);
      }
      if (errno != EINTR && errno != EAGAIN) return fail("cannot read: " + reason(errno), errno);
    }
  }

  /// Until there are bytes, or their end; false if that is not worth waiting for any more.
  bool wait() const {
    std::array<pollfd, 2> either{{{file_, POLLIN, 0}, {stop_, POLLIN, 0}}};  // a negative descriptor is passed over
    while (::poll(either.data(), either.size(), -1) < 0 && errno == EINTR) {
    }
    return either[1].revents == 0;
  }

  Result<bool> start() {
    while (waiting() < 4) {
      const auto filled = refill();
      if (!filled) return tl::unexpected<Error>(filled.error());
      if (*filled == 0) break;
    }
    const std::string_view first(chunk_.data(), waiting());
    if (first.substr(0, 2) == "\x1f\x8b") {
      if (inflateInit2(&gzip_, 16 + MAX_WBITS) != Z_OK) return fail("cannot unpack gzip: out of memory");
      unpacking_gzip_ = true;
    } else if (first.substr(0, 4) == "\x28\xb5\x2f\xfd") {
      zstd_ = ZSTD_createDStream();
      if (zstd_ == nullptr) return fail("cannot unpack zstd: out of memory");
    }
    return true;
  }

  /// Fails when more has been unpacked than may be: a few kilobytes can hold terabytes of nothing.
  Result<std::size_t> measured(Result<std::size_t> count) {
    if (count) unpacked_ += *count;
    if (unpacked_ > limits_.unpacked_bytes) {
      return fail(fmt::format("unpacks to more than {} bytes; the rest is not read", limits_.unpacked_bytes), EFBIG);
    }
    if (unpacked_ > ReadLimits::ratio_begins && unpacked_ / limits_.ratio > packed_) {
      return fail(fmt::format("unpacks to more than {} times its size; the rest is not read", limits_.ratio), EFBIG);
    }
    return count;
  }

  /// True if there is something to unpack: bytes that wait, or output that the last call had no room for.
  Result<bool> supply(bool flushed) {
    if (waiting() > 0 || (inside_member_ && !flushed)) return true;
    const auto filled = refill();
    if (!filled) return tl::unexpected<Error>(filled.error());
    if (*filled == 0 && inside_member_) return fail("the compressed data end too early");
    return *filled > 0;
  }

  Result<std::size_t> read_gzip(char* out, std::size_t size) {
    gzip_.next_out = reinterpret_cast<Bytef*>(out);
    gzip_.avail_out = static_cast<uInt>(std::min(size, chunk_size));
    const uInt wanted = gzip_.avail_out;
    for (bool flushed = false; gzip_.avail_out == wanted; flushed = true) {
      const auto supplied = supply(flushed);
      if (!supplied) return tl::unexpected<Error>(supplied.error());
      if (!*supplied) return std::size_t{0};
      gzip_.next_in = reinterpret_cast<Bytef*>(chunk_.data() + begin_);
      gzip_.avail_in = static_cast<uInt>(waiting());
      inside_member_ = true;
      const int state = inflate(&gzip_, Z_NO_FLUSH);
      begin_ = end_ - gzip_.avail_in;
      if (state == Z_STREAM_END) {
        inside_member_ = false;
        inflateReset(&gzip_);
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        return fail("the gzip data are damaged");
      }
    }
    return std::size_t{wanted - gzip_.avail_out};
  }

  Result<std::size_t> read_zstd(char* out, std::size_t size) {
    ZSTD_outBuffer to{out, size, 0};
    for (bool flushed = false; to.pos == 0; flushed = true) {
      const auto supplied = supply(flushed);
      if (!supplied) return tl::unexpected<Error>(supplied.error());
      if (!*supplied) return std::size_t{0};
      ZSTD_inBuffer from{chunk_.data() + begin_, waiting(), 0};
      const std::size_t state = ZSTD_decompressStream(zstd_, &to, &from);
      begin_ += from.pos;
      if (ZSTD_isError(state) != 0) return fail("the zstd data are damaged");
      inside_member_ = state != 0;
    }
    return to.pos;
  }

  int file_;
  bool owned_;
  bool at_hand_;  ///< a file: its bytes never keep anybody waiting
  int stop_;
  ReadLimits limits_;
  std::uint64_t packed_ = 0, unpacked_ = 0;  ///< bytes so far
  bool started_ = false;
  bool unpacking_gzip_ = false;
  bool inside_member_ = false;
  std::vector<char> chunk_;
  std::size_t begin_ = 0, end_ = 0;
  z_stream gzip_{};
  ZSTD_DStream* zstd_ = nullptr;
};

Result<ByteStream> ByteStream::open(const std::string& path, const ReadLimits& limits, int stop) {
  struct stat info {};
  if (path == "-") {
    const bool at_hand = ::fstat(STDIN_FILENO, &info) == 0 && S_ISREG(info.st_mode);
    return ByteStream(std::make_unique<Impl>(STDIN_FILENO, false, at_hand, stop, limits));
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);  // a FIFO would wait for its writer
  if (file < 0) return fail("cannot open: " + reason(errno), errno);
  const bool known = ::fstat(file, &info) == 0;
  if (known && S_ISDIR(info.st_mode)) {
    ::close(file);
    return fail("cannot open: " + reason(EISDIR), EISDIR);
  }
  if (known && (S_ISCHR(info.st_mode) || S_ISBLK(info.st_mode))) {  // a link to /dev/zero has no end
    ::close(file);
    return fail("cannot open: this is a device, not a file");
  }
  return ByteStream(std::make_unique<Impl>(file, true, known && S_ISREG(info.st_mode), stop, limits));
}

ByteStream::ByteStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

Result<std::size_t> ByteStream::read(char* out, std::size_t size) {
  return impl_->read(out, size);
}

}  // namespace depeche::article
