#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "lexicon/names.hpp"
#include "recognise/words.hpp"

namespace depeche::recognise {

/// Capitalised, or an Arabic name with its article in lower case ("al-Sissi").
bool is_name_word(const Words& words, std::size_t i);

/// "al-Sissi", "el-Béchir": a short lower-case syllable, a hyphen, a capital.
bool has_arabic_article(std::string_view word, const NameWords& vocabulary);

bool is_given_name(const Words& words, std::size_t i, const lexicon::NameLexicon& names, language::Gender& gender);

/// Behind the last word of the run of name words that begins with word `begin`: capitals and the particles between
/// them. At most eight words.
std::size_t find_run_end(const Words& words, std::size_t begin, const lexicon::NameLexicon& names);

/// True if the words [begin, end) look like a Chinese, Korean, Vietnamese or Burmese name, family name first.
bool has_syllable_shape(const Words& words, std::size_t begin, std::size_t end);

/// Cuts a compound nationality ("franco-malien", "russo-ukrainiennes") into what names its countries. Empty if it is
/// none.
std::vector<lexicon::NameMatch> compound_demonym(std::string_view word, const lexicon::NameLexicon& names,
                                                 const NameWords& vocabulary);

/// The countries joined in one word: "France-Arménie", "Ukraine-Russie". Empty if a part is no country.
std::vector<lexicon::NameMatch> joined_countries(std::string_view word, const lexicon::NameLexicon& names);

}  // namespace depeche::recognise
