#pragma once
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "language/analyser.hpp"

namespace depeche::language {

inline const FormLexicon& french_lexicon() {
  static const FormLexicon lexicon = FormLexicon::open(DEPECHE_BUILD_DIR "/share/depeche/fr.forms").value();
  return lexicon;
}

inline const WordEndings& french_endings() {
  static const WordEndings endings = [] {
    Diagnostics diagnostics;
    auto read = WordEndings::load(DEPECHE_SOURCE_DIR "/mappings/fr/endings.toml", diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << format_diagnostic(d);
    return std::move(read).value();
  }();
  return endings;
}

inline const Analyser& french_analyser() {
  static const Analyser analyser =
      Analyser::open(french_lexicon(), DEPECHE_SOURCE_DIR "/mappings/fr/analyser.model", french_endings()).value();
  return analyser;
}

/// One sentence, tagged and parsed, whose tokens are looked up by their text (the first with that text).
class Analysed {
 public:
  explicit Analysed(std::string_view text) : text_(text) {
    std::vector<Sentence> sentences;
    scan(text_, 0, static_cast<std::uint32_t>(text_.size()), sentences);
    if (sentences.size() != 1) throw std::runtime_error("not one sentence: " + text_);
    sentence_ = std::move(sentences[0]);
    french_analyser().tag(text_, sentence_);
    french_analyser().parse(text_, sentence_);
  }

  const Sentence& sentence() const { return sentence_; }

  const Token& token(std::string_view word) const {
    for (const Token& token : sentence_.tokens) {
      if (text_of(text_, token) == word) return token;
    }
    throw std::runtime_error("no token " + std::string(word) + " in: " + text_);
  }

  WordClass word_class(std::string_view word) const { return token(word).word_class; }
  VerbForm verb_form(std::string_view word) const { return token(word).morphology.verb_form; }
  std::string_view lemma(std::string_view word) const { return french_lexicon().lemma(token(word).lemma); }
  Dependency label(std::string_view word) const { return token(word).dependency; }

  /// Text of the head; empty for the root.
  std::string_view head(std::string_view word) const {
    const std::uint16_t head = token(word).head;
    return head == no_head ? std::string_view() : text_of(text_, sentence_.tokens[head]);
  }

  /// Is `word` attached to `head` with this label?
  testing::AssertionResult has(std::string_view word, Dependency label, std::string_view head_word) const {
    if (label == this->label(word) && head(word) == head_word) return testing::AssertionSuccess();
    return testing::AssertionFailure() << word << " is label " << static_cast<int>(this->label(word)) << " of '"
                                       << head(word) << "' in: " << text_;
  }

 private:
  std::string text_;
  Sentence sentence_;
};

}  // namespace depeche::language
