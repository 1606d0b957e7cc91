#include "language/french/word_endings.hpp"

#include <algorithm>
#include <array>

namespace depeche::language::french {
namespace {

constexpr Morphology masculine = {.gender = Gender::masculine, .number = Number::singular};
constexpr Morphology feminine = {.gender = Gender::feminine, .number = Number::singular};
constexpr Morphology singular = {.number = Number::singular};
constexpr Morphology masculine_plural = {.gender = Gender::masculine, .number = Number::plural};
constexpr Morphology unmarked = {};

constexpr Morphology finite(Number number, Mood mood, Tense tense) {
  return {.number = number, .person = 3, .verb_form = VerbForm::finite, .mood = mood, .tense = tense};
}
constexpr Morphology participle(Gender gender, Number number) {
  return {.gender = gender, .number = number, .verb_form = VerbForm::past_participle};
}
constexpr Morphology verb_form(VerbForm form) { return {.verb_form = form}; }

constexpr auto noun = WordClass::noun;
constexpr auto adjective = WordClass::adjective;
constexpr auto verb = WordClass::verb;

constexpr auto endings = std::to_array<WordEnding>({
    {"eraient", "er", verb, finite(Number::plural, Mood::conditional, Tense::present)},
    {"erait", "er", verb, finite(Number::singular, Mood::conditional, Tense::present)},
    {"eront", "er", verb, finite(Number::plural, Mood::indicative, Tense::future)},
    {"èrent", "er", verb, finite(Number::plural, Mood::indicative, Tense::past)},
    {"aient", "er", verb, finite(Number::plural, Mood::indicative, Tense::imperfect)},
    {"era", "er", verb, finite(Number::singular, Mood::indicative, Tense::future)},
    {"ait", "er", verb, finite(Number::singular, Mood::indicative, Tense::imperfect)},
    {"isent", "iser", verb, finite(Number::plural, Mood::indicative, Tense::present)},
    {"ifient", "ifier", verb, finite(Number::plural, Mood::indicative, Tense::present)},
    {"amment", "amment", WordClass::adverb, unmarked},
    {"emment", "emment", WordClass::adverb, unmarked},
    {"ment", "ment", WordClass::adverb, unmarked},
    {"ment", "ment", noun, masculine},
    {"tion", "tion", noun, feminine},
    {"sion", "sion", noun, feminine},
    {"xion", "xion", noun, feminine},
    {"cratie", "cratie", noun, feminine},
    {"graphie", "graphie", noun, feminine},
    {"logie", "logie", noun, feminine},
    {"phobie", "phobie", noun, feminine},
    {"tude", "tude", noun, feminine},
    {"ance", "ance", noun, feminine},
    {"ence", "ence", noun, feminine},
    {"ité", "ité", noun, feminine},
    {"ette", "ette", noun, feminine},
    {"isme", "isme", noun, masculine},
    {"age", "age", noun, masculine},
    {"ing", "ing", noun, masculine},
    {"iste", "iste", noun, singular},
    {"iste", "iste", adjective, singular},
    {"logue", "logue", noun, singular},
    {"phobe", "phobe", adjective, singular},
    {"phile", "phile", adjective, singular},
    {"phone", "phone", adjective, singular},
    {"trice", "teur", noun, feminine},
    {"teur", "teur", noun, masculine},
    {"euse", "eur", noun, feminine},
    {"euse", "eux", adjective, feminine},
    {"eur", "eur", noun, masculine},
    {"eux", "eux", adjective, masculine},
    {"ienne", "ien", adjective, feminine},
    {"ienne", "ien", noun, feminine},
    {"ien", "ien", adjective, masculine},
    {"ien", "ien", noun, masculine},
    {"éenne", "éen", adjective, feminine},
    {"éenne", "éen", noun, feminine},
    {"éen", "éen", adjective, masculine},
    {"éen", "éen", noun, masculine},
    {"aine", "ain", adjective, feminine},
    {"aine", "ain", noun, feminine},
    {"ain", "ain", adjective, masculine},
    {"ain", "ain", noun, masculine},
    {"aise", "ais", adjective, feminine},
    {"aise", "ais", noun, feminine},
    {"ais", "ais", adjective, {.gender = Gender::masculine}},
    {"ais", "ais", noun, {.gender = Gender::masculine}},
    {"oise", "ois", adjective, feminine},
    {"oise", "ois", noun, feminine},
    {"ois", "ois", adjective, {.gender = Gender::masculine}},
    {"ois", "ois", noun, {.gender = Gender::masculine}},
    {"ique", "ique", adjective, singular},
    {"esque", "esque", adjective, singular},
    {"able", "able", adjective, singular},
    {"ible", "ible", adjective, singular},
    {"aire", "aire", adjective, singular},
    {"aire", "aire", noun, singular},
    {"ive", "if", adjective, feminine},
    {"if", "if", adjective, masculine},
    {"elle", "el", adjective, feminine},
    {"el", "el", adjective, masculine},
    {"ale", "al", adjective, feminine},
    {"aux", "al", adjective, masculine_plural},
    {"al", "al", adjective, masculine},
    {"ées", "er", verb, participle(Gender::feminine, Number::plural)},
    {"ée", "er", verb, participle(Gender::feminine, Number::singular)},
    {"és", "er", verb, participle(Gender::masculine, Number::plural)},
    {"é", "er", verb, participle(Gender::masculine, Number::singular)},
    {"ant", "er", verb, verb_form(VerbForm::present_participle)},
    {"er", "er", verb, verb_form(VerbForm::infinitive)},
    {"ise", "iser", verb, finite(Number::singular, Mood::indicative, Tense::present)},
    {"ifie", "ifier", verb, finite(Number::singular, Mood::indicative, Tense::present)},
});

constexpr auto keeping = std::to_array<std::string_view>(
    {"ex",    "vice",  "co",    "sous",  "semi",  "demi",  "mi",    "non",   "quasi", "ultra", "mini",  "méga",
     "super", "hyper", "macro", "micro", "auto",  "cyber", "néo",   "contre", "extra", "infra", "multi", "pré",
     "archi", "télé",  "narco", "méta",  "pseudo", "crypto", "inter", "trans", "re",    "ré",    "éco",   "bio"});
constexpr auto qualifying = std::to_array<std::string_view>({"anti", "pro", "post", "pré", "après", "avant", "hors"});
constexpr auto welded = std::to_array<std::string_view>(
    {"anti", "auto", "contre", "cyber", "hyper", "inter",  "macro", "micro", "mini",  "multi", "narco", "néo",
     "post", "pré",  "pro",    "sous",  "super", "sur",    "télé",  "trans", "ultra", "vidéo", "dé",    "dés",
     "re",   "ré",   "co",     "bio",   "éco",   "pseudo", "semi",  "eco",   "euro",  "géo",   "pan",   "non"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::span<const WordEnding> word_endings() { return endings; }

Prefix find_prefix(std::string_view part) {
  if (contains(qualifying, part)) return Prefix::qualifies;
  return contains(keeping, part) ? Prefix::keeps : Prefix::none;
}

std::size_t welded_prefix(std::string_view word) {
  std::size_t longest = 0;
  for (const std::string_view prefix : welded) {
    if (word.starts_with(prefix) && word.size() >= prefix.size() + 5) longest = std::max(longest, prefix.size());
  }
  return longest;
}

}  // namespace depeche::language::french
