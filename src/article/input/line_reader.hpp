#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "article/input/byte_stream.hpp"

namespace depeche::article {

/// Cuts a stream into lines. Holds one line at a time; a line beyond the limit is skipped and told.
class LineReader {
 public:
  enum class Outcome : std::uint8_t { line, too_long, end, failed };

  /// Bytes readable behind every line that is given out (a JSON parser reads ahead).
  static constexpr std::size_t padding = 64;

  LineReader(ByteStream stream, std::size_t max_line);

  Outcome next();
  /// The line without its end; valid until the next call.
  std::string_view line() const { return {buffer_.data() + line_begin_, line_size_}; }
  /// 1-based number of the line last given out or skipped.
  std::uint32_t number() const { return number_; }
  /// Why reading failed.
  const Error& error() const { return error_; }

 private:
  enum class Fill : std::uint8_t { more, end, failed };
  Fill fill();

  ByteStream stream_;
  std::size_t max_line_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< what has been read and not given out
  std::size_t line_begin_ = 0, line_size_ = 0;
  std::uint32_t number_ = 0;
  Error error_;
};

}  // namespace depeche::article
