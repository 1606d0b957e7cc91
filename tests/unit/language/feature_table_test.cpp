#include "language/feature_table.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace depeche::language {
namespace {

/// A table of numbers without pattern, and a plain way of asking it.
template <std::size_t Width>
struct Table {
  static constexpr std::uint32_t buckets = 64;
  std::vector<std::uint16_t> marks;
  std::vector<std::int8_t> rows;
  FeatureTable<Width> view;
  unsigned int last = 7;

  std::uint32_t next() {
    last = last * 1103515245U + 12345U;
    return last >> 8U;
  }

  Table() : marks(buckets * 4), rows(marks.size() * FeatureTable<Width>::stride, 99) {
    for (std::uint16_t& mark : marks) mark = static_cast<std::uint16_t>(next() % 40);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      for (std::size_t k = 0; k < Width; ++k) {
        rows[i * FeatureTable<Width>::stride + k] = static_cast<std::int8_t>(static_cast<int>(next() & 0xFFU) - 128);
      }
    }
    view.marks = marks.data();
    view.rows = rows.data();
    view.bucket_mask = buckets - 1;
  }

  typename FeatureTable<Width>::Scores plainly(const std::vector<std::uint32_t>& keys) const {
    typename FeatureTable<Width>::Scores sums{};
    for (const std::uint32_t key : keys) {
      for (std::size_t place = (key % buckets) * 4, lane = 0; lane < 4; ++lane) {
        if (marks[place + lane] != FeatureTable<Width>::mark_of(key)) continue;
        for (std::size_t k = 0; k < Width; ++k) {
          sums[k] = static_cast<std::int16_t>(sums[k] + rows[(place + lane) * FeatureTable<Width>::stride + k]);
        }
        break;  // the first of its bucket counts
      }
    }
    return sums;
  }
};

template <std::size_t Width>
void expect_same_scores() {
  Table<Width> table;
  for (std::size_t count = 0; count <= most_features; ++count) {
    std::vector<std::uint32_t> keys(count);
    for (std::uint32_t& key : keys) key = (table.next() % 48) << 16U | (table.next() & 0xFFFFU);
    typename FeatureTable<Width>::Scores scores;
    scores.fill(99);
    table.view.score(keys.data(), keys.size(), scores);
    EXPECT_EQ(scores, table.plainly(keys)) << count << " features";
  }
}

TEST(FeatureTable, AddsTheRowsOfKnownFeaturesAlone) {
  expect_same_scores<24>();
  expect_same_scores<48>();
}

TEST(FeatureKeys, AreTheSameWhenMixedTogether) {
  std::vector<std::uint64_t> sums(64);
  std::vector<std::uint32_t> keys(64);
  std::uint64_t last = 1;
  for (std::uint64_t& sum : sums) sum = last = last * 6364136223846793005U + 1442695040888963407U;
  for (std::size_t count = 0; count <= 61; ++count) {
    mix_features(sums.data(), count, keys.data());
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(keys[i], mix_feature(static_cast<std::uint32_t>(i + 1), sums[i])) << i << " of " << count;
    }
  }
}

}  // namespace
}  // namespace depeche::language
