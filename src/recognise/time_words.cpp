#include "recognise/time_words.hpp"

#include <algorithm>
#include <utility>

#include "base/toml_words.hpp"

namespace depeche::recognise {
namespace {

constexpr int most_days = 366;

void read_spans(const TomlFile& file, std::string_view key, bool plural, WordTable<TimeWords::SpanWord>& out) {
  using Span = TimeWords::Span;
  const toml::table& table = file.table(file.root(), key);
  file.check_keys(table, {"day", "week", "month", "year"});
  for (const auto& [name, span] :
       {std::pair("day", Span::day), {"week", Span::week}, {"month", Span::month}, {"year", Span::year}}) {
    read_words(file, table, name, TimeWords::SpanWord{span, plural}, out);
  }
}

std::vector<std::string> read_keys(const TomlFile& file, const toml::table& table, std::string_view key,
                                   Spelling spelling) {
  std::vector<std::string> out;
  for (const std::string& word : file.strings(table, key)) out.push_back(table_key(word, spelling));
  return out;
}

void read_named_days(const TomlFile& file, TimeWords& words) {
  read_numbers(file, file.root(), "from_today", -most_days, most_days, words.from_today);
  WordTable<int> weekdays;
  read_numbers(file, file.root(), "weekdays", 1, 7, weekdays);
  for (const auto& [word, number] : weekdays.entries()) words.weekdays.insert(word, number - 1);
  const toml::table& days = file.table(file.root(), "days");
  file.check_keys(days, {"parts", "nights", "weekends", "first"});
  read_words(file, days, "parts", words.day_parts);
  read_words(file, days, "nights", words.nights);
  read_words(file, days, "weekends", words.weekends);
  read_words(file, days, "first", words.first_days);
}

void read_months_and_years(const TomlFile& file, TimeWords& words) {
  read_numbers(file, file.root(), "months", 1, 12, words.months);
  read_numbers(file, file.root(), "seasons", 1, 12, words.seasons);
  read_numbers(file, file.root(), "year_parts", 1, 12, words.year_parts);
  const toml::table& month = file.table(file.root(), "month");
  file.check_keys(month, {"nouns", "openers", "prefixes", "also_names"});
  read_words(file, month, "nouns", words.month_nouns);
  read_words(file, month, "openers", words.month_openers);
  read_words(file, month, "also_names", words.names_too);
  words.month_prefixes = read_keys(file, month, "prefixes", Spelling::folded);
  const toml::table& year = file.table(file.root(), "year");
  file.check_keys(year, {"nouns", "decades", "edges", "openers", "numbers", "compared", "measures", "no_plurals"});
  read_words(file, year, "nouns", words.year_nouns);
  read_words(file, year, "decades", words.decade_nouns);
  read_words(file, year, "edges", words.year_edges);
  read_words(file, year, "openers", words.year_openers);
  read_words(file, year, "numbers", words.numbered);
  read_words(file, year, "compared", words.compared);
  read_words(file, year, "measures", words.measures);
  read_words(file, year, "no_plurals", words.no_plurals);
}

void read_words_around(const TomlFile& file, TimeWords& words) {
  const toml::table& sides = file.table(file.root(), "sides");
  file.check_keys(sides, {"last", "next"});
  read_words(file, sides, "last", TimeWords::Side::last, words.sides);
  read_words(file, sides, "next", TimeWords::Side::next, words.sides);
  const toml::table& before = file.table(file.root(), "before");
  file.check_keys(before, {"prepositions", "articles", "demonstratives"});
  read_words(file, before, "prepositions", words.prepositions);
  read_words(file, before, "articles", words.articles);
  read_words(file, before, "demonstratives", words.demonstratives);
  const toml::table& future = file.table(file.root(), "future");
  file.check_keys(future, {"words", "endings"});
  read_words(file, future, "words", words.future_words);
  words.future_endings = read_keys(file, future, "endings", Spelling::exact);
  const toml::table& past = file.table(file.root(), "past");
  file.check_keys(past, {"words"});
  read_words(file, past, "words", words.past_words, Spelling::exact);
}

}  // namespace

TimeWords TimeWords::parse(std::string toml, const std::string& name, NumberWords numbers, Diagnostics& diagnostics) {
  const TomlFile file(std::move(toml), name, "time", diagnostics);
  file.check_keys(file.root(), {"from_today", "weekdays", "months", "seasons", "year_parts", "ordinals", "spans",
                                "spans_plural", "sides", "days", "month", "year", "before", "future", "past"});
  TimeWords words;
  words.numbers = std::move(numbers);
  read_named_days(file, words);
  read_months_and_years(file, words);
  read_numbers(file, file.root(), "ordinals", 1, 31, words.ordinals);
  read_spans(file, "spans", false, words.spans);
  read_spans(file, "spans_plural", true, words.spans);
  read_words_around(file, words);
  words.note_telling();
  return words;
}

void TimeWords::note_telling() {
  const auto add = [this](const auto& table) {
    for (const auto& entry : table.entries()) telling_.insert(entry.first);
  };
  add(from_today);
  add(weekdays);
  add(months);
  add(seasons);
  add(year_parts);
  add(spans);
  for (const WordSet* set : {&day_parts, &nights, &weekends}) {
    for (const auto& entry : set->entries()) telling_.insert(entry.first);
  }
}

std::string_view TimeWords::without_prefix(std::string_view word) const {
  for (const std::string& prefix : month_prefixes) {
    if (word.starts_with(prefix)) return word.substr(prefix.size());
  }
  return word;
}

bool TimeWords::is_split_prefix(std::string_view word) const {
  return std::any_of(month_prefixes.begin(), month_prefixes.end(), [word](const std::string& prefix) {
    return prefix.size() == word.size() + 1 && prefix.starts_with(word) && prefix.back() == '-';
  });
}

bool TimeWords::may_tell_time(std::string_view word) const {
  if (word.empty()) return false;
  if (word[0] >= '0' && word[0] <= '9') return true;
  return telling_.contains(word) || without_prefix(word).size() < word.size();
}

}  // namespace depeche::recognise
