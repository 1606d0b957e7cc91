#include "article/cleaning/folded_line.hpp"

#include "base/utf8.hpp"

namespace depeche::article {
namespace {

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_word(std::string_view folded, std::size_t at) {
  if (static_cast<unsigned char>(folded[at]) < 0x80) return is_ascii_word(folded[at]);
  const char32_t c = utf8::next(folded, at);
  return utf8::is_letter(c) || utf8::is_digit(c) || c == U'©';
}

bool is_lead(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Folds the character at `at`, or the run of small letters that begins there, and moves behind it.
void fold_next(std::string_view line, std::size_t& at, std::string& key) {
  const std::size_t from = at;
  while (at < line.size() && line[at] >= 'a' && line[at] <= 'z') ++at;
  if (at > from) {
    key.append(line.substr(from, at - from));
    return;
  }
  const char32_t c = utf8::next(line, at);
  if (c < 0x80 ? c == U' ' || (c >= 0x09 && c <= 0x0D) : utf8::is_space(c)) {
    if (key.empty() || key.back() != ' ') key += ' ';
  } else if (c >= 0x80) {
    key += utf8::fold(line.substr(from, at - from));
  } else {
    // "Photo :" and "Photo:" are one.
    if ((c == U':' || c == U';' || c == U'!' || c == U'?') && !key.empty() && key.back() == ' ') key.pop_back();
    key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
}

}  // namespace

std::size_t FoldedLine::source(std::size_t key_offset) const {
  const std::size_t target = begin_ + key_offset;
  std::string key;
  for (std::size_t at = 0; at < line_.size();) {
    const std::size_t from = at, before = key.size();
    fold_next(line_, at, key);
    if (key.size() > target) return line_[from] >= 'a' && line_[from] <= 'z' ? from + (target - before) : from;
  }
  return line_.size();
}

void FoldedLine::assign(std::string_view line) {
  line_ = line;
  key_.clear();
  for (std::size_t at = 0; at < line.size();) fold_next(line, at, key_);
  begin_ = 0;
  end_ = key_.size();
  while (begin_ < end_ && !(is_lead(key_[begin_]) && is_word(key_, begin_))) ++begin_;
  while (end_ > begin_) {
    std::size_t last = end_ - 1;
    while (!is_lead(key_[last])) --last;
    if (is_word(key_, last)) break;
    end_ = last;
  }
}

std::string fold_pattern(std::string_view text, OpenEnd open) {
  const FoldedLine line(text);
  const bool front = open == OpenEnd::front || open == OpenEnd::both;
  const bool back = open == OpenEnd::back || open == OpenEnd::both;
  const std::size_t begin = front ? 0 : line.key_begin();
  const std::size_t end = back ? line.whole().size() : line.key_end();
  return std::string(line.whole().substr(begin, end - begin));
}

}  // namespace depeche::article
