#include "language/scanner_characters.hpp"

#include "base/utf8.hpp"

namespace depeche::language::scanner {
namespace {

constexpr std::array<Kind, 128> make_ascii_kinds() {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c <= ' '; ++c) kinds[c] = Kind::space;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = Kind::digit;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::upper;
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::lower;
  kinds[127] = Kind::space;
  kinds['_'] = Kind::lower;
  kinds['\''] = Kind::apostrophe;
  kinds['-'] = Kind::hyphen;
  kinds['.'] = Kind::stop;
  kinds['!'] = kinds['?'] = Kind::ender;
  kinds['"'] = Kind::straight;
  kinds['('] = kinds['['] = Kind::bracket;
  kinds[')'] = kinds[']'] = Kind::unbracket;
  return kinds;
}

Kind kind_of(char32_t c) {
  switch (c) {
    case U'«':
    case U'“':
    case U'„':
    case U'‟':
      return Kind::opening;
    case U'»':
    case U'”':
      return Kind::closing;
    case U'’':
    case U'ʼ':
      return Kind::apostrophe;
    case U'…':
      return Kind::ender;
    case 0x2010:
    case 0x2011:
      return Kind::hyphen;
    case U'–':
    case U'—':
    case U'―':
      return Kind::dash;
    case 0x00AD:
      return Kind::lower;  // a soft hyphen stays in its word
    case 0x200B:
    case 0xFEFF:
      return Kind::space;
    default:
      break;
  }
  if (utf8::is_space(c) || (c >= 0x80 && c < 0xA0) || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)) {
    return Kind::space;
  }
  if (c >= 0x0300 && c < 0x0370) return Kind::lower;
  if (utf8::is_upper(c)) return Kind::upper;
  return utf8::is_letter(c) ? Kind::lower : Kind::other;
}

}  // namespace

const std::array<Kind, 128> ascii_kinds = make_ascii_kinds();

Character classify_wide(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const char32_t c = utf8::next(text, end);
  return {kind_of(c), static_cast<std::uint8_t>(end - at)};
}

}  // namespace depeche::language::scanner
