#pragma once
#include "article/chrome.hpp"
#include "language/word_endings.hpp"
#include "mapping/cues.hpp"
#include "mapping/governors.hpp"
#include "mapping/mappings.hpp"
#include "mapping/ontology.hpp"
#include "mapping/reference_words.hpp"
#include "mapping/support_verbs.hpp"
#include "recognise/name_words.hpp"
#include "recognise/quantity.hpp"
#include "recognise/time.hpp"

namespace depeche::pipeline {

/// What the ontology and the mappings of one language say.
struct LanguageKnowledge {
  mapping::Ontology ontology;
  mapping::Mappings mappings;
  mapping::ReferenceWords reference;
  mapping::Governors governors;
  mapping::SupportVerbs support_verbs;
  mapping::Cues cues;
  article::Chrome chrome;
  recognise::QuantityFinder quantities;
  recognise::TimeFinder times;
  recognise::NameWords name_words;
  language::WordEndings endings;
};

}  // namespace depeche::pipeline
