#include "language/french/scanner_words.hpp"
#include "language/scanner_characters.hpp"
#include "language/scanner_cutter.hpp"

namespace depeche::language::scanner {
namespace {

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

/// A separator of thousands or decimals at `at` followed by digits: the end of these digits, else `at`.
std::size_t end_of_group(std::string_view text, std::size_t at, std::size_t separator_length) {
  const std::size_t digits = at + separator_length;
  const std::size_t end = end_of_digits(text, digits);
  return end > digits ? end : at;
}

}  // namespace

Cut cut_number(std::string_view text, std::size_t begin) {
  std::size_t at = end_of_digits(text, begin);
  // Thousands: at most three digits, then groups of three behind one kind of separator.
  bool grouped = at - begin <= 3;
  while (grouped) {
    const Character c = character_at(text, at);
    const bool separates = c.kind == Kind::space || c.kind == Kind::apostrophe || c.kind == Kind::stop;
    const std::size_t end = separates ? end_of_group(text, at, c.length) : at;
    grouped = end == at + c.length + 3 && !is_letter(character_at(text, end).kind);
    if (grouped) at = end;
  }
  // Decimals, times, dates, fractions, ranges: digits joined by one sign without space.
  for (bool more = true; more && at < text.size();) {
    const char sign = text[at];
    const bool joins = sign == ',' || sign == '.' || sign == ':' || sign == '/' || sign == '-';
    const std::size_t end = joins ? end_of_group(text, at, 1) : at;
    more = end > at;
    at = end;
  }
  std::size_t letters_end = at;
  for (Character c = character_at(text, at); is_letter(c.kind); c = character_at(text, letters_end)) {
    letters_end += c.length;
  }
  if (letters_end == at && character_at(text, at).kind != Kind::hyphen && character_at(text, at).kind != Kind::stop) {
    return {at, at, After::nothing};
  }
  if (letters_end > at && french::is_glued_unit(text.substr(at, letters_end - at))) return {at, at, After::nothing};
  return continue_word(text, begin, at, true);
}

}  // namespace depeche::language::scanner
