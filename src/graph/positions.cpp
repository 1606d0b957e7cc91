#include "graph/positions.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace depeche::graph {

std::uint32_t CodePointCursor::at(std::size_t byte) {
  byte = std::min(byte, text_.size());
  if (byte < byte_) {
    byte_ = 0;
    code_points_ = 0;
  }
  code_points_ += static_cast<std::uint32_t>(utf8::length(text_.substr(byte_, byte - byte_)));
  byte_ = byte;
  return code_points_;
}

std::string snippet(std::string_view text) {
  constexpr int limit = 120;
  std::size_t at = 0, word_end = 0;
  bool in_word = false;
  for (int i = 0; i < limit && at < text.size(); ++i) {
    const std::size_t begin = at;
    const bool space = utf8::is_space(utf8::next(text, at));
    if (space && in_word) word_end = begin;
    in_word = !space;
  }
  if (at == text.size()) return std::string(text);
  std::size_t next = at;
  if (in_word && utf8::is_space(utf8::next(text, next))) word_end = at;  // the limit falls on the end of a word
  return std::string(text.substr(0, word_end == 0 ? at : word_end)) + "…";
}

}  // namespace depeche::graph
