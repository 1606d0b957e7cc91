#include <algorithm>

#include "base/utf8.hpp"
#include "language/compile/hunspell.hpp"

namespace depeche::language::compile {
namespace {

/// The flags of "stem/FLAGS": pairs of bytes.
bool has_flag(std::string_view flags, std::string_view flag) {
  for (std::size_t at = 0; at + 2 <= flags.size(); at += 2) {
    if (flags.substr(at, 2) == flag) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> split_columns(std::string_view line) {
  std::vector<std::string_view> columns;
  while (true) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return columns;
    const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    line.remove_prefix(end);
  }
}

Condition::Condition(std::string_view condition) {
  if (condition == ".") return;
  std::size_t at = 0;
  while (at < condition.size()) {
    Position position;
    char32_t c = utf8::next(condition, at);
    if (c == U'.') {
      position.negated = true;  // anything but nothing
    } else if (c == U'[') {
      c = utf8::next(condition, at);
      if (c == U'^') {
        position.negated = true;
        c = utf8::next(condition, at);
      }
      while (c != U']' && at < condition.size()) {
        position.characters += c;
        c = utf8::next(condition, at);
      }
    } else {
      position.characters = std::u32string(1, c);
    }
    positions_.push_back(std::move(position));
  }
}

bool Condition::matches_end(std::string_view word) const {
  std::size_t at = word.size();
  for (std::size_t i = positions_.size(); i-- > 0;) {
    if (at == 0) return false;
    const char32_t c = utf8::previous(word, at);
    const bool listed = positions_[i].characters.find(c) != std::u32string::npos;
    if (listed == positions_[i].negated) return false;
    do {
      --at;
    } while ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U);
  }
  return true;
}

Affixes::Affixes(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto columns = split_columns(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (columns.size() >= 2 && columns[0] == "NEEDAFFIX") need_affix_ = columns[1];
    if (columns.size() >= 5 && columns[0] == "SFX") read_suffix(columns);
    if (columns.size() == 4 && columns[0] == "SFX") suffixes_.try_emplace(columns[1]);
  }
}

void Affixes::read_suffix(const std::vector<std::string_view>& columns) {
  Suffix suffix{{}, {}, Condition(columns[4]), {}};
  if (columns[2] != "0") suffix.strip = columns[2];
  suffix.append = columns[3].substr(0, columns[3].find('/'));
  if (suffix.append == "0") suffix.append = {};
  suffix.fields.assign(columns.begin() + 5, columns.end());
  suffixes_[columns[1]].push_back(std::move(suffix));
}

void Affixes::expand(std::string_view line, const std::function<void(const Expansion&)>& take) const {
  const auto columns = split_columns(line);
  if (columns.empty()) return;
  const std::size_t slash = std::min(columns[0].find('/', 1), columns[0].size());
  const std::string_view stem = columns[0].substr(0, slash);
  const std::string_view flags = slash < columns[0].size() ? columns[0].substr(slash + 1) : std::string_view();
  std::vector<std::string_view> fields(columns.begin() + 1, columns.end());
  const std::size_t own_fields = fields.size();
  if (need_affix_.empty() || !has_flag(flags, need_affix_)) take({stem, stem, fields});

  std::string form;
  for (std::size_t at = 0; at + 2 <= flags.size(); at += 2) {
    const auto found = suffixes_.find(flags.substr(at, 2));
    if (found == suffixes_.end()) continue;
    for (const Suffix& suffix : found->second) {
      if (!stem.ends_with(suffix.strip) || !suffix.condition.matches_end(stem)) continue;
      form.assign(stem.substr(0, stem.size() - suffix.strip.size()));
      form += suffix.append;
      fields.resize(own_fields);
      fields.insert(fields.end(), suffix.fields.begin(), suffix.fields.end());
      take({form, stem, fields});
    }
  }
}

}  // namespace depeche::language::compile
