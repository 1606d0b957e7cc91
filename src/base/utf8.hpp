#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace depeche::utf8 {

/// Offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t find_invalid(std::string_view text);

/// Decodes the code point at `at` (text must be valid there) and moves `at` behind it.
char32_t next(std::string_view text, std::size_t& at);

/// The code point that ends just before `at`; 0 at the beginning.
char32_t previous(std::string_view text, std::size_t at);

void append(std::string& out, char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t length(std::string_view text);

bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);  ///< including no-break and narrow spaces

/// Simple lower-casing, code point by code point.
std::string lower(std::string_view text);

/// Simple upper-casing, code point by code point.
std::string upper(std::string_view text);

/// Lower case without diacritics, ’ as ', œ as oe, đ as d, non-breaking hyphens and spaces as plain ones: the key
/// under which names are compared.
std::string fold(std::string_view text);

/// Puts fold(text) behind what `out` holds.
void append_folded(std::string_view text, std::string& out);

/// True if fold(text) == folded.
bool folds_to(std::string_view text, std::string_view folded);

/// Canonical composition. Returns the text unchanged where it already is NFC.
std::string nfc(std::string_view text);

/// Lower-case ASCII letters and digits, everything else one hyphen: "Tô Lâm" gives "to-lam". Empty if
/// nothing is left ("習近平").
std::string slug(std::string_view text);

}  // namespace depeche::utf8
