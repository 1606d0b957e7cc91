#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/word_table.hpp"
#include "recognise/number_words.hpp"

namespace depeche::recognise {

/// The words of time of one language: mappings/<language>/time.toml, which documents them. Folded, unless said
/// otherwise. Immutable once read.
struct TimeWords {
  enum class Span { day, week, month, year };
  enum class Side { last, next };
  struct SpanWord {
    Span span = Span::day;
    bool plural = false;  ///< of words with one form for both numbers false
  };

  WordTable<int> months, weekdays;  ///< 1 to 12; 0 (Monday) to 6
  WordTable<int> seasons;           ///< their first month
  WordTable<int> year_parts;        ///< how many months they have
  WordTable<int> ordinals;
  WordTable<int> from_today;  ///< days from the day of writing
  WordTable<SpanWord> spans;
  WordTable<Side> sides;
  WordSet day_parts, nights, weekends, first_days;

  WordSet month_nouns, month_openers, names_too;
  std::vector<std::string> month_prefixes;

  WordSet year_nouns, decade_nouns, year_edges, year_openers;
  WordSet numbered, compared, measures, no_plurals;

  WordSet prepositions, articles, demonstratives;

  WordSet future_words, past_words;         ///< past ones as spelt
  std::vector<std::string> future_endings;  ///< as spelt

  NumberWords numbers;

  bool is_article(std::string_view word) const { return articles.contains(word) || demonstratives.contains(word); }
  /// The rest of "mi-mai"; the word itself if it has no such prefix.
  std::string_view without_prefix(std::string_view word) const;
  /// True for "mi", whose hyphen is a token of its own.
  bool is_split_prefix(std::string_view word) const;
  /// True for figures and for every word of which each expression of time has one.
  bool may_tell_time(std::string_view word) const;

  /// Faults go to `diagnostics`.
  static TimeWords parse(std::string toml, const std::string& name, NumberWords numbers, Diagnostics& diagnostics);

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(months, weekdays, seasons, year_parts, ordinals, from_today, spans, sides, day_parts, nights, weekends,
            first_days, month_nouns, month_openers, names_too, month_prefixes, year_nouns, decade_nouns, year_edges,
            year_openers, numbered, compared, measures, no_plurals, prepositions, articles, demonstratives,
            future_words, past_words, future_endings, numbers, telling_);
  }

 private:
  void note_telling();
  WordSet telling_;
};

}  // namespace depeche::recognise
