#include "lexicon/phrases.hpp"

#include <algorithm>
#include <array>

#include "lexicon/words.hpp"

#include "base/utf8.hpp"

namespace depeche::lexicon {
namespace {

/// Letters of ASCII and Latin-1 only: surely one word, however words are cut.
bool is_plain_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') continue;
    if (byte != 0xC3 || i + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[++i]);
    if (next == 0x97 || next == 0xB7) return false;  // × and ÷
  }
  return !text.empty();
}

}  // namespace

std::uint32_t Phrases::add(std::string_view phrase, std::uint32_t value) {
  const std::string key = phrase_key(phrase);
  const std::size_t words = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  std::size_t& longest = longest_from_[key.substr(0, key.find(' '))];
  longest = std::max(longest, words);
  return values_.try_emplace(key, value).first->second;
}

std::uint32_t Phrases::find(std::string_view phrase) const {
  std::array<char, 64> buffer;
  std::string spill;
  const auto found =
      is_plain_word(phrase) ? values_.find(folder_.fold(phrase, buffer, spill)) : values_.find(phrase_key(phrase));
  return found == values_.end() ? none : found->second;
}

std::size_t Phrases::longest_match(std::span<const std::string_view> words, std::uint32_t& value) const {
  if (words.empty()) return 0;
  std::string key = utf8::fold(words.front());
  const auto first = longest_from_.find(key);
  if (first == longest_from_.end()) return 0;
  std::size_t longest = 0;
  for (std::size_t i = 1;; ++i) {
    if (const auto found = values_.find(key); found != values_.end()) {
      longest = i;
      value = found->second;
    }
    if (i == words.size() || i == first->second) return longest;
    key += ' ';
    key += utf8::fold(words[i]);
  }
}

}  // namespace depeche::lexicon
