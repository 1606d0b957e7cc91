#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// A lexicon of a dozen words.
class FakeVocabulary final : public Vocabulary {
 public:
  language::LemmaId find_lemma(std::string_view text) const override {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].lemma == text) return static_cast<language::LemmaId>(i + 1);
    }
    return language::no_lemma;
  }
  bool has_class(language::LemmaId lemma, language::WordClass word_class) const override {
    return lemma != language::no_lemma && words_[lemma - 1].word_class == word_class;
  }
  std::vector<std::string> lemmas_of(std::string_view form) const override {
    for (const Word& word : words_) {
      if (word.form == form) return {word.lemma};
    }
    return {};
  }

 private:
  struct Word {
    std::string lemma;
    language::WordClass word_class;
    std::string form;  ///< one inflected form
  };
  std::vector<Word> words_ = {{"visiter", language::WordClass::verb, "visite"},
                              {"rendre", language::WordClass::verb, "rend"},
                              {"rencontrer", language::WordClass::verb, "rencontre"},
                              {"refuser", language::WordClass::verb, "refuse"},
                              {"engager", language::WordClass::verb, "engage"},
                              {"visite", language::WordClass::noun, "visites"},
                              {"objet", language::WordClass::noun, "objets"},
                              {"accord", language::WordClass::noun, "accords"},
                              {"accusation", language::WordClass::noun, "accusations"},
                              {"ancien", language::WordClass::adjective, "anciens"},
                              {"possible", language::WordClass::adjective, "possibles"},
                              {"sans", language::WordClass::preposition, "sans"},
                              {"si", language::WordClass::subordinator, "s'"}};
};

/// All diagnostics as text, one after the other.
inline std::string text_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += format_diagnostic(d);
  return out;
}

}  // namespace depeche::mapping
