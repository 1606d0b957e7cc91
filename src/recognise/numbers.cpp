#include "recognise/numbers.hpp"

#include <algorithm>

#include "recognise/number_words.hpp"

namespace depeche::recognise {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Size of a minus or dash at the beginning of a token; 0 if there is none.
std::size_t sign_size(std::string_view raw) {
  for (const std::string_view sign : {"-", "−", "–", "‑"}) {
    if (raw.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// Reads a token of figures, as "46,2", "-5", "20-30", "1,60M".
std::optional<Number> read_figures(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  std::string_view raw = tokens.raw(at);
  Number number;
  if (const std::size_t sign = sign_size(raw); sign > 0) {
    number.negative = true;
    raw.remove_prefix(sign);
  }
  if (raw.empty() || !is_digit(raw[0])) return std::nullopt;
  std::size_t end = raw.size();
  while (end > 0 && !is_digit(raw[end - 1])) --end;
  if (end < raw.size()) {
    const auto sign = units.magnitude_signs.find(raw.substr(end));
    if (sign == units.magnitude_signs.end()) return std::nullopt;  // "1er", "20h"
    number.magnitude = sign->second;
  }
  raw = raw.substr(0, end);
  const std::size_t dash = raw.find('-');
  const auto value = parse_figure(raw.substr(0, dash), &number.thousands_or_decimals);
  if (!value) return std::nullopt;
  number.value = *value;
  if (dash != std::string_view::npos) {
    number.upper = parse_figure(raw.substr(dash + 1));
    if (!number.upper || number.upper->approximate() <= number.value.approximate()) return std::nullopt;
  }
  number.figure = true;
  number.grouped = !std::all_of(raw.begin(), raw.end(), is_digit);
  number.begin = at;
  number.end = at + 1;
  if (number.magnitude == 0) {
    // "600 M€", "$3.5 bn": only beside a currency's sign.
    const auto sign = units.magnitude_signs.find(tokens.raw(at + 1));
    const bool before = at > 0 && units.currency_signs.contains(tokens.raw(at - 1));
    if (sign != units.magnitude_signs.end() && (before || units.currency_signs.contains(tokens.raw(at + 2)))) {
      number.magnitude = sign->second;
      number.end = at + 2;
    }
  }
  number.value = number.value.scaled(number.magnitude);
  return number;
}

/// Adds the words of one token, cut at hyphens; false if they do not go on the number.
bool add_token(NumberReader& words, std::string_view token) {
  NumberReader trial = words;
  for (std::size_t begin = 0; begin <= token.size();) {
    const std::size_t end = std::min(token.find('-', begin), token.size());
    const std::string_view part = token.substr(begin, end - begin);
    if (!(part == "et" && trial.may_take_and()) && !trial.add(part)) return false;
    begin = end + 1;
  }
  words = trial;
  return true;
}

std::optional<Number> read_words(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  NumberReader words(units.number_words);
  std::size_t end = at;
  while (end < tokens.size()) {
    if (add_token(words, tokens[end])) {
      ++end;
    } else if (tokens[end] == "et" && words.may_take_and() && (tokens[end + 1] == "un" || tokens[end + 1] == "onze")) {
      ++end;
    } else {
      break;
    }
  }
  if (words.empty()) return std::nullopt;
  Number number;
  number.begin = at;
  number.end = end;
  number.value = Decimal{words.value(), 0};
  return number;
}

/// "une dizaine", "cette centaine", "deux douzaines".
std::optional<Number> read_round(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  std::size_t noun = at + 1;
  if (tokens[at] != "une" && tokens[at] != "un" && tokens[at] != "cette") return std::nullopt;
  if (tokens[noun] == "bonne" || tokens[noun] == "petite") ++noun;
  const auto found = units.collectives.find(tokens.singular(noun));
  if (found == units.collectives.end() || !tokens.is_de(noun + 1)) return std::nullopt;
  Number number;
  number.begin = at;
  number.end = noun + 1;
  number.value = Decimal{found->second, 0};
  number.round = true;
  return number;
}

/// "un demi-milliard".
std::optional<Number> read_half(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  constexpr std::string_view half = "demi-";
  if (tokens[at] != "un" || !tokens[at + 1].starts_with(half)) return std::nullopt;
  const auto magnitude = units.magnitudes.find(drop_plural(tokens[at + 1].substr(half.size())));
  if (magnitude == units.magnitudes.end()) return std::nullopt;
  Number number;
  number.begin = at;
  number.end = at + 2;
  number.magnitude = magnitude->second;
  number.value = Decimal{5, magnitude->second - 1};
  return number;
}

int magnitude_at(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  const auto found = units.magnitudes.find(tokens.singular(at));
  return found == units.magnitudes.end() ? 0 : found->second;
}

void scale(Number& number, int power) {
  number.value = number.value.scaled(power);
  if (number.upper) number.upper = number.upper->scaled(power);
  number.magnitude += power;
}

/// The magnitude behind the number, and "et demi" behind that.
void read_magnitude(const FoldedTokens& tokens, Number& number, const Units& units) {
  const std::size_t at = number.round && tokens.is_de(number.end) ? number.end + 1 : number.end;
  const int power = magnitude_at(tokens, at, units);
  if (power == 0) return;
  scale(number, power);
  number.end = at + 1;
  if (tokens[number.end] == "et" && (tokens[number.end + 1] == "demi" || tokens[number.end + 1] == "demie")) {
    if (const auto sum = add(number.value, Decimal{5, power - 1})) {
      number.value = *sum;
      number.end += 2;
    }
  }
}

/// One part of a number: figures or words with one magnitude.
std::optional<Number> read_part(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  if (at >= tokens.size()) return std::nullopt;
  std::optional<Number> number = read_figures(tokens, at, units);
  if (!number) number = read_round(tokens, at, units);
  if (!number) number = read_half(tokens, at, units);
  if (!number) number = read_words(tokens, at, units);
  if (number && number->magnitude == 0) read_magnitude(tokens, *number, units);
  return number;
}

}  // namespace

std::optional<Number> read_number(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  std::optional<Number> number = read_part(tokens, at, units);
  if (!number) return std::nullopt;
  // "2 billions 406 milliards 320 millions": each part smaller than the last.
  for (int last = number->magnitude; last > 0;) {
    const std::optional<Number> part = read_part(tokens, number->end, units);
    if (!part || part->magnitude >= last || part->round || part->upper || part->negative) break;
    if (part->magnitude == 0 && !(part->value.digits >= 1000 && last >= 6)) break;
    const auto sum = add(number->value, part->value);
    if (!sum) break;
    number->value = *sum;
    number->end = part->end;
    last = part->magnitude;
  }
  if (number->negative) number->value.digits = -number->value.digits;
  return number;
}

bool may_be_year(const Number& number) {
  return number.figure && !number.grouped && number.magnitude == 0 && !number.upper && number.value.exponent == 0 &&
         number.value.digits >= 1500 && number.value.digits <= 2100;
}

}  // namespace depeche::recognise
