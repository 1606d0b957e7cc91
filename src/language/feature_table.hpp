#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace depeche::language {

/// Mixes up to three values and the number of their template into the 32-bit key of a feature.
constexpr std::uint32_t feature_key(std::uint32_t pattern, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t x = (a + 1) * 0x9E3779B97F4A7C15u + (b + 2) * 0xC2B2AE3D27D4EB4Fu + (c + 3) * 0x165667B19E3779F9u;
  x = (x ^ (x >> 31) ^ pattern) * 0xD6E8FEB86659FD93u;
  return static_cast<std::uint32_t>((x ^ (x >> 29)) >> 16);
}

/// Weights of hashed features: each known feature has one row of `Width` 8-bit weights, one per class, so that all
/// classes are scored by adding rows. Features live in buckets of four and are told apart by 16 bits of their key, which
/// keeps pruned features silent instead of noisy. A view of the mapped model file.
template <std::size_t Width>
struct FeatureTable {
  static constexpr std::size_t bucket_size = 4;
  using Scores = std::array<std::int16_t, Width>;

  const std::uint16_t* marks = nullptr;  ///< bucket_size per bucket; 0 = free
  const std::int8_t* rows = nullptr;     ///< Width per mark
  std::uint32_t bucket_mask = 0;         ///< number of buckets - 1; below 2^16

  static constexpr std::uint16_t mark_of(std::uint32_t key) {
    const auto mark = static_cast<std::uint16_t>(key >> 16);
    return mark == 0 ? std::uint16_t{1} : mark;
  }

  /// Adds up the rows of the known ones among `count` (at most 96) features.
  void score(const std::uint32_t* keys, std::size_t count, Scores& scores) const {
    std::array<std::uint32_t, 97> found;
    std::size_t found_count = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t first = (keys[i] & bucket_mask) * bucket_size;
      const std::uint16_t mark = mark_of(keys[i]);
      std::size_t place = bucket_size;
      for (std::size_t k = 0; k < bucket_size; ++k) place = marks[first + k] == mark ? k : place;
      found[found_count] = static_cast<std::uint32_t>(first + place);
      found_count += place != bucket_size ? 1 : 0;
    }
    scores.fill(0);
    for (std::size_t i = 0; i < found_count; ++i) {
      const std::int8_t* row = rows + found[i] * Width;
      for (std::size_t k = 0; k < Width; ++k) scores[k] = static_cast<std::int16_t>(scores[k] + row[k]);
    }
  }
};

}  // namespace depeche::language
