#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "language/row_sums.hpp"

namespace depeche::language {

/// Mixes up to three values and the number of their template into the 32-bit key of a feature.
constexpr std::uint32_t feature_key(std::uint32_t pattern, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t x = (a + 1) * 0x9E3779B97F4A7C15u + (b + 2) * 0xC2B2AE3D27D4EB4Fu + (c + 3) * 0x165667B19E3779F9u;
  x = (x ^ (x >> 31) ^ pattern) * 0xD6E8FEB86659FD93u;
  return static_cast<std::uint32_t>((x ^ (x >> 29)) >> 16);
}

/// Weights of hashed features: each known feature has one row of `Width` 8-bit weights, one per class, so that all
/// classes are scored by adding rows. Features live in buckets of four and are told apart by 16 bits of their key,
/// which keeps pruned features silent instead of noisy. A view of the mapped model file.
template <std::size_t Width>
struct FeatureTable {
  static constexpr std::size_t bucket_size = 4;
  static constexpr std::size_t most_features = 96;
  using Scores = std::array<std::int16_t, Width>;

  const std::uint16_t* marks = nullptr;  ///< bucket_size per bucket; 0 = free
  const std::int8_t* rows = nullptr;     ///< Width per mark
  std::uint32_t bucket_mask = 0;         ///< number of buckets - 1; below 2^16

  static constexpr std::uint16_t mark_of(std::uint32_t key) {
    const auto mark = static_cast<std::uint16_t>(key >> 16);
    return mark == 0 ? std::uint16_t{1} : mark;
  }

  /// Adds up the rows of the known ones among `count` (at most `most_features`) features.
  void score(const std::uint32_t* keys, std::size_t count, Scores& scores) const {
    std::array<const std::int8_t*, most_features + 1> found;
    std::size_t found_count = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t first = (keys[i] & bucket_mask) * bucket_size;
      std::uint64_t bucket;
      std::memcpy(&bucket, marks + first, sizeof bucket);
      // The lowest lane of 16 bits that equals the mark, if any: its highest bit is the lowest bit set in `equal`.
      constexpr std::uint64_t ones = 0x0001000100010001u;
      const std::uint64_t difference = bucket ^ (mark_of(keys[i]) * ones);
      const std::uint64_t equal = (difference - ones) & ~difference & (ones << 15U);
      const std::int8_t* const row =
          rows + (first + (static_cast<unsigned>(std::countr_zero(equal)) / 16 & 3U)) * Width;
      const std::int8_t* const wanted = equal != 0 ? row : rows;
      __builtin_prefetch(wanted);
      __builtin_prefetch(wanted + Width - 1);
      found[found_count] = wanted;
      found_count += equal != 0 ? 1 : 0;
    }
    static_assert(Width == 24 || Width == 48);
    if constexpr (Width == 24) {
      sum_rows_of_24(found.data(), found_count, scores.data());
    } else {
      sum_rows_of_48(found.data(), found_count, scores.data());
    }
  }

 private:
  static_assert(std::endian::native == std::endian::little, "lanes are counted from the lowest byte");
};

}  // namespace depeche::language
