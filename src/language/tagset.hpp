#pragma once
#include <cstdint>
#include <span>

#include "language/forms.hpp"
#include "language/token.hpp"

namespace depeche::language {

/// The classes between which the tagger decides: word classes, with verb forms and relative pronouns told apart because
/// the parser depends on them. The numbers are part of the model file: append only.
enum class Tag : std::uint8_t {
  none,
  noun,
  proper_noun,
  adjective,
  verb_finite,
  verb_infinitive,
  past_participle,
  present_participle,
  aux_finite,
  aux_infinitive,
  aux_past_participle,
  aux_present_participle,
  determiner,
  pronoun,
  relative,
  preposition,
  coordinator,
  subordinator,
  adverb,
  numeral,
  interjection,
  punctuation,
  symbol
};
inline constexpr std::size_t tag_count = 23;

/// A set of tags, one bit each.
using TagSet = std::uint32_t;
constexpr TagSet tag_bit(Tag tag) {
  return TagSet{1} << static_cast<unsigned>(tag);
}
constexpr bool contains(TagSet set, Tag tag) {
  return (set & tag_bit(tag)) != 0;
}

/// The classes to which new words belong.
inline constexpr TagSet open_tags = tag_bit(Tag::noun) | tag_bit(Tag::adjective) | tag_bit(Tag::verb_finite) |
                                    tag_bit(Tag::verb_infinitive) | tag_bit(Tag::past_participle) |
                                    tag_bit(Tag::present_participle) | tag_bit(Tag::adverb);

Tag tag_of(WordClass word_class, const Morphology& morphology);
WordClass word_class_of(Tag tag);
VerbForm verb_form_of(Tag tag);

/// The auxiliary tag of the same verb form; other tags unchanged.
Tag auxiliary_of(Tag tag);

/// The tags of all readings, before context and capitals are considered.
TagSet tags_of(std::span<const Reading> readings);

}  // namespace depeche::language
