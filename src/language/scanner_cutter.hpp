#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche::language::scanner {

/// What may follow a token: whether the sentence can end behind it.
enum class After : std::uint8_t {
  nothing,  ///< the sentence goes on
  stop,     ///< full stop
  ender,    ///< ! ? …
  final,    ///< an abbreviation that can close a sentence: etc.
  initials  ///< U.S., J.-C.
};

struct Cut {
  std::size_t end = 0;            ///< behind the token
  std::size_t enclitics_end = 0;  ///< behind "-t-il" directly after it; equal to `end` if there are none
  After after = After::nothing;
};

/// Cuts the word that begins with the letter at `begin`. `follows_word` says that the token before it is a word:
/// a capitalised word behind another one is a name, so that Kim Jong-il keeps its last syllable.
Cut cut_word(std::string_view text, std::size_t begin, bool follows_word);

/// Cuts a word of which [begin, at) is known to belong to it: the letters behind the digits of 16h30 or 1er.
Cut continue_word(std::string_view text, std::size_t begin, std::size_t at, bool follows_word);

/// Cuts the figure that begins with the digit at `begin`, with its grouped thousands, decimals and glued letters.
Cut cut_number(std::string_view text, std::size_t begin);

/// End of the enclitic (hyphen included) that begins with the hyphen at `hyphen`; `hyphen` itself if there is none.
std::size_t end_of_enclitic(std::string_view text, std::size_t hyphen);

/// Skips spaces.
std::size_t skip_spaces(std::string_view text, std::size_t at);

}  // namespace depeche::language::scanner
