#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/article.hpp"
#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/token.hpp"
#include "recognise/time_words.hpp"

namespace depeche::recognise {

enum class TimePrecision : std::uint8_t { day, month, quarter, year, decade };
enum class TimeSource : std::uint8_t { explicit_, relative, publication_date };

struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 1, day = 1;
  auto operator<=>(const Date&) const = default;
};

/// A stretch of time, both ends inclusive; an open end is nullopt ("depuis 2000": from only).
struct TimeSpan {
  std::uint16_t begin = 0;  ///< tokens
  std::uint16_t end = 0;
  std::optional<Date> from, to;
  TimePrecision precision = TimePrecision::day;
  TimeSource source = TimeSource::explicit_;
};

/// Finds times with the vocabulary of one language. Immutable, thread-safe.
class TimeFinder {
 public:
  TimeFinder() = default;
  explicit TimeFinder(TimeWords words) : words_(std::move(words)) {}
  /// Fails if the file (mappings/<language>/time.toml) cannot be read; faults inside it go to `diagnostics`.
  static Result<TimeFinder> load(const std::string& path, const NumberWords& numbers, Diagnostics& diagnostics);

  /// The time expressions of a tagged sentence. Relative ones ("jeudi", "la semaine dernière", "en mai dernier",
  /// "hier", "l'an passé") are resolved against the article's date; without a date these are left out. A weekday alone
  /// is the last such day up to the publication date, or the next where the verb is in the future. In order, not
  /// overlapping.
  std::vector<TimeSpan> find(std::string_view text, const language::Sentence& sentence,
                             const article::PartialDate& published) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(words_);
  }

 private:
  TimeWords words_;
};

}  // namespace depeche::recognise
