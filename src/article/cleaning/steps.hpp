#pragma once
#include <string>
#include <vector>

#include "article/chrome.hpp"
#include "article/cleaning/line.hpp"
#include "article/input/record.hpp"

namespace depeche::article {

// The steps of cleaning, in their order. Each takes lines out or marks them; `dropped` may be null.

/// Normalised text to lines without blanks at their ends; empty ones are gone.
std::vector<Line> split_lines(std::string_view text);

/// Takes out chrome, menus and lines without words; moves author and dates into the record.
void drop_chrome(std::vector<Line>& lines, const Chrome& chrome, Record& record, std::vector<DroppedLine>* dropped);

/// Cuts credits off captions and marks what is left as caption; takes out bare credits.
void cut_credits(std::vector<Line>& lines, const Chrome& chrome, std::vector<DroppedLine>* dropped);

/// Takes out lines that were there before, and the title where the text repeats it.
void drop_repeated(std::vector<Line>& lines, std::string_view title, std::vector<DroppedLine>* dropped);

/// Joins lines of a text that was wrapped at a fixed width: an unfinished line and one that goes on in lower case.
void join_wrapped(std::vector<Line>& lines);

/// Writes text and blocks: title first, then standfirst, subheads, captions and paragraphs as the lines stand.
void lay_out(std::vector<Line>& lines, Article& article);

}  // namespace depeche::article
