#pragma once
#include <optional>

#include "mapping/rule.hpp"
#include "mapping/toml_reader.hpp"
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// The predicate that a file names: "visiter", "se rendre" (only the pronominal use). nullopt, and a report, if the
/// lexicon does not know the lemma in this class; with `unknown_words` such a word is taken as it is spelt.
std::optional<Trigger> find_trigger(const TomlReader& file, const Vocabulary& vocabulary, const Located& word,
                                    TriggerClass word_class, bool unknown_words);

}  // namespace depeche::mapping
