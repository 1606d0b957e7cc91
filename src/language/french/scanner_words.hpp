#pragma once
#include <cstdint>
#include <string_view>

/// What French lets the scanner know about single words. All functions take the word as spelt in the text.
namespace depeche::language::french {

/// True for what loses a vowel before an apostrophe: l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu entr.
bool is_elided(std::string_view word);

/// Length in bytes of a word with an inner apostrophe at the head of `text` that stays one token (aujourd'hui,
/// quelqu'un, prud'hommes), up to and including the part after the apostrophe; 0 if there is none.
std::size_t whole_word_with_apostrophe(std::string_view text);

/// True for "il", "elle", "t-il" ...: what follows a verb after a hyphen, given without that hyphen.
bool is_enclitic(std::string_view word);

/// Hyphenated words that look like verb + enclitic but are none: rendez-vous, garde-à-vous.
bool keeps_enclitic(std::string_view base, std::string_view enclitic);

enum class Abbreviation : std::uint8_t {
  none,
  title,          ///< M., Dr.: the sentence goes on
  before_number,  ///< art., p.: an abbreviation only before a digit
  final           ///< etc., Inc.: may close the sentence as well
};
Abbreviation find_abbreviation(std::string_view word);

/// True for words that often open a sentence and seldom follow an initial: Le, Il, Mais.
bool opens_sentences(std::string_view word);

/// True if a heading may end with `before`, where `opener` opens the next sentence: not behind an article or
/// preposition, a noun whose name follows ("le film Les amants"), or the first part of a name ("Kim Jong Un").
bool may_end_heading(std::string_view before, bool capitalised, std::string_view opener);

/// True for the last part of a domain name: com, fr. Capitalised ones (Com) only where no French word looks like it.
bool is_top_level_domain(std::string_view word);

/// True for a unit that is often glued to its figure: km, kg, MW.
bool is_glued_unit(std::string_view word);

}  // namespace depeche::language::french
