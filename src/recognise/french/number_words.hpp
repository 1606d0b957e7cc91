#pragma once
#include <optional>
#include <string_view>

namespace depeche::recognise::french {

/// The value of a simple number word ("sept", "soixante", "cents", "mille"), folded; nullopt for others. Belgian and
/// Swiss tens are known.
std::optional<int> number_word(std::string_view folded);

/// Adds number words one by one to a number: "quatre", "vingt", "dix", "sept". Refuses what does not go on.
class NumberWords {
 public:
  /// False, and nothing changed, if the word is no number word or cannot follow.
  bool add(std::string_view folded);
  /// "et" may stand before "un" and "onze" only.
  bool may_take_and() const;
  bool empty() const { return count_ == 0; }
  long value() const { return thousands_ + below_; }
  int count() const { return count_; }

 private:
  long thousands_ = 0, below_ = 0;
  int count_ = 0;
  int last_ = 0;
};

}  // namespace depeche::recognise::french
