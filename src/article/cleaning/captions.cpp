#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <utility>

#include "article/cleaning/byline.hpp"
#include "article/cleaning/folded_line.hpp"
#include "article/cleaning/steps.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t longest_credit = 160;
constexpr std::size_t shortest_repeated = 25;
constexpr std::size_t longest_title = 300;
constexpr std::size_t title_zone = 8;  ///< lines among which the text may repeat the title

/// Cuts separators that stood between caption and credit.
void trim_end(std::string& text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {" ", "|", "(", "•", "·", "–", "—", "-", "[", "\xC2\xA0"}) {
      if (text.ends_with(mark)) {
        text.resize(text.size() - mark.size());
        cut = true;
      }
    }
  }
}

/// Where the credit at the end of a line begins; the line's size if there is none.
std::size_t find_credit(const Line& line, const Chrome& chrome) {
  const std::string_view key = line.key;
  const std::size_t tail = key.size() > longest_credit ? key.size() - longest_credit : 0;
  std::size_t found = std::string_view::npos;
  for (const std::string& marker : chrome.credit_markers) found = std::min(found, key.find(marker, tail));
  if (found != std::string_view::npos) {
    const std::size_t begin = FoldedLine(line.text).source(found);
    if (line.text.size() - begin <= longest_credit && line.text.back() != '.') return begin;
    return line.text.size();
  }
  const auto& suffixes = chrome.credits.suffix;
  if (!std::any_of(suffixes.begin(), suffixes.end(), [key](const auto& suffix) { return key.ends_with(suffix); })) {
    return line.text.size();
  }
  // The photographer's name goes with the agency: back to the end of the caption.
  std::size_t begin = 0;
  for (const std::string_view mark : {". ", ".» ", ".\" ", "» ", " - ", " | ", " – ", " — ", "• ", ") "}) {
    const std::size_t at = line.text.rfind(mark);
    if (at != std::string::npos && at + mark.size() > begin && line.text.size() - at <= longest_credit / 2) {
      begin = mark[0] == ' ' ? at : at + mark.size() - 1;
    }
  }
  if (begin > 0) return begin;
  return line.text.size() <= longest_credit / 2 ? 0 : line.text.size();
}

/// "Photo : le ministre à Riga" is a caption; "Photo : Ana Rosca" stays a credit.
void open_caption(Line& line, const Chrome& chrome) {
  for (const std::string& opener : chrome.caption_openers) {
    if (!line.key.starts_with(opener)) continue;
    const FoldedLine folded(line.text);
    const std::string_view rest = trim_spaces(std::string_view(line.text).substr(folded.source(opener.size())));
    if (rest.empty() || is_name(rest, chrome)) return;
    line.text = std::string(rest);
    line.key = fold_pattern(line.text);
    line.caption = true;
    return;
  }
}

bool is_bare_credit(const Line& line, const Chrome& chrome) {
  if (line.text.size() > longest_credit) return false;
  const auto& prefixes = chrome.credits.prefix;
  const auto begins = [&line](const std::string& prefix) { return line.key.starts_with(prefix); };
  return std::any_of(prefixes.begin(), prefixes.end(), begins) ||
         std::any_of(chrome.caption_openers.begin(), chrome.caption_openers.end(), begins);
}

std::string letters_of(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

}  // namespace

void cut_credits(std::vector<Line>& lines, const Chrome& chrome, std::vector<DroppedLine>* dropped) {
  std::vector<Line> kept;
  kept.reserve(lines.size());
  const auto drop = [dropped](std::string text) {
    if (dropped != nullptr) dropped->push_back({std::move(text), "credit"});
  };
  for (Line& line : lines) {
    if (line.key.empty()) {
      kept.push_back(std::move(line));
      continue;
    }
    open_caption(line, chrome);
    const std::size_t credit = is_bare_credit(line, chrome) ? 0 : find_credit(line, chrome);
    if (credit == line.text.size()) {
      kept.push_back(std::move(line));
      continue;
    }
    drop(line.text.substr(credit));
    line.text.resize(credit);
    trim_end(line.text);
    line.key = fold_pattern(line.text);
    if (line.key.empty()) continue;
    line.caption = true;
    // The same caption without its credit often stands just above; the first line may be the title.
    const std::size_t near = kept.size() > 3 ? kept.size() - 3 : 0;
    const auto same = std::find_if(kept.begin() + static_cast<std::ptrdiff_t>(near), kept.end(),
                                   [&line](const Line& other) { return other.key == line.key; });
    if (same == kept.end()) {
      kept.push_back(std::move(line));
    } else {
      same->caption = same != kept.begin();
      drop(std::move(line.text));
    }
  }
  lines = std::move(kept);
}

void drop_repeated(std::vector<Line>& lines, std::string_view title, std::vector<DroppedLine>* dropped) {
  const std::string title_letters = letters_of(fold_pattern(title));
  absl::flat_hash_map<std::string, std::size_t> seen;  // to the place in `kept`
  std::vector<Line> kept;
  kept.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    bool repeated = !title_letters.empty() && i < title_zone && line.key.size() <= longest_title &&
                    letters_of(line.key) == title_letters;
    if (!repeated && line.text.size() >= shortest_repeated) {
      const auto [found, is_new] = seen.emplace(line.key.empty() ? line.text : line.key, kept.size());
      repeated = !is_new;
      if (repeated && i < title_zone) kept[found->second].repeated = true;
    }
    if (!repeated) {
      kept.push_back(std::move(line));
    } else if (dropped != nullptr) {
      dropped->push_back({std::move(line.text), "repeated"});
    }
  }
  lines = std::move(kept);
}

}  // namespace depeche::article
