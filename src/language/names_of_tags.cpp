#include "language/names_of_tags.hpp"

#include <array>

namespace depeche::language {

std::string_view name_of(WordClass word_class) {
  static constexpr std::array<std::string_view, 16> names{
      "unknown",     "noun",        "proper-noun",  "adjective", "verb",    "auxiliary",    "determiner",  "pronoun",
      "preposition", "coordinator", "subordinator", "adverb",    "numeral", "interjection", "punctuation", "symbol"};
  return names[static_cast<std::size_t>(word_class)];
}

std::string_view name_of(Dependency dependency) {
  static constexpr std::array<std::string_view, 37> names{
      "-",         "root",      "nsubj",  "nsubj:pass", "obj",          "iobj",      "obl:agent",
      "obl:arg",   "obl:mod",   "nmod",   "amod",       "appos",        "acl",       "acl:relcl",
      "advcl",     "ccomp",     "xcomp",  "conj",       "cc",           "case",      "mark",
      "det",       "nummod",    "advmod", "aux:tense",  "aux:pass",     "cop",       "expl:subj",
      "expl:comp", "expl:pass", "fixed",  "flat:name",  "flat:foreign", "parataxis", "vocative",
      "punct",     "dep"};
  return names[static_cast<std::size_t>(dependency)];
}

}  // namespace depeche::language
