#include "article/input/line_reader.hpp"

#include <cstring>
#include <utility>

namespace depeche::article {
namespace {

constexpr std::size_t first_size = std::size_t{256} << 10U;

}  // namespace

LineReader::LineReader(ByteStream stream, std::size_t max_line)
    : stream_(std::move(stream)), max_line_(max_line), buffer_(first_size + padding) {}

LineReader::Fill LineReader::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ + padding == buffer_.size()) buffer_.resize(2 * (buffer_.size() - padding) + padding);
  const Result<std::size_t> count = stream_.read(buffer_.data() + end_, buffer_.size() - padding - end_);
  if (!count) {
    error_ = count.error();
    return Fill::failed;
  }
  end_ += *count;
  return *count == 0 ? Fill::end : Fill::more;
}

LineReader::Outcome LineReader::next() {
  std::size_t searched = 0;
  bool skipping = false;
  for (;;) {
    const char* from = buffer_.data() + begin_ + searched;
    const void* newline = std::memchr(from, '\n', end_ - begin_ - searched);
    if (newline != nullptr) {
      const auto size = static_cast<std::size_t>(static_cast<const char*>(newline) - (buffer_.data() + begin_));
      line_begin_ = begin_;
      line_size_ = size;
      begin_ += size + 1;
      ++number_;
      return skipping || size > max_line_ ? Outcome::too_long : Outcome::line;
    }
    searched = end_ - begin_;
    if (searched > max_line_) {
      skipping = true;
      begin_ = end_;
      searched = 0;
    }
    const Fill filled = fill();
    if (filled == Fill::failed) return Outcome::failed;
    if (filled == Fill::more) continue;
    if (searched == 0 && !skipping) return Outcome::end;
    line_begin_ = begin_;
    line_size_ = searched;
    begin_ = end_;
    ++number_;
    return skipping ? Outcome::too_long : Outcome::line;
  }
}

}  // namespace depeche::article
