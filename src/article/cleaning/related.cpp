#include "article/cleaning/related.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "article/cleaning/folded_line.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t shortest_paragraph = 160;  ///< behind a list of teasers, which may have short descriptions
constexpr std::size_t longest_teaser = 400;

enum class Mark : std::uint8_t { none, inline_teaser, teaser, list, end };

struct Found {
  Mark mark = Mark::none;
  std::string teaser;  ///< key of the title that stands behind the words on the same line
};

/// What follows the words must look like a title, not like the rest of a sentence: "Lire aussi Berlin : …", "Lire
/// aussi: …", "À LIRE AUSSILa crise …", but not "Lire aussi des romans".
std::optional<std::string> title_behind(const Line& line, std::size_t key_size) {
  const FoldedLine folded(line.text);
  std::size_t at = folded.source(key_size);
  bool marked = false;
  while (at < line.text.size()) {
    std::size_t following = at;
    const char32_t c = utf8::next(line.text, following);
    if (utf8::is_letter(c) || utf8::is_digit(c)) {
      if (!marked && !utf8::is_upper(c) && !utf8::is_digit(c)) return std::nullopt;
      return fold_pattern(std::string_view(line.text).substr(at));
    }
    marked = marked || !utf8::is_space(c);
    at = following;
  }
  return std::string();
}

Found find_mark(const Line& line, const Chrome& chrome) {
  if (line.key.empty() || line.text.size() > longest_teaser) return {};
  const auto is = [&line](const std::vector<std::string>& patterns) {
    return std::find(patterns.begin(), patterns.end(), line.key) != patterns.end();
  };
  if (is(chrome.related.end)) return {Mark::end, {}};
  if (is(chrome.related.list)) return {Mark::list, {}};
  if (is(chrome.related.teaser)) return {Mark::teaser, {}};
  for (const auto* patterns : {&chrome.related.list, &chrome.related.teaser}) {
    for (const std::string& pattern : *patterns) {
      if (line.key[0] != pattern[0] || !line.key.starts_with(pattern)) continue;
      if (auto title = title_behind(line, pattern.size())) return {Mark::inline_teaser, std::move(*title)};
    }
  }
  return {};
}

bool is_teaser(const Line& line) {
  return has_bullet(line.text) || !is_running_text(line.text);
}

bool is_paragraph(const Line& line) {
  return line.text.size() >= shortest_paragraph && is_running_text(line.text) && !has_bullet(line.text);
}

/// Where the article goes on behind a list that begins at `from`; lines.size() if it does not.
std::size_t resume_behind_list(const std::vector<Line>& lines, std::size_t from) {
  for (std::size_t i = from; i + 1 < lines.size(); ++i) {
    if (is_paragraph(lines[i]) && is_paragraph(lines[i + 1])) return i;
  }
  return lines.size();
}

std::size_t resume_behind_teasers(const std::vector<Line>& lines, std::size_t from, const Chrome& chrome) {
  std::size_t at = from;
  while (at < lines.size() && is_teaser(lines[at]) && find_mark(lines[at], chrome).mark == Mark::none) ++at;
  return at;
}

}  // namespace

void drop_related(std::vector<Line>& lines, const Chrome& chrome, std::vector<DroppedLine>* dropped) {
  std::vector<Line> kept;
  kept.reserve(lines.size());
  bool body = false;
  for (std::size_t at = 0; at < lines.size();) {
    Found found = find_mark(lines[at], chrome);
    // A list at the head of a page is a menu or a box; the article is still to come.
    if (!body && (found.mark == Mark::list || found.mark == Mark::end)) found.mark = Mark::teaser;
    std::size_t resume = at;
    switch (found.mark) {
      case Mark::none:
        break;
      case Mark::inline_teaser:
        resume = at + 1;
        while (resume < lines.size() && !found.teaser.empty() && lines[resume].key == found.teaser) ++resume;
        break;
      case Mark::teaser:
        resume = resume_behind_teasers(lines, at + 1, chrome);
        break;
      case Mark::list:
        resume = resume_behind_list(lines, at + 1);
        break;
      case Mark::end:
        resume = lines.size();
        break;
    }
    if (resume == at) {
      body = body || is_running_text(lines[at].text);
      kept.push_back(std::move(lines[at++]));
      continue;
    }
    for (; at < resume; ++at) {
      if (dropped != nullptr) dropped->push_back({lines[at].text, "related"});
    }
  }
  lines = std::move(kept);
}

}  // namespace depeche::article
