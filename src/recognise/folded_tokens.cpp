#include "recognise/folded_tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace depeche::recognise {

FoldedTokens::FoldedTokens(std::string_view text, const language::Sentence& sentence)
    : text_(text), sentence_(sentence) {
  folded_.resize(sentence.end - sentence.begin);
  ends_.resize(sentence.tokens.size() + 1);
  std::uint32_t* end = ends_.data();
  std::size_t size = 0;
  for (const language::Token& token : sentence.tokens) {
    const std::string_view word = language::text_of(text, token);
    if (size + word.size() > folded_.size()) folded_.resize(size + word.size());
    std::size_t i = 0;
    for (; i < word.size() && static_cast<unsigned char>(word[i]) < 0x80; ++i) {
      const char c = word[i];
      folded_[size + i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    size += i;
    if (i < word.size()) {
      const std::string rest = utf8::fold(word.substr(i));
      folded_.replace(size, std::min(rest.size(), folded_.size() - size), rest);
      size += rest.size();
    }
    *++end = static_cast<std::uint32_t>(size);
  }
}

std::string_view FoldedTokens::singular(std::size_t i) const {
  return drop_plural((*this)[i]);
}

bool FoldedTokens::is_de(std::size_t i) const {
  const std::string_view word = (*this)[i];
  return word == "de" || word == "d'" || word == "du" || word == "des";
}

std::string_view drop_plural(std::string_view folded) {
  if (folded.size() > 2 && (folded.back() == 's' || folded.back() == 'x')) folded.remove_suffix(1);
  return folded;
}

Phrase make_phrase(std::string_view text) {
  const std::string folded = utf8::fold(text);
  Phrase words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.emplace_back(drop_plural(word));
    word.clear();
  };
  for (const char c : folded) {
    if (c == ' ') {
      finish();
      continue;
    }
    word += c;
    if (c == '\'') finish();
  }
  finish();
  return words;
}

bool stands_at(const Phrase& phrase, const FoldedTokens& tokens, std::size_t at) {
  if (at + phrase.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == "de" ? !tokens.is_de(at + i) : phrase[i] != tokens.singular(at + i)) return false;
  }
  return true;
}

}  // namespace depeche::recognise
