#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace depeche::article {

/// A line as chrome patterns see it: folded (utf8::fold), single plain spaces, none before a colon or the like, no
/// punctuation or symbols at the ends.
/// Knows where each folded byte came from.
class FoldedLine {
 public:
  FoldedLine() = default;
  explicit FoldedLine(std::string_view line) { assign(line); }

  /// Reuses the memory of the last line. Keeps a view of the line.
  void assign(std::string_view line);

  std::string_view key() const { return std::string_view(key_).substr(begin_, end_ - begin_); }
  /// The same with what stands at the ends.
  std::string_view whole() const { return key_; }
  std::size_t key_begin() const { return begin_; }
  std::size_t key_end() const { return end_; }
  /// Offset in the line of the character that begins at this byte of the key; for key().size() the place behind the
  /// key's last character. Folds the line again up to there; the line has to live still.
  std::size_t source(std::size_t key_offset) const;

 private:
  std::string_view line_;
  std::string key_;
  std::size_t begin_ = 0, end_ = 0;
};

/// Folds a pattern as lines are folded. At an open end, where a line goes on, punctuation and spaces are kept.
enum class OpenEnd : std::uint8_t { none, front, back, both };
std::string fold_pattern(std::string_view text, OpenEnd open = OpenEnd::none);

}  // namespace depeche::article
