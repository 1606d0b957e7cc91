#include "recognise/time.hpp"

#include <algorithm>

#include "base/mapped_file.hpp"
#include "recognise/period.hpp"
#include "recognise/raw_date.hpp"

namespace depeche::recognise {
namespace {

using language::Tense;
using language::WordClass;

/// Which ends of a period an expression leaves open: "depuis 2000", "jusqu'au 12 mai".
enum class Open : std::uint8_t { none, to, from };

/// Finds the time expressions of one sentence from left to right.
class Search {
 public:
  Search(std::string_view text, const language::Sentence& sentence, const article::PartialDate& published,
         const TimeWords& words)
      : tokens_(text, sentence), words_(words), context_{published} {}

  std::vector<TimeSpan> run() {
    std::size_t telling = 0;  // the next word of time
    for (std::size_t at = 0; at < tokens_.size();) {
      if (telling < at || at == 0) telling = next_telling(at);
      if (telling == tokens_.size()) break;
      if (telling > at + longest_lead) at = telling - longest_lead;
      context_.future = looks_forward(at);
      const std::size_t before = out_.size();
      if (!opened(at) && !range(at, at) && !listed_days(at)) single(at, at, Open::none);
      at = out_.size() > before ? out_.back().end : at + 1;
    }
    return std::move(out_);
  }

 private:
  /// More words than stand before the first word of time in an expression ("à partir du début de l'…").
  static constexpr std::size_t longest_lead = 12;

  std::string_view word(std::size_t i) const { return tokens_[i]; }

  std::size_t next_telling(std::size_t at) const {
    while (at < tokens_.size() && !words_.may_tell_time(word(at))) ++at;
    return at;
  }

  bool add(std::size_t begin, std::size_t end, std::optional<Date> from, std::optional<Date> to,
           TimePrecision precision, bool relative) {
    TimeSpan span;
    span.begin = static_cast<std::uint16_t>(begin);
    span.end = static_cast<std::uint16_t>(end);
    span.from = from;
    span.to = to;
    span.precision = precision;
    span.source = relative ? TimeSource::relative : TimeSource::explicit_;
    out_.push_back(span);
    return true;
  }

  bool add(std::size_t begin, const PeriodFound& found, Open open) {
    std::optional<Date> from, to;
    if (open != Open::from) from = found.period.from;
    if (open != Open::to) to = found.period.to;
    return add(begin, found.end, from, to, found.period.precision, found.relative);
  }

  /// A period at a token, its preposition and article included.
  std::optional<PeriodFound> period_at(std::size_t at) const {
    std::size_t i = at;
    if (words_.prepositions.contains(word(i)) || tokens_.is_de(i)) ++i;
    if (word(i) == "cours" && tokens_.is_de(i + 1)) i += 2;  // "au cours de"
    if (auto found = read_pointer(tokens_, i, words_, context_)) return found;
    const bool article = words_.is_article(word(i));
    if (article) ++i;
    if (auto found = read_stretch(tokens_, i, words_, context_)) return found;
    if (words_.month_nouns.contains(word(i)) && tokens_.is_de(i + 1)) i += 2;  // "au mois de mai"
    const auto raw = read_raw_date(tokens_, i, words_);
    if (!raw || (is_bare_year(*raw) && article)) return std::nullopt;
    bool relative = false;
    const auto period = resolve(*raw, context_, relative);
    if (!period) return std::nullopt;
    return PeriodFound{raw->end, *period, relative};
  }

  static bool is_bare_year(const RawDate& raw) { return raw.year > 0 && raw.month == 0; }

  bool single(std::size_t at, std::size_t begin, Open open) {
    const auto found = period_at(at);
    return found && add(begin, *found, open);
  }

  /// "depuis …", "dès …", "à partir de …", "jusqu'à …", "d'ici …", "il y a …"
  bool opened(std::size_t at) {
    if (word(at) == "depuis" || word(at) == "des") {
      const bool since = word(at) == "depuis";
      if (!since && tokens_.raw(at) == "des") return false;
      if (since && word(at + 1) == "le" && word(at + 2) == "debut") return since_beginning(at);
      if (const auto duration = read_duration(tokens_, at + 1, words_); since && duration)
        return since_long(at, *duration);
      context_.past = since;
      const bool found = single(at + 1, at, Open::to);
      context_.past = false;
      return found;
    }
    if (word(at) == "a" && word(at + 1) == "partir" && tokens_.is_de(at + 2)) return single(at + 2, at, Open::to);
    if (word(at) == "jusqu'" || word(at) == "jusque") return until(at + 1, at);
    if (word(at) == "d'" && word(at + 1) == "ici") return until(at + 2, at);
    if (word(at) == "il" && word(at + 1) == "y" && word(at + 2) == "a") {
      const auto duration = read_duration(tokens_, at + 3, words_);
      const auto period = duration ? ago(*duration, context_) : std::nullopt;
      return period && add(at, duration->end, period->from, period->to, period->precision, true);
    }
    return false;
  }

  bool until(std::size_t at, std::size_t begin) {
    std::size_t i = at;
    if (word(i) == "a" || word(i) == "en" || word(i) == "au") ++i;
    const bool future = context_.future;
    context_.future = true;
    const bool found = single(i, begin, Open::from);
    context_.future = future;
    return found;
  }

  /// "depuis le début de l'année", "depuis le début des années 2000"
  bool since_beginning(std::size_t at) {
    const auto found = read_stretch(tokens_, at + 2, words_, context_);
    if (!found) return false;
    const bool decade = found->period.precision == TimePrecision::decade;
    return add(at, found->end, found->period.from, std::nullopt, decade ? TimePrecision::year : found->period.precision,
               found->relative);
  }

  bool since_long(std::size_t at, const Duration& duration) {
    const auto period = ago(duration, context_);
    if (!period) return false;
    // A number of weeks is counted to the day.
    const bool weeks = duration.span == TimeWords::Span::week;
    const Date from = weeks ? add_days(context_.date(), -7 * duration.count) : period->from;
    return add(at, duration.end, from, std::nullopt, period->precision, true);
  }

  /// "entre 2015 et 2019", "de 1995 à 2023", "du 30 mars au 2 avril", "31 mars au 2 avril", "2014-2017", "12-14 mai".
  bool range(std::size_t at, std::size_t begin) {
    if (joined_range(at)) return true;
    std::size_t i = at;
    const bool between = word(i) == "entre";
    const bool from = tokens_.is_de(i);
    if (between || from) ++i;
    if (word(i) == "le" || word(i) == "l'") ++i;
    if (words_.year_nouns.contains(word(i))) ++i;
    auto first = read_raw_date(tokens_, i, words_, true);
    if (!first) return false;
    std::size_t link = first->end;
    const std::string_view joint = word(link);
    const bool fits = between ? joint == "et" : joint == "a" || joint == "au" || joint == "jusqu'";
    if (!fits || tokens_.raw(link) == "a") return false;
    ++link;
    if (joint == "jusqu'" && (word(link) == "au" || word(link) == "en" || word(link) == "a")) ++link;
    if (word(link) == "le") ++link;
    const auto second = read_raw_date(tokens_, link, words_, true);
    if (!second) return false;
    // Without "de" or "entre" two bare numbers or years are no range.
    if (!between && !from && (first->day == 0 || (first->month == 0 && second->month == 0))) return false;
    return add_range(begin, *first, *second);
  }

  bool add_range(std::size_t begin, RawDate first, const RawDate& second) {
    if (first.day > 0 && first.month == 0) first.month = second.month;
    bool relative = false;
    if (first.year == 0 && second.year > 0 && first.month > 0) {
      first.year = first.month > second.month ? second.year - 1 : second.year;
    }
    const auto last = resolve(second, context_, relative);
    if (!last) return false;
    if (first.year == 0 && first.month > 0 && second.month > 0) {
      first.year = last->to.year - (first.month > second.month ? 1 : 0);
    }
    const auto opening = resolve(first, context_, relative);
    if (!opening || opening->from > last->to) return false;
    return add(begin, second.end, opening->from, last->to, std::max(opening->precision, last->precision), relative);
  }

  /// One token: "2014-2017", "12-14" before a month.
  bool joined_range(std::size_t at) {
    const std::string_view raw = tokens_.raw(at);
    const std::size_t dash = raw.find('-');
    if (dash == std::string_view::npos || dash == 0 || raw.size() > 9) return false;
    const auto number = [](std::string_view digits) {
      int value = 0;
      for (const char c : digits) value = c >= '0' && c <= '9' && value < 100000 ? 10 * value + (c - '0') : 1000000;
      return digits.empty() ? 1000000 : value;
    };
    const int first = number(raw.substr(0, dash)), second = number(raw.substr(dash + 1));
    if (first >= 1500 && second <= 2100 && first < second && raw.size() == 9) {
      return add(at, at + 1, year_period(first).from, year_period(second).to, TimePrecision::year, false);
    }
    const bool month = words_.months.contains(word(at + 1));
    if (!month || first < 1 || second > 31 || first >= second) return false;
    const auto last = read_raw_date(tokens_, at + 1, words_);
    if (!last) return false;
    RawDate begin_date = *last, end_date = *last;
    begin_date.day = first;
    end_date.day = second;
    return add_range(at, begin_date, end_date);
  }

  /// "les 11 et 12 juillet", "des 19 et 20 septembre 2023": from the first to the last.
  bool listed_days(std::size_t at) {
    std::size_t i = at;
    if (word(i) != "les" && word(i) != "des" && word(i) != "le") return false;
    ++i;
    const auto first = read_raw_date(tokens_, i, words_, true);
    if (!first || first->day == 0 || first->month != 0) return false;
    std::size_t next = first->end;
    while (word(next) == ",") {
      const auto another = read_raw_date(tokens_, next + 1, words_, true);
      if (!another || another->day == 0 || another->month != 0) return false;
      next = another->end;
    }
    if (word(next) != "et" && word(next) != "ou") return false;
    if (word(++next) == "le") ++next;
    const auto second = read_raw_date(tokens_, next, words_, true);
    if (!second || second->day == 0 || second->month == 0) return false;
    return add_range(at, *first, *second);
  }

  /// True if the verb nearest to a token in its clause is in the future or says what is to come ("doit", "est
  /// attendu").
  bool looks_forward(std::size_t at) {
    if (leanings_.empty()) note_leanings();
    if (!any_future_) return false;
    const std::size_t begin = clause_begin(at), end = clause_end(at);
    for (std::size_t distance = 1; distance < tokens_.size(); ++distance) {
      const bool left = distance <= at && at - distance >= begin;
      const bool right = at + distance < end;
      if (!left && !right) return false;
      for (const bool to_left : {true, false}) {
        if (to_left ? !left : !right) continue;
        const Leaning leaning = leanings_[to_left ? at - distance : at + distance];
        if (leaning != Leaning::neither) return leaning == Leaning::future;
      }
    }
    return false;
  }

  void note_leanings() {
    leanings_.reserve(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      leanings_.push_back(says_future(i) ? Leaning::future : says_past(i) ? Leaning::past : Leaning::neither);
      any_future_ = any_future_ || leanings_.back() == Leaning::future;
    }
  }

  static bool ends_clause(std::string_view raw) {
    return raw == ";" || raw == ":" || raw == "(" || raw == ")" || raw == "." || raw == "qui";
  }

  std::size_t clause_begin(std::size_t at) const {
    while (at > 0 && !ends_clause(tokens_.raw(at - 1))) --at;
    return at;
  }
  std::size_t clause_end(std::size_t at) const {
    while (at < tokens_.size() && !ends_clause(tokens_.raw(at))) ++at;
    return at;
  }

  bool says_future(std::size_t i) const {
    const language::Token& token = tokens_.token(i);
    if (words_.future_words.contains(word(i))) return true;
    if (token.word_class == WordClass::verb || token.word_class == WordClass::auxiliary) {
      return token.morphology.tense == Tense::future;
    }
    if (token.word_class != WordClass::unknown || token.capitalised) return false;
    const std::string_view raw = tokens_.raw(i);
    return raw.size() > 4 && std::any_of(words_.future_endings.begin(), words_.future_endings.end(),
                                         [raw](const std::string& ending) { return raw.ends_with(ending); });
  }

  bool says_past(std::size_t i) const {
    const language::Token& token = tokens_.token(i);
    if (token.word_class == WordClass::verb || token.word_class == WordClass::auxiliary) {
      return token.morphology.tense == Tense::past || token.morphology.tense == Tense::imperfect ||
             token.morphology.tense == Tense::present;
    }
    return words_.past_words.contains(tokens_.raw(i));
  }

  enum class Leaning : std::uint8_t { neither, past, future };

  FoldedTokens tokens_;
  const TimeWords& words_;
  TimeContext context_;
  std::vector<Leaning> leanings_;  ///< by token; empty until asked for
  bool any_future_ = false;
  std::vector<TimeSpan> out_;
};

}  // namespace

Result<TimeFinder> TimeFinder::load(const std::string& path, const NumberWords& numbers, Diagnostics& diagnostics) {
  Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  return TimeFinder(TimeWords::parse(std::move(*text), path, numbers, diagnostics));
}

std::vector<TimeSpan> TimeFinder::find(std::string_view text, const language::Sentence& sentence,
                                       const article::PartialDate& published) const {
  return Search(text, sentence, published, words_).run();
}

}  // namespace depeche::recognise
