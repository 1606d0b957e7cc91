#include "recognise/quantity_units.hpp"

#include "base/utf8.hpp"

namespace depeche::recognise {
namespace {

using language::WordClass;

/// "%", "pour cent".
std::size_t end_of_percent(const FoldedTokens& tokens, std::size_t at) {
  if (tokens[at] == "%" || tokens[at] == "pourcent") return at + 1;
  if (tokens[at] == "pour" && tokens[at + 1] == "cent") return at + 2;
  return at;
}

/// The longest name of a currency at a token; its end in `end`.
const Units::CurrencyName* name_at(const FoldedTokens& tokens, std::size_t at, const Units& units) {
  const auto names = units.currencies.find(tokens.singular(at));
  if (names == units.currencies.end()) return nullptr;
  for (const Units::CurrencyName& name : names->second) {
    if (stands_at(name.words, tokens, at)) return &name;
  }
  return nullptr;
}

/// A sign, in one token or two that touch ("US" "$"). Gives its code, or null.
const std::string* sign_at(const FoldedTokens& tokens, std::size_t at, const Units& units, std::size_t& size) {
  if (at + 1 < tokens.size() && !tokens.token(at + 1).space_before) {
    const auto both = units.currency_signs.find(std::string(tokens.raw(at)) + std::string(tokens.raw(at + 1)));
    size = 2;
    if (both != units.currency_signs.end()) return &both->second;
  }
  const auto one = units.currency_signs.find(tokens.raw(at));
  size = 1;
  return one == units.currency_signs.end() ? nullptr : &one->second;
}

std::optional<UnitFound> find_money(const FoldedTokens& tokens, const Number& number, const Units& units) {
  UnitFound found{Quantity::Unit::money, number.begin, number.end, {}, {}};
  std::size_t size = 0;
  const std::size_t at = tokens.is_de(number.end) ? number.end + 1 : number.end;
  if (const std::string* code = sign_at(tokens, number.end, units, size)) {
    found.currency = *code;
    found.end = number.end + size;
    return found;
  }
  const Units::CurrencyName* name = name_at(tokens, at, units);
  if (name != nullptr && (!name->ambiguous || number.magnitude > 0)) {
    found.currency = name->code;
    found.end = at + name->words.size();
    return found;
  }
  // "$3.5 bn", "US$ 5 millions"
  for (std::size_t before : {std::size_t{2}, std::size_t{1}}) {
    if (number.begin < before) continue;
    const std::string* code = sign_at(tokens, number.begin - before, units, size);
    if (code == nullptr || size != before) continue;
    found.currency = *code;
    found.begin = number.begin - before;
    return found;
  }
  return std::nullopt;
}

bool begins_with_letter(std::string_view raw) {
  std::size_t at = 0;
  return !raw.empty() && utf8::is_letter(utf8::next(raw, at));
}

/// "morts" to "mort", "chevaux" to "cheval", "bureaux" to "bureau".
std::string singular_noun(std::string_view raw, const Units& units) {
  std::string noun = utf8::lower(raw);
  if (units.invariable.contains(noun)) return noun;
  if (noun.ends_with("aux") && !noun.ends_with("eaux") && noun.size() > 4) {
    noun.replace(noun.size() - 2, 2, "l");
  } else if (noun.size() > 3 && (noun.ends_with('s') || noun.ends_with('x'))) {
    noun.pop_back();
  }
  return noun;
}

bool can_be_noun(WordClass word_class) {
  switch (word_class) {
    case WordClass::unknown:
    case WordClass::noun:
    case WordClass::proper_noun:
    case WordClass::adjective:
    case WordClass::verb:  // "12 blessés"
      return true;
    default:
      return false;
  }
}

/// The noun that is counted behind a number; its end in `end`.
std::optional<UnitFound> find_counted(const FoldedTokens& tokens, const Number& number, const Units& units) {
  const bool linked = number.magnitude >= 6 || number.round;  // "2 millions de …", "une dizaine de …"
  std::size_t at = number.end;
  if (tokens.is_de(at)) {
    if (!linked) return std::nullopt;
    ++at;
  }
  const bool only_one = number.value.exponent == 0 && number.value.digits == 1;
  for (int adjectives = 0; adjectives < 3; ++adjectives) {
    if (!units.adjectives.contains(tokens.singular(at))) break;
    ++at;
  }
  const std::string_view word = tokens.singular(at), raw = tokens.raw(at);
  if (!begins_with_letter(raw) || units.excluded.contains(word) || units.not_counted.contains(word))
    return std::nullopt;
  if (!can_be_noun(tokens.token(at).word_class)) return std::nullopt;
  if (only_one && !number.figure) {
    if (!units.single.contains(word)) return std::nullopt;  // "un" is an article elsewhere
  } else if ((!only_one || tokens.token(at).capitalised) &&
             !(raw.ends_with('s') || raw.ends_with('x') || raw.ends_with('z'))) {
    return std::nullopt;
  }
  if (tokens.token(at).all_capitals) return std::nullopt;
  return UnitFound{Quantity::Unit::count, number.begin, at + 1, {}, singular_noun(raw, units)};
}

}  // namespace

std::optional<UnitFound> find_unit(const FoldedTokens& tokens, const Number& number, const Units& units) {
  if (const std::size_t end = end_of_percent(tokens, number.end); end > number.end) {
    return UnitFound{Quantity::Unit::percent, number.begin, end, {}, {}};
  }
  if (auto money = find_money(tokens, number, units)) return money;
  return find_counted(tokens, number, units);
}

}  // namespace depeche::recognise
