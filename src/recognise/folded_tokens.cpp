#include "recognise/folded_tokens.hpp"

#include "base/utf8.hpp"

namespace depeche::recognise {

FoldedTokens::FoldedTokens(std::string_view text, const language::Sentence& sentence)
    : text_(text), sentence_(sentence) {
  folded_.reserve(sentence.end - sentence.begin);
  ends_.reserve(sentence.tokens.size() + 1);
  ends_.push_back(0);
  for (const language::Token& token : sentence.tokens) {
    utf8::append_folded(language::text_of(text, token), folded_);
    ends_.push_back(static_cast<std::uint32_t>(folded_.size()));
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
