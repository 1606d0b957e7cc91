#include "language/row_sums.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace depeche::language {
namespace {

/// Rows of weights that differ in each column and use the whole range of a byte.
template <std::size_t Width>
std::vector<std::array<std::int8_t, Width>> make_rows(std::size_t count) {
  std::vector<std::array<std::int8_t, Width>> rows(count);
  unsigned int next = 7;
  for (auto& row : rows) {
    for (std::int8_t& weight : row) {
      next = next * 1103515245U + 12345U;
      weight = static_cast<std::int8_t>(static_cast<int>(next >> 16U & 0xFFU) - 128);
    }
  }
  return rows;
}

template <std::size_t Width, class Sum>
void expect_sums(Sum sum) {
  const auto rows = make_rows<Width>(61);
  for (std::size_t count = 0; count <= rows.size(); ++count) {
    std::vector<const std::int8_t*> pointers;
    std::array<std::int16_t, Width> expected{}, sums{};
    sums.fill(99);
    for (std::size_t i = 0; i < count; ++i) {
      pointers.push_back(rows[i].data());
      for (std::size_t k = 0; k < Width; ++k) expected[k] = static_cast<std::int16_t>(expected[k] + rows[i][k]);
    }
    sum(pointers.data(), count, sums.data());
    EXPECT_EQ(sums, expected) << count << " rows";
  }
}

TEST(RowSums, AddsEveryColumnOfAnyNumberOfRows) {
  expect_sums<24>(sum_rows_of_24);
  expect_sums<48>(sum_rows_of_48);
}

}  // namespace
}  // namespace depeche::language
