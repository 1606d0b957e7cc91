#include <algorithm>
#include <utility>

#include "article/cleaning/steps.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t longest_title = 300;
constexpr std::size_t longest_standfirst = 500;
constexpr std::size_t longest_subhead = 120;
constexpr std::size_t shortest_wrapped = 40;

bool begins_lower(std::string_view line) {
  std::size_t at = 0;
  return utf8::is_lower(utf8::next(line, at));
}

/// The line stops in the middle of something: no mark that ends or announces.
bool is_unfinished(std::string_view line) {
  return !ends_sentence(line) && line.back() != ':' && line.back() != ';';
}

bool is_subhead(const std::vector<Line>& lines, std::size_t i) {
  const std::string& text = lines[i].text;
  if (is_dashed_subhead(text)) return true;
  if (text.size() > longest_subhead || !is_unfinished(text) || text.back() == ',' || has_bullet(text) ||
      begins_lower(text)) {
    return false;
  }
  return i + 1 < lines.size() && !lines[i + 1].caption && is_running_text(lines[i + 1].text);
}

bool is_title(const std::vector<Line>& lines, std::size_t i) {
  const std::string& text = lines[i].text;
  return lines.size() > 1 && text.size() <= longest_title && !lines[i].caption && !has_bullet(text) &&
         (!ends_sentence(text) || text.back() == '?' || text.back() == '!' || text.back() == '"');
}

/// The first line that is no caption, if it can be a title. Where a line near the top stood twice it is the title (once
/// in the page's head or path, once over the text), and phrases above it belong to the page.
void take_title(std::vector<Line>& lines, Article& article) {
  auto title = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return !line.caption; });
  const auto is_one = [&lines](auto line) { return is_title(lines, static_cast<std::size_t>(line - lines.begin())); };
  const auto head_end = std::find_if(lines.begin(), lines.end(), [](const Line& l) { return is_running_text(l.text); });
  const auto twice =
      std::find_if(lines.begin(), head_end, [](const Line& line) { return line.repeated && !line.caption; });
  if (twice != head_end && is_one(twice)) {
    title =
        lines.erase(std::remove_if(lines.begin(), twice, [](const Line& l) { return !ends_sentence(l.text); }), twice);
    title = std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.repeated; });
  }
  if (title == lines.end() || !is_one(title)) return;
  article.title = title->text;
  lines.erase(title);
}

void add_block(Article& article, std::string_view text, BlockKind kind) {
  if (!article.text.empty()) article.text += '\n';
  const auto begin = static_cast<std::uint32_t>(article.text.size());
  article.text += text;
  article.blocks.push_back({begin, static_cast<std::uint32_t>(article.text.size()), kind});
}

/// The line's text without the dashes of an agency's subhead.
std::string_view bare(std::string_view text) {
  if (!is_dashed_subhead(text)) return text;
  text = text.substr(2, text.size() - 4);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

}  // namespace

void join_wrapped(std::vector<Line>& lines) {
  std::vector<Line> joined;
  joined.reserve(lines.size());
  for (Line& line : lines) {
    if (!joined.empty()) {
      Line& last = joined.back();
      if (!last.blank_after && !last.caption && !line.caption && last.text.size() >= shortest_wrapped &&
          is_unfinished(last.text) && begins_lower(line.text)) {
        last.text += ' ';
        last.text += line.text;
        last.blank_after = line.blank_after;
        continue;
      }
    }
    joined.push_back(std::move(line));
  }
  lines = std::move(joined);
}

void lay_out(std::vector<Line>& lines, Article& article) {
  if (article.title.empty()) take_title(lines, article);
  if (lines.empty()) return;
  if (!article.title.empty()) add_block(article, article.title, BlockKind::title);
  bool opened = false;  // the first line of the body has been written
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& text = lines[i].text;
    BlockKind kind = BlockKind::paragraph;
    if (lines[i].caption) {
      kind = BlockKind::caption;
    } else if (!opened) {
      opened = true;
      const bool more = i + 1 < lines.size();
      if (more && !article.title.empty() && text.size() <= longest_standfirst && is_unfinished(text) &&
          !has_bullet(text)) {
        kind = BlockKind::standfirst;
      }
    } else if (is_subhead(lines, i)) {
      kind = BlockKind::subhead;
    }
    const std::string_view shown = bare(text);
    if (!shown.empty()) add_block(article, shown, kind);
  }
}

}  // namespace depeche::article
