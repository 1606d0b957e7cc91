#pragma once
#include <map>
#include <string>
#include <vector>

#include "mapping/toml_reader.hpp"
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// Named lists of words: "@armes" in a rule stands for all words of the list `armes`.
using WordLists = std::map<std::string, std::vector<Located>, std::less<>>;

/// Adds the table [words] of a file to `lists`. A name that is taken, and words that the lexicon does not know, are
/// reported.
void read_word_lists(const TomlReader& file, const Vocabulary& vocabulary, WordLists& lists);

/// Replaces every "@name" by the words of the list, which then stand where the name stood.
std::vector<Located> expand_words(const TomlReader& file, const WordLists& lists, std::vector<Located> words);

/// Warns of a word that is no lemma and so matches in this one form only; names, acronyms and words with digits pass,
/// because no lexicon knows them.
void check_word(const TomlReader& file, const Vocabulary& vocabulary, const Located& word);

}  // namespace depeche::mapping
