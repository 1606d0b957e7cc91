#pragma once
#include <absl/container/flat_hash_map.h>
#include <absl/strings/string_view.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/forms.hpp"
#include "language/token.hpp"
#include "lexicon/names.hpp"
#include "recognise/name_words.hpp"

namespace depeche::recognise {

/// What the lexicons say of words, looked up when first asked and kept from article to article. Scratch memory of one
/// thread; its size is bounded.
class WordMemo {
 public:
  struct Facts {
    std::uint32_t uses = 0;     ///< NameWords::Use
    std::uint32_t classes = 0;  ///< bit per word class of the lower-case readings
    const lexicon::OfficeNoun* office = nullptr;
    bool has_uses = false, has_classes = false, has_office = false;
  };

  /// The memo of this thread, emptied if it served another owner or has grown large. Owners have distinct numbers, 1
  /// up.
  static WordMemo& of_thread(std::uint64_t owner);

  std::uint32_t find(std::string_view word);
  Facts& operator[](std::uint32_t i) { return facts_[i]; }

 private:
  std::uint64_t owner_ = 0;
  std::vector<Facts> facts_;
  absl::flat_hash_map<std::string, std::uint32_t> index_;
};

/// The words of one sentence as recognition asks for them. Filled anew for each sentence.
class Words {
 public:
  Words(const language::FormLexicon& forms, const lexicon::NameLexicon& names, const NameWords& vocabulary,
        WordMemo& memo)
      : forms_(forms), names_(names), vocabulary_(vocabulary), memo_(memo) {}
  void read(std::string_view text, const language::Sentence& sentence);

  const NameWords& vocabulary() const { return vocabulary_; }
  std::size_t size() const { return texts_.size(); }
  const std::vector<std::string_view>& texts() const { return texts_; }
  std::string_view operator[](std::size_t i) const { return texts_[i]; }
  const language::Token& token(std::size_t i) const { return sentence_->tokens[i]; }
  bool headline() const { return sentence_->headline; }

  /// Begins with a letter: neither punctuation nor a figure.
  bool is_word(std::size_t i) const;
  bool capitalised(std::size_t i) const { return i < size() && token(i).capitalised; }
  /// In capitals while the sentence as a whole is not.
  bool shouts(std::size_t i) const { return token(i).all_capitals && !all_capitals_; }
  bool all_capitals() const { return all_capitals_; }  ///< nearly every word is in capitals
  bool title_case() const { return title_case_; }      ///< a headline in which nearly every word has a capital
  /// Nothing before it in the sentence, or only what makes a word begin with a capital: a quotation mark, a dash.
  bool is_initial(std::size_t i) const;
  /// What the word can be in a name; see NameWords::Use.
  std::uint32_t uses(std::size_t i) const;
  bool has_use(std::size_t i, std::uint32_t use) const { return i < size() && (uses(i) & use) != 0; }

  /// The office or title that the word names by itself; nullptr for other words.
  const lexicon::OfficeNoun* office(std::size_t i) const;

  /// The lexicon has it in lower case as a word that is not a name.
  bool is_common(std::size_t i) const;
  /// The lexicon has it in lower case as an article, pronoun, preposition, conjunction, adverb or the like.
  bool is_function_word(std::size_t i) const;
  bool may_be(std::size_t i, language::WordClass word_class) const;
  /// Some reading of the word is a finite verb.
  bool may_be_finite(std::size_t i) const;
  bool may_be_participle(std::size_t i) const;  ///< a past one
  /// Some reading of the word is a finite verb and none an adjective or noun; the tagger's word counts before that.
  bool is_verb(std::size_t i) const;

 private:
  using Facts = WordMemo::Facts;
  Facts& facts(std::size_t i) const;
  std::uint32_t classes(std::size_t i) const;
  std::uint32_t find_classes(std::size_t i) const;

  const language::FormLexicon& forms_;
  const lexicon::NameLexicon& names_;
  const NameWords& vocabulary_;
  const language::Sentence* sentence_ = nullptr;
  std::vector<std::string_view> texts_;
  WordMemo& memo_;
  mutable std::vector<std::uint32_t> fact_of_;  ///< by word of the sentence: its number in the memo
  bool all_capitals_ = false, title_case_ = false;
};

/// The text from the first to the last of some tokens, as spelt.
std::string_view span_text(std::string_view text, const language::Sentence& sentence, std::size_t begin,
                           std::size_t end);

}  // namespace depeche::recognise
