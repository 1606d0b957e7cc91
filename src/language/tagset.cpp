#include "language/tagset.hpp"

namespace depeche::language {
namespace {

Tag verb_tag(VerbForm form, bool auxiliary) {
  switch (form) {
    case VerbForm::infinitive:
      return auxiliary ? Tag::aux_infinitive : Tag::verb_infinitive;
    case VerbForm::past_participle:
      return auxiliary ? Tag::aux_past_participle : Tag::past_participle;
    case VerbForm::present_participle:
      return auxiliary ? Tag::aux_present_participle : Tag::present_participle;
    default:
      return auxiliary ? Tag::aux_finite : Tag::verb_finite;
  }
}

}  // namespace

Tag tag_of(WordClass word_class, const Morphology& morphology) {
  switch (word_class) {
    case WordClass::unknown:
      return Tag::none;
    case WordClass::noun:
      return Tag::noun;
    case WordClass::proper_noun:
      return Tag::proper_noun;
    case WordClass::adjective:
      return Tag::adjective;
    case WordClass::verb:
      return verb_tag(morphology.verb_form, false);
    case WordClass::auxiliary:
      return verb_tag(morphology.verb_form, true);
    case WordClass::determiner:
      return Tag::determiner;
    case WordClass::pronoun:
      return morphology.pronoun == PronounType::relative ? Tag::relative : Tag::pronoun;
    case WordClass::preposition:
      return Tag::preposition;
    case WordClass::coordinator:
      return Tag::coordinator;
    case WordClass::subordinator:
      return Tag::subordinator;
    case WordClass::adverb:
      return Tag::adverb;
    case WordClass::numeral:
      return Tag::numeral;
    case WordClass::interjection:
      return Tag::interjection;
    case WordClass::punctuation:
      return Tag::punctuation;
    case WordClass::symbol:
      return Tag::symbol;
  }
  return Tag::none;
}

WordClass word_class_of(Tag tag) {
  static constexpr WordClass classes[tag_count] = {
      WordClass::unknown,      WordClass::noun,         WordClass::proper_noun, WordClass::adjective,
      WordClass::verb,         WordClass::verb,         WordClass::verb,        WordClass::verb,
      WordClass::auxiliary,    WordClass::auxiliary,    WordClass::auxiliary,   WordClass::auxiliary,
      WordClass::determiner,   WordClass::pronoun,      WordClass::pronoun,     WordClass::preposition,
      WordClass::coordinator,  WordClass::subordinator, WordClass::adverb,      WordClass::numeral,
      WordClass::interjection, WordClass::punctuation,  WordClass::symbol};
  return classes[static_cast<unsigned>(tag)];
}

VerbForm verb_form_of(Tag tag) {
  switch (tag) {
    case Tag::verb_finite:
    case Tag::aux_finite:
      return VerbForm::finite;
    case Tag::verb_infinitive:
    case Tag::aux_infinitive:
      return VerbForm::infinitive;
    case Tag::past_participle:
    case Tag::aux_past_participle:
      return VerbForm::past_participle;
    case Tag::present_participle:
    case Tag::aux_present_participle:
      return VerbForm::present_participle;
    default:
      return VerbForm::none;
  }
}

Tag auxiliary_of(Tag tag) {
  switch (tag) {
    case Tag::verb_finite:
      return Tag::aux_finite;
    case Tag::verb_infinitive:
      return Tag::aux_infinitive;
    case Tag::past_participle:
      return Tag::aux_past_participle;
    case Tag::present_participle:
      return Tag::aux_present_participle;
    default:
      return tag;
  }
}

TagSet tags_of(std::span<const Reading> readings) {
  TagSet set = 0;
  for (const Reading& reading : readings) set |= tag_bit(tag_of(reading.word_class, reading.morphology));
  return set & ~tag_bit(Tag::none);
}

}  // namespace depeche::language
