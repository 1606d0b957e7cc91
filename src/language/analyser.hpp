#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "language/forms.hpp"
#include "language/token.hpp"
#include "language/word_endings.hpp"

namespace depeche::language {

class Model;

/// Cuts a stretch of text (bytes [begin, end) of `text`, one block: a line or paragraph) into sentences with tokens,
/// appended to `out`. Fills offsets, spelling flags and quotation; word classes and dependencies are left open.
/// Sentence ends are found through abbreviations, initials, decimal commas, closing quotes and boundaries glued
/// without a space ("vague.Le"). Linear in the length, no failure: any valid UTF-8 gives tokens.
void scan(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Sentence>& out);

/// Tagger and dependency parser for one language: a lexicon plus a trained model. Thread-safe, immutable; the scratch
/// memory of a sentence is per thread.
class Analyser {
 public:
  /// Opens the model file trained for this lexicon's language. Fails as FormLexicon::open does.
  static Result<Analyser> open(const FormLexicon& lexicon, const std::string& model_path, WordEndings endings);
  /// Of a model that is open already.
  Analyser(const FormLexicon& lexicon, Model model, WordEndings endings);
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  /// Gives every token its word class, lemma and morphology, by lexicon and context. Readings the lexicon does not
  /// have are only given to unknown words.
  void tag(std::string_view text, Sentence& sentence) const;

  /// Gives every token its head and dependency label: one projective tree with a single root. Expects a tagged
  /// sentence.
  void parse(std::string_view text, Sentence& sentence) const;
  /// The same for several sentences, some at a time by turns, which takes less time than one after the other.
  void parse(std::string_view text, std::span<Sentence* const> sentences) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::language
