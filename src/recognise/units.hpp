#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "recognise/folded_tokens.hpp"
#include "recognise/number_words.hpp"

namespace depeche::recognise {

/// Numbers, currencies and the words around figures: mappings/<language>/units.toml, which documents them. Words are
/// folded and without plural, but number words, which stand in every form.
struct Units {
  template <class T>
  using WordMap = std::map<std::string, T, std::less<>>;
  using WordSet = std::set<std::string, std::less<>>;

  NumberWords number_words;
  WordMap<int> magnitudes, magnitude_signs, collectives, fractions;

  std::vector<Phrase> about, nearly, more_than, less_than;
  std::vector<Phrase> about_behind, more_than_behind, less_than_behind;

  std::vector<std::string> change_stems;
  std::vector<Phrase> change_behind;

  WordSet excluded, adjectives, not_counted, single, year_openers, invariable, no_fraction_of;

  struct CurrencyName {
    Phrase words;
    std::string code;
    bool ambiguous = false;  ///< a common word too: only behind a magnitude
  };
  WordMap<std::vector<CurrencyName>> currencies;  ///< by first word, longest name first
  WordMap<std::string> currency_signs;            ///< as spelt, to code

  /// Faults go to `diagnostics`.
  static Units parse(std::string toml, const std::string& name, Diagnostics& diagnostics);
};

}  // namespace depeche::recognise
