#include "recognise/number_words.hpp"

#include <algorithm>

namespace depeche::recognise {

bool NumberReader::may_take_and() const {
  return last_ >= 20 && last_ < 100;
}

bool NumberReader::add(std::string_view folded) {
  const int* const found = words_->find(folded);
  if (found == nullptr) return false;
  const int word = *found;
  const long tens = below_ % 100;
  if (word == 1000) {
    if (thousands_ > 0) return false;
    thousands_ = 1000 * std::max(below_, 1L);
    below_ = 0;
  } else if (word == 100) {
    if (below_ > 9) return false;
    below_ = 100 * std::max(below_, 1L);
  } else if (word == 20 && last_ == 4 && tens == 4) {
    below_ += 76;  // quatre-vingts
  } else if (word >= 20) {
    if (tens != 0) return false;
    below_ += word;
  } else if (word >= 10) {
    // soixante-dix, quatre-vingt-dix, dix alone
    if (tens != 0 && tens != 60 && tens != 80) return false;
    below_ += word;
  } else {
    const bool after_tens = tens == 0 || tens == 10 || (tens % 10 == 0 && tens >= 20) || (tens == 70 || tens == 90);
    if (!after_tens || (tens == 10 && word < 7)) return false;
    if (word == 0 && count_ > 0) return false;
    below_ += word;
  }
  last_ = word;
  ++count_;
  return true;
}

}  // namespace depeche::recognise
