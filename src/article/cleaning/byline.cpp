#include "article/cleaning/byline.hpp"

#include <string>
#include <vector>

#include "article/cleaning/line.hpp"
#include "article/cleaning/written_date.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t longest_byline = 160;
constexpr std::size_t longest_name = 90;
constexpr std::size_t most_words = 9;

bool is_ascii_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Cuts separators and spaces from both ends.
std::string_view trim(std::string_view text) {
  constexpr std::string_view marks = "-|,.:/;";
  for (;;) {
    text = trim_spaces(text);
    if (text.empty()) return text;
    if (marks.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (marks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else {
      return text;
    }
  }
}

struct Marker {
  std::size_t begin = 0, end = 0;
  bool modified = false;
};

/// The next "publié le" or "mis à jour" of the key from `from` on; end 0 if there is none.
Marker find_marker(std::string_view key, std::size_t from, const Chrome& chrome) {
  Marker best;
  const auto search = [&](const std::vector<std::string>& patterns, bool modified) {
    for (const std::string& pattern : patterns) {
      const std::size_t begin = key.find(pattern, from);
      if (begin == std::string_view::npos) continue;
      const std::size_t end = begin + pattern.size();
      if (end < key.size() && is_ascii_letter(key[end])) continue;  // "publiées"
      if (best.end == 0 || begin < best.begin || (begin == best.begin && end > best.end)) best = {begin, end, modified};
    }
  };
  search(chrome.byline.published, false);
  search(chrome.byline.modified, true);
  return best;
}

/// Who stands before "publié le": a name, perhaps with what its bearer is ("Ana Rosca, envoyée spéciale à Riga").
bool read_front(std::string_view line, const FoldedLine& folded, std::size_t size, const Chrome& chrome,
                std::string& author, PartialDate& date) {
  const std::string_view key = folded.key().substr(0, size);
  const std::size_t digit = std::min(key.find_first_of("0123456789"), key.size());
  if (const auto written = read_written_date(key.substr(digit), chrome)) {
    date = *written;
  } else {
    return false;
  }
  const std::string_view front = trim(line.substr(folded.source(0), folded.source(digit) - folded.source(0)));
  if (front.empty()) return true;
  std::string_view name = front;
  for (const std::string& word : chrome.byline.author) {
    if (key.substr(0, word.size()) == word && key.substr(word.size(), 1) == " ") {
      name = trim(front.substr(std::min(front.size(), folded.source(word.size()) - folded.source(0))));
      break;
    }
  }
  const std::string_view holder = trim(name.substr(0, name.find(',')));
  if (!is_name(name, chrome) && !is_name(holder, chrome)) return false;
  author = is_name(name, chrome) ? name : holder;
  return true;
}

bool read_marked(std::string_view line, const FoldedLine& folded, const Chrome& chrome, Record& record) {
  const std::string_view key = folded.key();
  const Marker first = find_marker(key, 0, chrome);
  if (first.end == 0) return false;
  std::string author;
  PartialDate published, modified;
  if (first.begin > 0 && !read_front(line, folded, first.begin, chrome, author, published)) return false;
  for (Marker marker = first; marker.end != 0;) {
    const Marker following = find_marker(key, marker.end, chrome);
    const std::size_t end = following.end == 0 ? key.size() : following.begin;
    const auto date = read_written_date(key.substr(marker.end, end - marker.end), chrome);
    if (!date) return false;
    PartialDate& target = marker.modified ? modified : published;
    if (target.year == 0) target = *date;
    marker = following;
  }
  if (record.author.empty()) record.author = author;
  if (record.published.year == 0) record.published = published;
  if (record.modified.year == 0) record.modified = modified;
  return true;
}

bool read_author(std::string_view line, const FoldedLine& folded, const Chrome& chrome, Record& record) {
  const std::string_view key = folded.key();
  for (const std::string& word : chrome.byline.author) {
    if (key.substr(0, word.size()) != word || key.size() <= word.size() + 1) continue;
    if (key[word.size()] != ' ' && key[word.size()] != ':') continue;
    std::size_t end = key.size();
    PartialDate date;
    // "par ana le mercredi 6 décembre 2023"
    if (const std::size_t dated = key.rfind(" le "); dated != std::string_view::npos && dated > word.size()) {
      const auto written = read_written_date(key.substr(dated), chrome);
      if (written && written->year != 0) {
        date = *written;
        end = dated;
      }
    }
    const std::string_view name =
        trim(line.substr(folded.source(word.size()), folded.source(end) - folded.source(word.size())));
    const bool single_word = date.year != 0 && name.find(' ') == std::string_view::npos && !name.empty();
    if (!is_name(name, chrome) && !single_word) continue;
    if (record.author.empty()) record.author = name;
    if (record.published.year == 0) record.published = date;
    return true;
  }
  return false;
}

}  // namespace

bool is_name(std::string_view text, const Chrome& chrome) {
  if (text.empty() || text.size() > longest_name) return false;
  if (text.find_first_of("0123456789\":?!;") != std::string_view::npos) return false;
  std::size_t words = 0, capitals = 0;
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size()) {
      std::size_t following = end;
      if (utf8::is_space(utf8::next(text, following))) break;
      end = following;
    }
    const std::string_view word = text.substr(0, end);
    text = trim_spaces(text.substr(end));
    std::size_t at = 0;
    const char32_t first = utf8::next(word, at);
    ++words;
    if (utf8::is_upper(first)) {
      ++capitals;
    } else if (first != U'(' && first != U'&' && !chrome.byline.particles.contains(fold_pattern(word))) {
      return false;
    }
  }
  return capitals > 0 && words <= most_words;
}

bool read_byline(std::string_view line, const FoldedLine& folded, const Chrome& chrome, bool at_head, Record& record) {
  if (line.size() > longest_byline) return false;
  if (read_marked(line, folded, chrome, record) || read_author(line, folded, chrome, record)) return true;
  if (!at_head) return false;
  const auto date = read_written_date(folded.key(), chrome);
  if (!date || date->year == 0) return false;
  if (record.published.year == 0) record.published = *date;
  return true;
}

}  // namespace depeche::article
