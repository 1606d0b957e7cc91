// Properties and forms of characters. French text is ASCII and Latin-1 with a few marks of punctuation: those are
// answered here, everything else by ICU.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <stdexcept>

#include "base/utf8.hpp"

namespace depeche::utf8 {
namespace {

UChar32 icu_code(char32_t c) {
  return static_cast<UChar32>(c);
}
bool ascii_upper(char32_t c) {
  return c >= U'A' && c <= U'Z';
}
bool ascii_lower(char32_t c) {
  return c >= U'a' && c <= U'z';
}
bool ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
char ascii_small(char c) {
  return static_cast<char>(ascii_upper(static_cast<unsigned char>(c)) ? c + 32 : c);
}

char32_t lower(char32_t c) {
  if (c < 0x80) return ascii_upper(c) ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xFF) return c <= 0xDE && c != 0xD7 ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(icu_code(c)));
}

const icu::Normalizer2& normalizer(bool composing) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const found =
      composing ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU offers no normalisation data");
  return *found;
}

/// Letters that no decomposition leads to ASCII, as names need them (Lê Đức Thọ, Erdoğan's ı, Łódź, Øystein).
std::string_view plain_form(char32_t lower_case) {
  switch (lower_case) {
    case U'œ':
      return "oe";
    case U'æ':
      return "ae";
    case U'ß':
      return "ss";
    case U'þ':
      return "th";
    case U'đ':
    case U'ð':
      return "d";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ŧ':
      return "t";
    case U'’':
    case U'‘':
    case U'ʼ':
    case U'ʿ':
    case U'ʾ':
      return "'";
    case U'\u2010':
    case U'\u2011':
      return "-";
    case U'\u00A0':
    case U'\u202F':
    case U'\u2009':
      return " ";
    default:
      return {};
  }
}

/// What is left of the Latin-1 letters à–ÿ (lower case) without their marks; 0 = the letter is not decomposed.
constexpr std::string_view latin_base("aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y", 32);

void fold_one(char32_t c, std::string& out) {
  const char32_t small = lower(c);
  if (small < 0x80) {
    out += static_cast<char>(small);
    return;
  }
  if (small >= 0xE0 && small <= 0xFF && latin_base[small - 0xE0] != '\0') {
    out += latin_base[small - 0xE0];
    return;
  }
  if (const std::string_view plain = plain_form(small); !plain.empty()) {
    out += plain;
    return;
  }
  icu::UnicodeString parts;
  if (!normalizer(false).getDecomposition(icu_code(small), parts)) {
    if (u_charType(icu_code(small)) != U_NON_SPACING_MARK) append(out, small);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) != U_NON_SPACING_MARK) append(out, lower(static_cast<char32_t>(part)));
  }
}

/// The letters À–ÿ in UTF-8 begin with this byte.
constexpr char latin_lead = '\xC3';

/// Writes the text in small letters behind the first `kept` bytes of `out`, up to the first character that is neither
/// ASCII nor known to `latin`, which is given the second byte of À–ÿ; returns its place. `out` comes with room for the
/// text and ends behind what was written.
template <class Latin>
std::size_t put_common(std::string_view text, std::string& out, std::size_t kept, Latin latin) {
  char* end = out.data() + kept;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      *end++ = ascii_small(c);
      ++at;
    } else if (c == latin_lead && at + 1 < text.size() && latin(static_cast<unsigned char>(text[at + 1]), end)) {
      at += 2;
    } else {
      break;
    }
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return at;
}

/// The second byte of the small letter.
constexpr unsigned small_latin(unsigned byte) {
  return byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte;
}

bool lower_latin(unsigned byte, char*& out) {
  *out++ = latin_lead;
  *out++ = static_cast<char>(small_latin(byte));
  return true;
}

bool fold_latin(unsigned byte, char*& out) {
  const unsigned small = small_latin(byte);
  const char base = small >= 0xA0 ? latin_base[small - 0xA0] : '\0';
  if (base != '\0') *out++ = base;
  return base != '\0';
}

/// True if the text has only characters below U+0300 and the common punctuation of U+2002–U+203F and U+2080–U+20BF,
/// none of which takes part in composition.
bool surely_nfc(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCC) continue;
    if (byte != 0xE2 || text.size() - i < 3) return false;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    if (second != 0x82 && (second != 0x80 || third < 0x82)) return false;
    i += 2;
  }
  return true;
}

}  // namespace

bool is_upper(char32_t c) {
  return c < 0x80 ? ascii_upper(c) : u_isUUppercase(icu_code(c)) != 0;
}
bool is_lower(char32_t c) {
  return c < 0x80 ? ascii_lower(c) : u_isULowercase(icu_code(c)) != 0;
}
bool is_letter(char32_t c) {
  return c < 0x80 ? ascii_upper(c) || ascii_lower(c) : u_isalpha(icu_code(c)) != 0;
}
bool is_digit(char32_t c) {
  return c < 0x80 ? ascii_digit(c) : u_isdigit(icu_code(c)) != 0;
}
bool is_space(char32_t c) {
  return c < 0x80 ? c == U' ' || (c >= 9 && c <= 13) : u_isUWhiteSpace(icu_code(c)) != 0;
}

std::string upper(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    append(out, static_cast<char32_t>(u_toupper(icu_code(next(text, at)))));
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text.size(), '\0');
  for (std::size_t at = put_common(text, out, 0, lower_latin); at < text.size();) append(out, lower(next(text, at)));
  return out;
}

std::string fold(std::string_view text) {
  std::string out(text.size(), '\0');
  for (std::size_t at = put_common(text, out, 0, fold_latin); at < text.size();) fold_one(next(text, at), out);
  return out;
}

void append_folded(std::string_view text, std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + text.size());
  for (std::size_t at = put_common(text, out, before, fold_latin); at < text.size();) fold_one(next(text, at), out);
}

bool folds_to(std::string_view text, std::string_view folded) {
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at) {
    if (at == folded.size() || folded[at] != ascii_small(text[at])) return false;
  }
  return at == text.size() ? at == folded.size() : fold(text.substr(at)) == folded.substr(at);
}

std::string nfc(std::string_view text) {
  if (surely_nfc(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  normalizer(true).normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
                                 nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU failed to normalise a text");
  return out;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const auto code = static_cast<unsigned char>(c);
    if (ascii_lower(code) || ascii_digit(code)) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace depeche::utf8
