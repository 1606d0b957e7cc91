#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "language/forms.hpp"
#include "language/word_endings.hpp"

namespace depeche::language {

/// One way to read a word that the lexicon does not have.
struct Guess {
  Reading reading;    ///< its lemma is no_lemma unless the lexicon has the guessed one
  std::string lemma;  ///< text of the likely lemma: "twittera" gives "twitter"
};

/// Where a word stands, as far as its capital tells something.
enum class WordPlace : std::uint8_t { inside, sentence_start };

/// Readings of an unknown word by its shape, its parts (ex-ministre, anti-immigration, franco-tchadien) and its ending
/// (-tion, -ment, -ienne, -erait), most probable first; never empty for a word with a letter. A capitalised word inside
/// a sentence is a proper noun and nothing else. Slower than a lookup: meant for the one word in a hundred that needs
/// it.
std::vector<Guess> guess_word(const FormLexicon& lexicon, const WordEndings& endings, std::string_view form,
                              WordPlace place = WordPlace::inside);

}  // namespace depeche::language
