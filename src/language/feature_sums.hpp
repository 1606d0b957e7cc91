#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace depeche::language {

/// Features live in buckets of four and are told apart by a mark, 16 bits of their key. Each mark has a row of 8-bit
/// weights.
struct FeatureRows {
  static constexpr std::size_t bucket_size = 4;

  const std::uint16_t* marks = nullptr;  ///< bucket_size per bucket; 0 = free
  const std::int8_t* rows = nullptr;     ///< one per mark, each `stride_of` its width behind the one before
  std::uint32_t bucket_mask = 0;         ///< number of buckets - 1; below 2^16

  /// From one row to the next, in bytes: no row lies across two cache lines.
  static constexpr std::size_t stride_of(std::size_t width) { return std::bit_ceil(width); }

  static constexpr std::uint16_t mark_of(std::uint32_t key) {
    const std::uint32_t mark = key >> 16U;
    return static_cast<std::uint16_t>(mark + (mark == 0 ? 1U : 0U));
  }
};

/// The most keys that can be summed up at a time.
inline constexpr std::size_t most_features = 96;

/// The rows of the features that a table knows, in no order.
struct FoundRows {
  const std::int8_t* table = nullptr;
  std::array<std::uint32_t, most_features + 8> rows;  ///< bytes from `table`; those behind the last are scratch
  std::size_t count = 0;
};

/// Finds the rows of 24 or 48 weights of the known ones among `count` features and has them fetched into the cache.
/// Whoever does something else before the rows are summed up does not wait for them.
void find_rows_24(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, FoundRows& found);
void find_rows_48(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, FoundRows& found);

/// Adds up found rows of 24 or 48 weights, column by column. Uses the widest registers that the machine has; the sums
/// are the same on all machines.
void sum_rows_24(const FoundRows& found, std::int16_t* sums);
void sum_rows_48(const FoundRows& found, std::int16_t* sums);

}  // namespace depeche::language
