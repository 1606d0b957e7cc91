#pragma once
#include "language/forms.hpp"
#include "lexicon/names.hpp"
#include "mapping/cues.hpp"
#include "mapping/governors.hpp"
#include "mapping/mappings.hpp"
#include "mapping/ontology.hpp"
#include "mapping/reference_words.hpp"
#include "mapping/support_verbs.hpp"
#include "recognise/quantity.hpp"
#include "recognise/time.hpp"

namespace depeche::extract {

/// Ids of the functions that the analysis itself speaks of; 0xFFFF where no mapping names one.
struct CoreFunctions {
  explicit CoreFunctions(const mapping::Functions& functions);
  mapping::FunctionId subject, object, genitive, adjective, possessive, modified, content, place, apposition, self,
      attribute, clause, theme, implied, support, speech, home, a, de, par, entre, avec;
};

/// Everything that extraction looks things up in, loaded once and shared by all threads.
struct Knowledge {
  const language::FormLexicon& forms;
  const lexicon::NameLexicon& names;
  const mapping::Ontology& ontology;
  const mapping::Mappings& mappings;
  const mapping::ReferenceWords& reference;
  const mapping::Governors& governors;
  const mapping::SupportVerbs& support_verbs;
  const mapping::Cues& cues;
  const recognise::QuantityFinder& quantities;
  const recognise::TimeFinder& times;
  CoreFunctions core{mappings.functions()};
};

}  // namespace depeche::extract
