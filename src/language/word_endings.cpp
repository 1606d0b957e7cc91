#include "language/word_endings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/toml_words.hpp"

namespace depeche::language {
namespace {

struct ClassName {
  std::string_view name;
  WordClass word_class;
};

constexpr auto classes = std::to_array<ClassName>({{"noun", WordClass::noun},
                                                   {"adjective", WordClass::adjective},
                                                   {"verb", WordClass::verb},
                                                   {"adverb", WordClass::adverb}});

struct FeatureName {
  std::string_view name;
  Morphology morphology;  ///< what it sets
};

constexpr Morphology finite(Mood mood, Tense tense) {
  return {.person = 3, .verb_form = VerbForm::finite, .mood = mood, .tense = tense};
}

constexpr auto features = std::to_array<FeatureName>({
    {"masculine", {.gender = Gender::masculine}},
    {"feminine", {.gender = Gender::feminine}},
    {"singular", {.number = Number::singular}},
    {"plural", {.number = Number::plural}},
    {"present", finite(Mood::indicative, Tense::present)},
    {"imperfect", finite(Mood::indicative, Tense::imperfect)},
    {"past", finite(Mood::indicative, Tense::past)},
    {"future", finite(Mood::indicative, Tense::future)},
    {"conditional", finite(Mood::conditional, Tense::present)},
    {"infinitive", {.verb_form = VerbForm::infinitive}},
    {"past_participle", {.verb_form = VerbForm::past_participle}},
    {"present_participle", {.verb_form = VerbForm::present_participle}},
});

void add(Morphology& morphology, const Morphology& feature) {
  if (feature.gender != Gender::none) morphology.gender = feature.gender;
  if (feature.number != Number::none) morphology.number = feature.number;
  if (feature.verb_form == VerbForm::none) return;
  morphology.verb_form = feature.verb_form;
  morphology.person = feature.person;
  morphology.mood = feature.mood;
  morphology.tense = feature.tense;
}

std::vector<std::string_view> cut(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = text.find_first_not_of(' '); begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return parts;
}

/// The one of some named things that is called so; a fault with the nearest name as hint, if there is none.
template <class Names>
const typename Names::value_type* find_named(const Names& names, std::string_view name, std::string_view what,
                                             const TomlFile& file, const toml::source_region& where) {
  const auto found = std::find_if(names.begin(), names.end(), [name](const auto& n) { return n.name == name; });
  if (found != names.end()) return &*found;
  std::vector<std::string_view> known;
  for (const auto& n : names) known.push_back(n.name);
  const std::string_view nearest = nearest_word(name, known);
  file.report(where, "unknown-word", fmt::format("there is no {} '{}'", what, name),
              nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest));
  return nullptr;
}

void read_ending(const TomlFile& file, const std::string& text, const toml::source_region& where,
                 std::vector<WordEnding>& out) {
  const std::vector<std::string_view> parts = cut(text);
  if (parts.size() < 3) {
    file.report(where, "incomplete", "an ending takes the ending, that of the lemma and a word class");
    return;
  }
  const auto* word_class = find_named(classes, parts[2], "word class", file, where);
  if (word_class == nullptr) return;
  WordEnding ending{std::string(parts[0]), std::string(parts[1]), word_class->word_class, {}};
  for (std::size_t i = 3; i < parts.size(); ++i) {
    const auto* feature = find_named(features, parts[i], "form", file, where);
    if (feature == nullptr) return;
    add(ending.morphology, feature->morphology);
  }
  const bool twice = std::any_of(out.begin(), out.end(), [&ending](const WordEnding& other) {
    return other.ending == ending.ending && other.word_class == ending.word_class &&
           other.morphology == ending.morphology;
  });
  if (twice) return file.report_double(where, text);
  out.push_back(std::move(ending));
}

}  // namespace

WordEndings WordEndings::parse(std::string toml, const std::string& name, Diagnostics& diagnostics) {
  const TomlFile file(std::move(toml), name, "endings", diagnostics);
  file.check_keys(file.root(), {"endings", "prefixes"});
  WordEndings out;
  file.each_string(file.root(), "endings", [&](const std::string& text, const toml::source_region& where) {
    read_ending(file, text, where, out.endings);
  });
  const toml::table& prefixes = file.table(file.root(), "prefixes");
  file.check_keys(prefixes, {"keeping", "qualifying", "welded"});
  read_words(file, prefixes, "keeping", Prefix::keeps, out.prefixes, Spelling::exact);
  read_words(file, prefixes, "qualifying", Prefix::qualifies, out.prefixes, Spelling::exact);
  out.welded = file.strings(prefixes, "welded");
  return out;
}

Result<WordEndings> WordEndings::load(const std::string& path, Diagnostics& diagnostics) {
  Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  return parse(std::move(*text), path, diagnostics);
}

std::size_t WordEndings::welded_prefix(std::string_view word) const {
  std::size_t longest = 0;
  for (const std::string& prefix : welded) {
    if (word.starts_with(prefix) && word.size() >= prefix.size() + 5) longest = std::max(longest, prefix.size());
  }
  return longest;
}

}  // namespace depeche::language
