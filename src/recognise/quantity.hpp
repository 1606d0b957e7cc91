#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/token.hpp"
#include "recognise/units.hpp"

namespace depeche::recognise {

enum class Approximation : std::uint8_t { exact, about, nearly, more_than, less_than, between };

/// A number with its unit as the text gives it. Values are canonical xsd:decimal text ("80.0", "3500000000.0").
struct Quantity {
  enum class Unit : std::uint8_t { none, percent, money, count };
  std::uint16_t begin = 0;  ///< first token, "environ" and the like included
  std::uint16_t end = 0;    ///< behind the last token, unit included
  std::string value;        ///< one value; empty where only bounds are given ("plus de 60 %": min)
  std::string min, max;
  Unit unit = Unit::none;
  std::string currency;  ///< ISO 4217 for money
  std::string counted;   ///< for counts: the noun counted in the singular ("mort", "char")
  Approximation approximation = Approximation::exact;
  bool change = false;  ///< "en hausse de 12 %", "+0,9 %": a change and not a level
};

/// Finds quantities with the vocabulary of one language. Immutable, thread-safe.
class QuantityFinder {
 public:
  QuantityFinder() = default;
  explicit QuantityFinder(Units units) : units_(std::move(units)) {}
  /// Fails if the file (mappings/<language>/units.toml) cannot be read; faults inside it go to `diagnostics`.
  static Result<QuantityFinder> load(const std::string& path, Diagnostics& diagnostics);

  const NumberWords& number_words() const { return units_.number_words; }

  /// The quantities of a sentence: figures and number words, fractions ("un quart", "la moitié": per cent),
  /// percentages, money with magnitude and currency ("3,5 milliards de dollars", "600 M€", "107 863,00 millions de
  /// FCFA"), counts. Years, days, ages, durations, scores, times and ordinals are not quantities. In order, not
  /// overlapping. Word classes help but are not needed.
  std::vector<Quantity> find(std::string_view text, const language::Sentence& sentence) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(units_);
  }

 private:
  Units units_;
};

}  // namespace depeche::recognise
