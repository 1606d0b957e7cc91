#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/token.hpp"

namespace depeche::recognise {

/// The tokens of one sentence as word lists see them: folded (utf8::fold). Indices beyond the end give an empty word.
class FoldedTokens {
 public:
  FoldedTokens(std::string_view text, const language::Sentence& sentence);

  std::size_t size() const { return sentence_.tokens.size(); }
  std::string_view operator[](std::size_t i) const {
    return i < size() ? std::string_view(folded_).substr(ends_[i], ends_[i + 1] - ends_[i]) : std::string_view();
  }
  /// Without a plural s or x.
  std::string_view singular(std::size_t i) const;
  /// As spelt.
  std::string_view raw(std::size_t i) const {
    return i < size() ? language::text_of(text_, sentence_.tokens[i]) : std::string_view();
  }
  const language::Token& token(std::size_t i) const { return sentence_.tokens[i]; }
  /// de, d', du, des.
  bool is_de(std::size_t i) const;

 private:
  std::string_view text_;
  const language::Sentence& sentence_;
  std::string folded_;
  std::vector<std::uint32_t> ends_;  ///< of the token before; one more than tokens
};

/// A folded word without a plural s or x: "milliards", "mois" to "milliard", "moi".
std::string_view drop_plural(std::string_view folded);

/// A phrase of a word list: its words folded and without plural, cut at spaces and behind apostrophes as tokens are.
using Phrase = std::vector<std::string>;
Phrase make_phrase(std::string_view text);

/// True if the phrase's words stand at tokens [at, at + phrase.size()). "de" in it also stands for d', du and des.
bool stands_at(const Phrase& phrase, const FoldedTokens& tokens, std::size_t at);

}  // namespace depeche::recognise
