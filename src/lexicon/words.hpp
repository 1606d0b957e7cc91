#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::lexicon {

/// Cuts a name into words exactly as running text is cut, by language::scan: "Côte d'Ivoire" is Côte, d', Ivoire;
/// "États-Unis" is one word. The words view `name`.
std::vector<std::string_view> cut_words(std::string_view name);

/// Folds words as utf8::fold does, without allocation for words of Latin letters up to 64 bytes.
class Folder {
 public:
  Folder();
  /// The folded word. It is built in `buffer`, or in `spill` where it is long or has unusual letters.
  std::string_view fold(std::string_view word, std::array<char, 64>& buffer, std::string& spill) const;

 private:
  std::array<std::array<char, 2>, 0x180 - 0xA0> latin_;  ///< folded U+00A0..U+017F; 0 first = ask utf8::fold
};

/// Words folded and joined by single spaces: the key of phrases.
std::string phrase_key(std::string_view phrase);

bool starts_upper(std::string_view word);

/// How many letters the word has, and which of its first 32 are capitals (bit i = letter i).
struct Capitals {
  std::size_t letters = 0;
  std::uint32_t upper = 0;
  bool operator==(const Capitals&) const = default;
};
Capitals capitals_of(std::string_view word);

}  // namespace depeche::lexicon
