#include "lexicon/words.hpp"

#include <cstdint>

#include "base/utf8.hpp"
#include "language/analyser.hpp"

namespace depeche::lexicon {

std::vector<std::string_view> cut_words(std::string_view name) {
  std::vector<language::Sentence> sentences;
  language::scan(name, 0, static_cast<std::uint32_t>(name.size()), sentences);
  std::vector<std::string_view> words;
  for (const language::Sentence& sentence : sentences) {
    for (const language::Token& token : sentence.tokens) words.push_back(language::text_of(name, token));
  }
  return words;
}

Folder::Folder() {
  for (char32_t c = 0xA0; c < 0x180; ++c) {
    std::string letter;
    utf8::append(letter, c);
    const std::string folded = utf8::fold(letter);
    auto& entry = latin_[c - 0xA0];
    entry = {0, 0};
    if (folded.empty() || folded.size() > 2) continue;
    for (std::size_t i = 0; i < folded.size(); ++i) entry[i] = folded[i];
  }
}

std::string_view Folder::fold(std::string_view word, std::array<char, 64>& buffer, std::string& spill) const {
  std::size_t size = 0;
  std::size_t at = 0;
  if (word.size() <= buffer.size()) {
    while (at < word.size()) {
      const auto byte = static_cast<unsigned char>(word[at]);
      if (byte < 0x80) {
        buffer[size++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
        ++at;
      } else if (byte >= 0xC2 && byte <= 0xC5 && at + 1 < word.size()) {
        // Two bytes give at most two, so the buffer holds.
        const std::size_t c = ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(word[at + 1]) & 0x3FU);
        if (c < 0xA0 || latin_[c - 0xA0][0] == 0) break;
        const auto& entry = latin_[c - 0xA0];
        buffer[size++] = entry[0];
        if (entry[1] != 0) buffer[size++] = entry[1];
        at += 2;
      } else if (word.substr(at, 3) == "’") {
        buffer[size++] = '\'';
        at += 3;
      } else {
        break;
      }
    }
    if (at == word.size()) return {buffer.data(), size};
  }
  spill = utf8::fold(word);
  return spill;
}

std::string phrase_key(std::string_view phrase) {
  std::string key;
  for (const std::string_view word : cut_words(phrase)) {
    if (!key.empty()) key += ' ';
    key += utf8::fold(word);
  }
  return key;
}

bool starts_upper(std::string_view word) {
  if (word.empty()) return false;
  const auto byte = static_cast<unsigned char>(word.front());
  if (byte < 0x80) return byte >= 'A' && byte <= 'Z';
  std::size_t at = 0;
  return utf8::is_upper(utf8::next(word, at));
}

Capitals capitals_of(std::string_view word) {
  Capitals result;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (!utf8::is_letter(c)) continue;
    if (result.letters < 32 && utf8::is_upper(c)) result.upper |= 1U << result.letters;
    ++result.letters;
  }
  return result;
}

}  // namespace depeche::lexicon
