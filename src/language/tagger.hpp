#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/word_cache.hpp"
#include "language/feature_table.hpp"
#include "language/forms.hpp"
#include "language/model.hpp"
#include "language/tagset.hpp"
#include "language/token.hpp"
#include "language/word_endings.hpp"

namespace depeche::language {

/// What the tagger knows of a token before it decides.
struct TagNode {
  std::uint64_t form = 0;  ///< word_key of the form
  TagSet candidates = 0;
  Tag tag = Tag::none;  ///< none until decided
  bool known = false;   ///< in the lexicon
  bool capital = false;
  std::string_view text;
  std::span<const Reading> readings;
};

/// Sets the candidates of every token of a sentence: the lexicon's readings, and for new words the open classes or the
/// proper noun, by spelling.
void prepare_tags(const FormLexicon& lexicon, std::string_view text, const Sentence& sentence,
                  std::vector<TagNode>& nodes);

/// What a form is by itself: what its spelling and the lexicon say.
struct FormFacts {
  std::uint64_t key = 0;  ///< word_key
  TagSet signs = 0;       ///< of figures and signs; empty for words
  TagSet tags = 0;        ///< of the readings
  std::span<const Reading> readings;
};
using FormMemo = WordCache<FormFacts>;

/// The same with a memo of forms of this lexicon.
void prepare_tags(const FormLexicon& lexicon, FormMemo& memo, std::string_view text, const Sentence& sentence,
                  std::vector<TagNode>& nodes);

inline constexpr std::size_t max_tag_features = 40;

/// Writes the keys of the features of nodes[at], whose predecessors are decided; returns their number.
std::size_t tag_features(std::span<const TagNode> nodes, std::size_t at, std::uint32_t* keys);

/// The best candidate. `scores` are those of the features.
Tag best_tag(TagSet candidates, const TaggerTable::Scores& scores);

/// Decides every token of prepared nodes.
void decide_tags(const TaggerTable& table, std::vector<TagNode>& nodes);

/// Writes class, lemma and morphology into the tokens: the reading that fits the decided tags and agrees with its
/// neighbours best.
void choose_readings(const FormLexicon& lexicon, const WordEndings& endings, std::span<const TagNode> nodes,
                     Sentence& sentence);

}  // namespace depeche::language
