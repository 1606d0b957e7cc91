#pragma once
#include <string_view>

#include "article/chrome.hpp"
#include "article/cleaning/folded_line.hpp"
#include "article/input/record.hpp"

namespace depeche::article {

/// Takes author and dates from a line that says nothing else ("Par Ana Rosca", "Publié le 12/03/2024 à 10:30 - Mis à
/// jour le …", "jeudi 12 mars 2024"). What the record knows already is kept. False, and nothing taken, if the line says
/// more. `at_head`: the line stands near the top, so that a bare date is the article's.
bool read_byline(std::string_view line, const FoldedLine& folded, const Chrome& chrome, bool at_head, Record& record);

/// True for names of persons and houses: capitalised words and particles, no figures, no quotes.
bool is_name(std::string_view text, const Chrome& chrome);

}  // namespace depeche::article
