#include "mapping/trigger_words.hpp"

#include <fmt/format.h>

namespace depeche::mapping {
namespace {

using language::no_lemma;
using language::WordClass;

std::string_view strip_reflexive(std::string_view word) {
  for (const std::string_view clitic : {"se ", "s'", "s’"}) {
    if (word.size() > clitic.size() && word.starts_with(clitic)) return word.substr(clitic.size());
  }
  return word;
}

bool fits(const Vocabulary& vocabulary, language::LemmaId lemma, TriggerClass word_class) {
  switch (word_class) {
    case TriggerClass::verb:
      return vocabulary.has_class(lemma, WordClass::verb);
    case TriggerClass::noun:
      return vocabulary.has_class(lemma, WordClass::noun) || vocabulary.has_class(lemma, WordClass::proper_noun);
    case TriggerClass::adjective:
      return vocabulary.has_class(lemma, WordClass::adjective);
  }
  return false;
}

std::string_view name_of_class(TriggerClass word_class) {
  return word_class == TriggerClass::verb ? "verb" : word_class == TriggerClass::noun ? "noun" : "adjective";
}

}  // namespace

std::optional<Trigger> find_trigger(const TomlReader& file, const Vocabulary& vocabulary, const Located& word,
                                    TriggerClass word_class, bool unknown_words) {
  Trigger trigger;
  const std::string_view bare = word_class == TriggerClass::verb ? strip_reflexive(word.text) : word.text;
  trigger.pronominal = bare.size() < word.text.size();
  trigger.word = bare;
  trigger.word_class = word_class;
  trigger.lemma = vocabulary.find_lemma(bare);
  if (trigger.lemma != no_lemma && fits(vocabulary, trigger.lemma, word_class)) return trigger;
  if (unknown_words) return trigger;
  if (trigger.lemma == no_lemma) {
    const bool several = bare.find(' ') != std::string_view::npos;
    file.error(word.where, "unknown-lemma", fmt::format("the lexicon has no lemma '{}'", bare),
               several ? "a trigger is one word; ask for the others with 'where', or see support.toml"
                       : suggest_lemma(vocabulary, bare));
    return std::nullopt;
  }
  std::string hint;
  for (const TriggerClass other : {TriggerClass::verb, TriggerClass::noun, TriggerClass::adjective}) {
    if (!fits(vocabulary, trigger.lemma, other)) continue;
    hint = fmt::format("it is a {0}: {0} = \"{1}\"", name_of_class(other), bare);
  }
  file.error(word.where, "wrong-class", fmt::format("the lexicon has no {} '{}'", name_of_class(word_class), bare),
             hint);
  return std::nullopt;
}

}  // namespace depeche::mapping
