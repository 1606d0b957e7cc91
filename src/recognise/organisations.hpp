#pragma once
#include <cstddef>
#include <string_view>

#include "lexicon/names.hpp"
#include "recognise/words.hpp"

namespace depeche::recognise {

/// Behind the name of the organisation whose head stands at `head`: adjectives and complements ("Conseil des ministres
/// de la République", "Haut conseil judiciaire"). `head + 1` if nothing belongs to it.
std::size_t find_organisation_end(const Words& words, std::size_t head, const lexicon::NameLexicon& names);

/// Behind a common noun whose capital makes it a name, its adjectives: "l'association [Prévention routière]". `end` if
/// the name [begin, end) is none such.
std::size_t find_name_adjectives_end(const Words& words, std::size_t begin, std::size_t end);

/// Where the English name goes on to that has capitals up to `end`: "Centre [for Open Rivers]".
std::size_t find_english_end(const Words& words, std::size_t end, const lexicon::NameLexicon& names);

/// Capitals that look like an acronym ("FASOPO", "CRCE-K"), or a word with a capital inside ("AsiaInspection").
bool has_acronym_shape(const Words& words, std::size_t i);
bool has_inner_capital(std::string_view word);

/// First word of the long form that ends before the bracket at `bracket` and whose initials make the acronym; `bracket`
/// if there is none. "Fonds d'analyse des sociétés politiques (FASOPO)".
std::size_t find_long_form(const Words& words, std::size_t bracket, std::string_view acronym);

/// True if the acronym is made of initials of the words [begin, end).
bool are_initials(const Words& words, std::size_t begin, std::size_t end, std::string_view acronym);

}  // namespace depeche::recognise
