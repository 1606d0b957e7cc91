#pragma once
#include "base/archive.hpp"
#include "language/word_endings.hpp"

/// What the types of the language consist of, for the compiled knowledge; see mapping/archive.hpp.
namespace depeche::language {

template <class Archive>
void serialize(Archive& archive, Morphology& morphology) {
  auto& [gender, number, person, verb_form, mood, tense, pronoun] = morphology;
  archive(gender, number, person, verb_form, mood, tense, pronoun);
}

template <class Archive>
void serialize(Archive& archive, WordEnding& ending) {
  auto& [text, lemma_ending, word_class, morphology] = ending;
  archive(text, lemma_ending, word_class, morphology);
}

template <class Archive>
void serialize(Archive& archive, WordEndings& endings) {
  auto& [list, prefixes, welded] = endings;
  archive(list, prefixes, welded);
}

}  // namespace depeche::language
