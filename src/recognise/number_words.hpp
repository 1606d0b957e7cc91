#pragma once
#include <string_view>

#include "base/word_table.hpp"

namespace depeche::recognise {

/// The value of simple number words ("sept", "soixante", "cents", "mille"), folded: mappings/<language>/units.toml.
using NumberWords = WordTable<int>;

/// Adds number words one by one to a number: "quatre", "vingt", "dix", "sept". Refuses what does not go on.
class NumberReader {
 public:
  /// The words must outlive the reader.
  explicit NumberReader(const NumberWords& words) : words_(&words) {}

  /// False, and nothing changed, if the word is no number word or cannot follow.
  bool add(std::string_view folded);
  /// "et" may stand before "un" and "onze" only.
  bool may_take_and() const;
  bool empty() const { return count_ == 0; }
  long value() const { return thousands_ + below_; }

 private:
  const NumberWords* words_;
  long thousands_ = 0, below_ = 0;
  int count_ = 0;
  int last_ = 0;
};

}  // namespace depeche::recognise
