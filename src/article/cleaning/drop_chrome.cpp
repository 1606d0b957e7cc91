#include <algorithm>
#include <utility>

#include "article/cleaning/byline.hpp"
#include "article/cleaning/folded_line.hpp"
#include "article/cleaning/steps.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t longest_keyed = 600;    ///< longer lines are text
constexpr std::size_t longest_at_ends = 400;  ///< for prefix and suffix patterns
constexpr std::size_t longest_inside = 200;   ///< for contains patterns
constexpr std::size_t head_lines = 12;        ///< where a bare date is the article's

bool matches(std::string_view key, std::size_t size, const PatternList& patterns) {
  if (patterns.exact.contains(key)) return true;
  const auto any = [](const std::vector<std::string>& list, const auto& test) {
    return std::any_of(list.begin(), list.end(), test);
  };
  if (size <= longest_at_ends) {
    if (key.empty()) return false;
    // One byte first: nearly every line is text and matches nothing.
    if (any(patterns.prefix, [key](const std::string& p) { return p[0] == key[0] && key.starts_with(p); })) return true;
    if (any(patterns.suffix, [key](const std::string& p) { return p.back() == key.back() && key.ends_with(p); })) {
      return true;
    }
  }
  return size <= longest_inside &&
         any(patterns.contains, [key](const std::string& p) { return key.find(p) != std::string_view::npos; });
}

bool has_letter(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (utf8::is_letter(utf8::next(line, at))) return true;
  }
  return false;
}

/// Initials of agency staff: "bur-su-jac/juf/bds".
bool is_signature(std::string_view line) {
  constexpr std::size_t longest = 60;
  return line.size() <= longest && line.find('/') != std::string_view::npos &&
         std::all_of(line.begin(), line.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '/' || c == '-'; });
}

/// A word and a full stop are the end of a wrapped sentence, not a menu.
bool is_menu(const Line& line, const Chrome& chrome) {
  const bool stopped = line.text.ends_with('.') && !line.text.ends_with("..");
  return !stopped && chrome.is_navigation(line.key);
}

bool is_byline(const Line& line, const FoldedLine& folded, const Chrome& chrome, bool at_head, Record& record) {
  const auto& end = chrome.related.end;  // "par Taboola"
  return std::find(end.begin(), end.end(), line.key) == end.end() &&
         read_byline(line.text, folded, chrome, at_head, record);
}

/// Two or three capitalised words that are not in capitals: a person's name and no rubric.
bool is_plain_name(std::string_view line, const Chrome& chrome) {
  constexpr std::size_t longest = 40;
  const auto spaces = std::count(line.begin(), line.end(), ' ');
  if (line.size() > longest || spaces < 1 || spaces > 2 || !is_name(line, chrome)) return false;
  bool after_space = true;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = utf8::next(line, at);
    if (after_space && !utf8::is_upper(c)) return false;
    if (!after_space && utf8::is_upper(c)) return false;
    after_space = c == U' ' || c == U'-' || c == U'\'';
  }
  return true;
}

/// A name on the line above a date is the author's. The first line is the title's.
void take_author_above(std::vector<Line>& kept, const Chrome& chrome, Record& record,
                       std::vector<DroppedLine>* dropped) {
  const std::size_t titles = record.title.empty() ? 1 : 0;
  if (!record.author.empty() || kept.size() <= titles || kept.size() > head_lines / 2) return;
  const std::string& name = kept.back().text;
  if (!is_plain_name(name, chrome)) return;
  record.author = name;
  if (dropped != nullptr) dropped->push_back({name, "byline"});
  kept.pop_back();
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim_spaces(text.substr(begin, end - begin));
    if (!line.empty()) {
      lines.push_back(Line{std::string(line), {}, false, false, false});
    } else if (!lines.empty()) {
      lines.back().blank_after = true;
    }
    begin = end + 1;
  }
  return lines;
}

void drop_chrome(std::vector<Line>& lines, const Chrome& chrome, Record& record, std::vector<DroppedLine>* dropped) {
  FoldedLine folded;
  std::vector<Line> kept;
  kept.reserve(lines.size());
  bool date_may_follow = false;  // "Publié le" stood alone on the line before
  for (Line& line : lines) {
    const char* reason = nullptr;
    if (line.text.size() <= longest_keyed) {
      folded.assign(line.text);
      line.key = folded.key();
      if (is_byline(line, folded, chrome, kept.size() < head_lines || date_may_follow, record)) {
        reason = "byline";
        take_author_above(kept, chrome, record, dropped);
      } else if (!has_letter(line.text)) {
        reason = "no-words";
      } else if (is_signature(line.text)) {
        reason = "signature";
      } else if (matches(line.key, line.text.size(), chrome.lines)) {
        reason = "chrome";
      } else if (is_menu(line, chrome)) {
        reason = "menu";
      }
    }
    date_may_follow = reason != nullptr && std::string_view(reason) == "byline" && record.published.year == 0;
    if (reason == nullptr) {
      kept.push_back(std::move(line));
    } else if (dropped != nullptr) {
      dropped->push_back({line.text, reason});
    }
  }
  lines = std::move(kept);
}

}  // namespace depeche::article
