#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/word_table.hpp"
#include "language/token.hpp"

namespace depeche::language {

/// What an ending of an unknown word tells. The lemma is the word with `lemma_ending` in place of the ending.
struct WordEnding {
  std::string ending, lemma_ending;
  WordClass word_class = WordClass::unknown;
  Morphology morphology;
};

/// What unknown words tell by how they end and begin, in lower case: mappings/<language>/endings.toml, which documents
/// it. Immutable once read.
struct WordEndings {
  enum class Prefix : unsigned char {
    none,
    keeps,     ///< ex-, vice-: the compound is what its last part is
    qualifies  ///< anti-, pro-: with a noun it becomes an adjective
  };

  /// Of singular nouns and adjectives, of verb forms and adverbs, in the order of the file: longer ones first.
  std::vector<WordEnding> endings;
  WordTable<Prefix> prefixes;  ///< first parts of hyphenated words: "ex" of "ex-ministre"
  std::vector<std::string> welded;

  /// Length of a prefix that is welded to a word (surcapacité, antichinois); 0 if there is none.
  std::size_t welded_prefix(std::string_view word) const;

  /// Faults go to `diagnostics`.
  static WordEndings parse(std::string toml, const std::string& name, Diagnostics& diagnostics);
  /// Fails if the file cannot be read.
  static Result<WordEndings> load(const std::string& path, Diagnostics& diagnostics);
};

}  // namespace depeche::language
