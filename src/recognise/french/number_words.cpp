#include "recognise/french/number_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace depeche::recognise::french {
namespace {

using Row = std::pair<std::string_view, int>;

/// In order of their bytes.
constexpr std::array<Row, 31> words = {{
    {"cent", 100},   {"cents", 100}, {"cinq", 5},      {"cinquante", 50}, {"deux", 2},      {"dix", 10},
    {"douze", 12},   {"huit", 8},    {"huitante", 80}, {"mille", 1000},   {"neuf", 9},      {"nonante", 90},
    {"octante", 80}, {"onze", 11},   {"quarante", 40}, {"quatorze", 14},  {"quatre", 4},    {"quinze", 15},
    {"seize", 16},   {"sept", 7},    {"septante", 70}, {"six", 6},        {"soixante", 60}, {"treize", 13},
    {"trente", 30},  {"trois", 3},   {"un", 1},        {"une", 1},        {"vingt", 20},    {"vingts", 20},
    {"zero", 0},
}};

}  // namespace

std::optional<int> number_word(std::string_view folded) {
  const auto found = std::lower_bound(words.begin(), words.end(), folded,
                                      [](const Row& row, std::string_view word) { return row.first < word; });
  if (found == words.end() || found->first != folded) return std::nullopt;
  return found->second;
}

bool NumberWords::may_take_and() const {
  return last_ >= 20 && last_ < 100;
}

bool NumberWords::add(std::string_view folded) {
  const std::optional<int> found = number_word(folded);
  if (!found) return false;
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

}  // namespace depeche::recognise::french
