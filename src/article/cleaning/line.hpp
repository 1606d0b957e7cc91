#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.hpp"

namespace depeche::article {

/// One line of a page on its way through cleaning.
struct Line {
  std::string text;
  std::string key;  ///< folded, without punctuation at the ends; empty for long lines
  bool caption = false;
  bool blank_after = false;
  bool repeated = false;  ///< stood again a few lines below, as titles do
};

/// A line that was taken out, and why; for `explain` and for measuring.
struct DroppedLine {
  std::string text;
  std::string reason;  ///< stable word: "chrome", "menu", "credit", "byline", "related", "repeated", "no-words"
};

/// Without spaces of any kind at both ends.
std::string_view trim_spaces(std::string_view line);

/// True for a line that reads as running text: it ends as a sentence does and is not a mere phrase.
bool is_running_text(std::string_view line);

/// True if the line begins with a list mark: "- ", "• ", "* ", "→". A subhead between dashes ("- Soutien -") does not.
bool has_bullet(std::string_view line);

/// True if the line ends with . ! ? … or such a mark inside closing quotes or brackets.
bool ends_sentence(std::string_view line);

/// A subhead between dashes, as agencies write it ("- Soutien russe -").
bool is_dashed_subhead(std::string_view line);

}  // namespace depeche::article
