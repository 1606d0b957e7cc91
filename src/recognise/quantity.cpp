#include "recognise/quantity.hpp"

#include <algorithm>
#include <array>

#include "base/mapped_file.hpp"
#include "recognise/quantity_units.hpp"

namespace depeche::recognise {
namespace {

using Unit = Quantity::Unit;

/// A number with its unit, before one knows how exact it is.
struct Measured {
  std::size_t begin = 0, end = 0;
  Decimal low;
  std::optional<Decimal> high;  ///< "entre 10 et 15 %"
  bool round = false;
  bool negative = false;
  UnitFound unit;
};

/// Finds the quantities of one sentence from left to right.
class Search {
 public:
  Search(std::string_view text, const language::Sentence& sentence, const Units& units)
      : tokens_(text, sentence), units_(units) {}

  std::vector<Quantity> run() {
    for (std::size_t at = 0; at < tokens_.size();) {
      const std::optional<Measured> measured = measure(at);
      if (measured) {
        out_.push_back(finish(*measured));
        at = out_.back().end;
      } else {
        at = next_;
      }
    }
    return std::move(out_);
  }

 private:
  /// The quantity whose number begins at a token; else `next_` is where to go on.
  std::optional<Measured> measure(std::size_t at) {
    next_ = at + 1;
    if (const auto part = fraction(at)) return part;
    if (const auto share = parted_decimal(at)) return share;
    const std::optional<Number> first = read_number(tokens_, at, units_);
    if (!first) return std::nullopt;
    next_ = first->end;
    if (may_be_year(*first) && stands_as_year(at)) return std::nullopt;
    const std::optional<UnitFound> unit = find_unit(tokens_, *first, units_);
    if (is_old_level(*first, unit)) return std::nullopt;
    if (const auto range = read_range(*first, unit)) return range;
    if (unit) return make(*first, *unit);
    if (const auto shared = shared_unit(*first)) return shared;
    return bare_sum(*first);
  }

  /// "(99, 7%)", alone in its brackets: the comma is a decimal one.
  std::optional<Measured> parted_decimal(std::size_t at) const {
    if (at == 0 || tokens_.raw(at - 1) != "(" || tokens_.raw(at + 1) != ",") return std::nullopt;
    const std::optional<Number> whole = read_number(tokens_, at, units_), part = read_number(tokens_, at + 2, units_);
    if (!whole || !part || !whole->figure || !part->figure || whole->end != at + 1 || part->end != at + 3) {
      return std::nullopt;
    }
    const std::optional<UnitFound> unit = find_unit(tokens_, *part, units_);
    if (!unit || unit->unit != Unit::percent || tokens_.raw(unit->end) != ")") return std::nullopt;
    const std::optional<Decimal> value =
        parse_figure(std::string(tokens_.raw(at)) + "," + std::string(tokens_.raw(at + 2)));
    if (!value) return std::nullopt;
    Measured out = make(*part, *unit);
    out.begin = at;
    out.low = *value;
    return out;
  }

  /// "60 millions de dollars à la Serbie et 4,5 millions au Togo": in the currency said before.
  std::optional<Measured> bare_sum(const Number& number) const {
    if (number.magnitude < 6 || tokens_.is_de(number.end)) return std::nullopt;
    const auto money =
        std::find_if(out_.rbegin(), out_.rend(), [](const Quantity& q) { return q.unit == Unit::money; });
    if (money == out_.rend()) return std::nullopt;
    UnitFound unit;
    unit.unit = Unit::money;
    unit.begin = number.begin;
    unit.end = number.end;
    unit.currency = money->currency;
    return make(number, unit);
  }

  static Decimal value_in(const Number& number, const Decimal& value, Unit unit) {
    // "10,000 soldats" follows English habits: decimals of a thing counted make no sense.
    const bool thousands = number.thousands_or_decimals && number.magnitude == 0 && unit != Unit::percent;
    return thousands ? value.scaled(3) : value;
  }

  static Measured make(const Number& number, const UnitFound& unit) {
    Measured out{std::min(number.begin, unit.begin),
                 unit.end,
                 value_in(number, number.value, unit.unit),
                 {},
                 number.round,
                 number.negative,
                 unit};
    if (number.upper) out.high = value_in(number, *number.upper, unit.unit);
    return out;
  }

  /// "est passé de 10 à 15 %": the first figure is where it came from.
  bool is_old_level(const Number& first, const std::optional<UnitFound>& unit) const {
    const std::size_t link = unit ? unit->end : first.end;
    if (tokens_[link] != "a" || tokens_.raw(link) == "a" || first.begin < 2 || tokens_[first.begin - 1] != "de")
      return false;
    const std::string_view verb = tokens_[first.begin - 2];
    return (verb.starts_with("pass") || begins_with_stem(verb)) && read_number(tokens_, link + 1, units_).has_value();
  }

  /// "10 à 15 %", "entre 8 et 9 milliards de dollars", "deux ou trois soldats".
  std::optional<Measured> read_range(const Number& first, const std::optional<UnitFound>& unit) {
    const std::size_t link = unit ? unit->end : first.end;
    const std::string_view word = tokens_[link];
    const std::string_view before = first.begin > 0 ? tokens_[first.begin - 1] : std::string_view();
    const bool between = before == "entre" && word == "et";
    const bool to = word == "a" && tokens_.raw(link) != "a";
    if (!between && !to && !(word == "ou" && !unit)) return std::nullopt;
    const std::optional<Number> second = read_number(tokens_, link + 1, units_);
    if (!second || may_be_year(first) != may_be_year(*second)) return std::nullopt;
    const std::optional<UnitFound> last = find_unit(tokens_, *second, units_);
    if (!last || (unit && (unit->unit != last->unit || unit->currency != last->currency))) return std::nullopt;
    Decimal low = value_in(first, first.value, last->unit);
    // "de 20 à 30 millions": the magnitude holds for both.
    if (first.magnitude == 0 && second->magnitude > 0 && first.value.approximate() < 1000)
      low = low.scaled(second->magnitude);
    const Decimal high = value_in(*second, second->value, last->unit);
    if (low.approximate() >= high.approximate()) return std::nullopt;
    const bool opened = between || (to && before == "de");
    return Measured{first.begin - (opened ? 1 : 0), last->end, low, high, false, false, *last};
  }

  /// "7,8 et 8,5 milliards d'euros", "12 et 15 %": the unit of the second is the first's too.
  std::optional<Measured> shared_unit(const Number& first) const {
    if (may_be_year(first) || !first.figure || tokens_[first.end] != "et") return std::nullopt;
    const std::optional<Number> second = read_number(tokens_, first.end + 1, units_);
    if (!second || !second->figure || may_be_year(*second)) return std::nullopt;
    std::optional<UnitFound> unit = find_unit(tokens_, *second, units_);
    if (!unit || (unit->unit != Unit::percent && unit->unit != Unit::money) || unit->begin < second->begin) {
      return std::nullopt;
    }
    Measured out = make(first, *unit);
    out.low = first.value.scaled(second->magnitude);
    out.begin = first.begin;
    out.end = first.end;
    return out;
  }

  /// "la moitié", "un tiers", "les deux tiers", "plus du quart": a share in per cent.
  std::optional<Measured> fraction(std::size_t at) const {
    std::size_t noun = at;
    long count = 1;
    const std::string_view word = tokens_[at];
    if (word == "la" || word == "un" || word == "le") {
      noun = at + 1;
    } else if (const int* number = units_.number_words.find(word); number != nullptr && *number > 1 && *number < 20) {
      noun = at + 1;
      count = *number;
    } else if (at == 0 || tokens_[at - 1] != "du") {
      return std::nullopt;
    }
    if (tokens_[noun] == "bonne") ++noun;
    const auto found = units_.fractions.find(tokens_.singular(noun));
    if (found == units_.fractions.end() || count >= found->second) return std::nullopt;
    // "un quart de finale", "un quart d'heure"; "un tiers" and "le tiers" are third parties unless of something.
    const std::size_t of = tokens_[noun + 1] == "environ" ? noun + 2 : noun + 1;
    const bool whole = tokens_.is_de(of) || tokens_.raw(of) == "(";
    if (units_.no_fraction_of.contains(tokens_.singular(of + 1))) return std::nullopt;
    if (!whole && found->second != 2 && count == 1) return std::nullopt;
    if (word == "le" && !whole) return std::nullopt;
    const auto parts = static_cast<std::int64_t>(found->second);
    const std::int64_t tenths = (2000 * count + parts) / (2 * parts);  // rounded to one decimal
    Measured out;
    out.begin = at;
    out.end = noun + 1;
    out.low = Decimal{tenths, -1};
    out.round = tenths * parts != 1000 * count;
    out.unit = UnitFound{Unit::percent, at, out.end, {}, {}};
    return out;
  }

  bool stands_as_year(std::size_t at) const { return at > 0 && units_.year_openers.contains(tokens_.singular(at - 1)); }

  Quantity finish(const Measured& measured) {
    Quantity q;
    std::size_t begin = measured.begin, end = measured.end;
    const std::size_t floor = out_.empty() ? 0 : out_.back().end;
    q.unit = measured.unit.unit;
    q.currency = measured.unit.currency;
    q.counted = measured.unit.counted;
    if (begin > floor && tokens_.raw(begin - 1) == "+") {
      --begin;
      q.change = true;
    }
    q.change = q.change || measured.negative;
    q.approximation = measured.round ? Approximation::about : Approximation::exact;
    q.approximation = approximate(begin, end, floor, q.approximation);
    if (measured.high) {
      q.approximation = Approximation::between;
      q.min = to_text(measured.low);
      q.max = to_text(*measured.high);
    } else if (q.approximation == Approximation::more_than) {
      q.min = to_text(measured.low);
    } else if (q.approximation == Approximation::less_than) {
      q.max = to_text(measured.low);
    } else {
      q.value = to_text(measured.low);
    }
    q.change = q.change || is_change(begin, end, q.unit);
    q.begin = static_cast<std::uint16_t>(begin);
    q.end = static_cast<std::uint16_t>(end);
    return q;
  }

  /// The length of the longest of the phrases that ends before a token.
  std::size_t longest_before(const std::vector<Phrase>& phrases, std::size_t end, std::size_t floor) const {
    std::size_t best = 0;
    for (const Phrase& phrase : phrases) {
      if (phrase.size() > best && end >= floor + phrase.size() && stands_at(phrase, tokens_, end - phrase.size())) {
        best = phrase.size();
      }
    }
    return best;
  }

  /// Takes the words before and behind into the quantity that say how exact it is.
  Approximation approximate(std::size_t& begin, std::size_t& end, std::size_t floor, Approximation otherwise) const {
    Approximation found = otherwise;
    const std::array<std::pair<const std::vector<Phrase>*, Approximation>, 4> before = {
        {{&units_.about, Approximation::about},
         {&units_.nearly, Approximation::nearly},
         {&units_.more_than, Approximation::more_than},
         {&units_.less_than, Approximation::less_than}}};
    // An article may stand between: "dépassant les 30 milliards".
    const bool article = begin > floor && (tokens_[begin - 1] == "les" || tokens_[begin - 1] == "la" ||
                                           tokens_[begin - 1] == "le" || tokens_[begin - 1] == "l'");
    for (const std::size_t skipped : {std::size_t{0}, std::size_t{1}}) {
      if (skipped == 1 && !article) break;
      std::size_t best = 0;
      for (const auto& [phrases, meaning] : before) {
        const std::size_t size = longest_before(*phrases, begin - skipped, floor);
        if (size <= best) continue;
        best = size;
        found = meaning;
      }
      if (best > 0) {
        begin -= best + skipped;
        return found;
      }
    }
    const std::array<std::pair<const std::vector<Phrase>*, Approximation>, 3> behind = {
        {{&units_.about_behind, Approximation::about},
         {&units_.more_than_behind, Approximation::more_than},
         {&units_.less_than_behind, Approximation::less_than}}};
    for (const auto& [phrases, meaning] : behind) {
      for (const Phrase& phrase : *phrases) {
        if (!stands_at(phrase, tokens_, end)) continue;
        end += phrase.size();
        return meaning;
      }
    }
    return found;
  }

  bool begins_with_stem(std::string_view word) const {
    return std::any_of(units_.change_stems.begin(), units_.change_stems.end(),
                       [word](const std::string& stem) { return word.starts_with(stem); });
  }

  /// "en hausse de 12 %", "a reculé de près de 3 %", "croissance économique de 3 %", "perd 3 %", "12 % de plus".
  bool is_change(std::size_t begin, std::size_t end, Unit unit) const {
    for (const Phrase& phrase : units_.change_behind) {
      if (stands_at(phrase, tokens_, end)) return true;
    }
    if (unit == Unit::count || begin == 0) return false;
    if (unit == Unit::percent && begins_with_stem(tokens_[begin - 1])) return true;
    if (!tokens_.is_de(begin - 1)) return false;
    for (std::size_t back = 2, words = 0; words < 2 && back <= begin; ++back) {
      const std::string_view word = tokens_.raw(begin - back);
      if (word == "," || word == "(") return false;
      if (begins_with_stem(tokens_[begin - back])) return true;
      words += word == "\"" || word == "»" || word == "«" ? 0U : 1U;
    }
    return false;
  }

  FoldedTokens tokens_;
  const Units& units_;
  std::vector<Quantity> out_;
  std::size_t next_ = 0;
};

}  // namespace

Result<QuantityFinder> QuantityFinder::load(const std::string& path, Diagnostics& diagnostics) {
  Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  return QuantityFinder(Units::parse(std::move(*text), path, diagnostics));
}

std::vector<Quantity> QuantityFinder::find(std::string_view text, const language::Sentence& sentence) const {
  return Search(text, sentence, units_).run();
}

}  // namespace depeche::recognise
