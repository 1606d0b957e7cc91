#include "article/cleaning/line.hpp"

#include "base/utf8.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t shortest_running_text = 80;

/// The last character that is no closing quote, bracket or space.
char32_t last_mark(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    const char32_t c = utf8::previous(line, end);
    const bool closing =
        c == U'"' || c == U'»' || c == U'”' || c == U')' || c == U'\'' || c == U'’' || utf8::is_space(c);
    if (!closing) return c;
    do {
      --end;
    } while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U);
  }
  return 0;
}

}  // namespace

std::string_view trim_spaces(std::string_view line) {
  while (!line.empty()) {
    std::size_t at = 0;
    if (!utf8::is_space(utf8::next(line, at))) break;
    line.remove_prefix(at);
  }
  while (!line.empty() && utf8::is_space(utf8::previous(line, line.size()))) {
    std::size_t last = line.size() - 1;
    while ((static_cast<unsigned char>(line[last]) & 0xC0U) == 0x80U) --last;
    line = line.substr(0, last);
  }
  return line;
}

bool ends_sentence(std::string_view line) {
  const char32_t c = last_mark(line);
  return c == U'.' || c == U'!' || c == U'?' || c == U'…';
}

bool is_running_text(std::string_view line) {
  if (line.size() < shortest_running_text) return false;
  const char32_t c = last_mark(line);
  return c == U'.' || c == U'…' || c == U';' || c == U':' || c == U',';
}

bool is_dashed_subhead(std::string_view line) {
  constexpr std::size_t longest = 120;
  return line.size() > 4 && line.size() <= longest && line.substr(0, 2) == "- " && line.substr(line.size() - 2) == " -";
}

bool has_bullet(std::string_view line) {
  if (is_dashed_subhead(line)) return false;
  if (line.substr(0, 2) == "- " || line.substr(0, 2) == "* ") return true;
  for (const std::string_view mark : {"•", "‣", "▪", "►", "▶", "→", "– ", "— ", "· "}) {
    if (line.substr(0, mark.size()) == mark) return true;
  }
  return false;
}

}  // namespace depeche::article
