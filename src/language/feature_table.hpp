#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "language/feature_keys.hpp"
#include "language/feature_sums.hpp"

namespace depeche::language {

/// Weights of hashed features: each known feature has one row of `Width` 8-bit weights, one per class, so that all
/// classes are scored by adding rows. Telling features apart by 16 bits of their key keeps pruned ones silent instead
/// of noisy. A view of the tables of a model.
template <std::size_t Width>
struct FeatureTable : FeatureRows {
  static_assert(Width == 24 || Width == 48);
  static constexpr std::size_t stride = stride_of(Width);
  using Scores = std::array<std::int16_t, Width>;

  /// Finds the rows of the known ones among `count` (at most `most_features`) features.
  void find(const std::uint32_t* keys, std::size_t count, FoundRows& found) const {
    if constexpr (Width == 24) {
      find_rows_24(*this, keys, count, found);
    } else {
      find_rows_48(*this, keys, count, found);
    }
  }

  /// Adds up found rows.
  static void sum(const FoundRows& found, Scores& scores) {
    if constexpr (Width == 24) {
      sum_rows_24(found, scores.data());
    } else {
      sum_rows_48(found, scores.data());
    }
  }

  /// Both: adds up the rows of the known ones among the features.
  void score(const std::uint32_t* keys, std::size_t count, Scores& scores) const {
    FoundRows found;
    find(keys, count, found);
    sum(found, scores);
  }
};

}  // namespace depeche::language
