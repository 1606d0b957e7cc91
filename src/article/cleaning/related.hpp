#pragma once
#include <vector>

#include "article/chrome.hpp"
#include "article/cleaning/line.hpp"

namespace depeche::article {

/// Takes the teasers of other articles out: single lines ("Lire aussi : …"), boxes inside the text, lists below it.
/// Inside the text it goes on at the first line that reads as running text; behind a list below the article only if two
/// paragraphs follow each other there; behind an end mark never.
void drop_related(std::vector<Line>& lines, const Chrome& chrome, std::vector<DroppedLine>* dropped);

}  // namespace depeche::article
