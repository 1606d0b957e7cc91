#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace depeche::language::scanner {

/// What a character is to the scanner.
enum class Kind : std::uint8_t {
  other,  ///< symbols and punctuation that stand alone
  lower,  ///< lower-case and caseless letters, combining marks, soft hyphens
  upper,
  digit,
  space,       ///< including no-break, narrow and zero-width spaces
  apostrophe,  ///< ' and ’
  hyphen,      ///< -, ‐ and no-break ‑
  dash,        ///< – — ―
  stop,        ///< .
  ender,       ///< ! ? …
  opening,     ///< « “ „
  closing,     ///< » ”
  straight,    ///< "
  bracket,     ///< ( [
  unbracket    ///< ) ]
};

struct Character {
  Kind kind = Kind::space;
  std::uint8_t length = 0;  ///< bytes; 0 behind the end of the text
};

extern const std::array<Kind, 128> ascii_kinds;

Character classify_wide(std::string_view text, std::size_t at);

/// The character at a byte offset of valid UTF-8; length 0 at or behind the end.
inline Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {ascii_kinds[first], 1};
  if (first == 0xC3 && at + 1 < text.size()) {  // À to ÿ: nearly every accented letter of French
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second == 0x97 || second == 0xB7) return {Kind::other, 2};  // × ÷
    return {second < 0x9F ? Kind::upper : Kind::lower, 2};
  }
  return classify_wide(text, at);
}

inline bool is_letter(Kind kind) {
  return kind == Kind::lower || kind == Kind::upper;
}
inline bool is_word(Kind kind) {
  return is_letter(kind) || kind == Kind::digit;
}

}  // namespace depeche::language::scanner
