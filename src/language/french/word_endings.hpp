#pragma once
#include <span>
#include <string_view>

#include "language/token.hpp"

namespace depeche::language::french {

/// What an ending of an unknown word tells. The lemma is the word with `lemma_ending` in place of the ending.
struct WordEnding {
  std::string_view ending;
  std::string_view lemma_ending;
  WordClass word_class;
  Morphology morphology;
};

/// Endings of singular nouns and adjectives, of verb forms and adverbs; longer ones first, so that the first class
/// found for a word is the most probable. Plurals in -s are looked up without it.
std::span<const WordEnding> word_endings();

enum class Prefix : unsigned char {
  none,
  keeps,      ///< ex-, vice-: the compound is what its last part is
  qualifies   ///< anti-, pro-: with a noun it becomes an adjective
};
/// The kind of a first part: "ex" of "ex-ministre", given in lower case.
Prefix find_prefix(std::string_view part);

/// Length of a prefix that is welded to a word (surcapacité, antichinois); 0 if there is none.
std::size_t welded_prefix(std::string_view word);

}  // namespace depeche::language::french
