#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "language/forms.hpp"

namespace depeche::mapping {

/// What the loaders ask about words. Behind it stands the form lexicon; tests put a few words of their own there.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;
  /// no_lemma if there is no such lemma.
  virtual language::LemmaId find_lemma(std::string_view text) const = 0;
  virtual bool has_class(language::LemmaId lemma, language::WordClass word_class) const = 0;
  /// The lemmas of which this is a form ("importations": "importation"), in the order of the lexicon.
  virtual std::vector<std::string> lemmas_of(std::string_view form) const = 0;
};

class LexiconVocabulary final : public Vocabulary {
 public:
  /// `forms` must outlive the object.
  explicit LexiconVocabulary(const language::FormLexicon& forms) : forms_(forms) {}
  language::LemmaId find_lemma(std::string_view text) const override { return forms_.find_lemma(text); }
  bool has_class(language::LemmaId lemma, language::WordClass word_class) const override;
  std::vector<std::string> lemmas_of(std::string_view form) const override;

 private:
  const language::FormLexicon& forms_;
};

/// "did you mean 'importer'?": the lemma of which `word` is an inflected form, or one that differs in a single letter;
/// empty if there is none.
std::string suggest_lemma(const Vocabulary& vocabulary, std::string_view word);

}  // namespace depeche::mapping
