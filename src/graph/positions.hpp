#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace depeche::graph {

/// Turns byte offsets of a text into offsets in code points. Remembers where it stood, so that offsets asked for in
/// rising order cost one walk over the text in all.
class CodePointCursor {
 public:
  explicit CodePointCursor(std::string_view text) : text_(text) {}
  /// Offsets behind the end count as the end.
  std::uint32_t at(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t code_points_ = 0;
};

/// The first 120 code points of a longer text, cut at a word, with an ellipsis; a shorter text as it is.
std::string snippet(std::string_view text);

}  // namespace depeche::graph
