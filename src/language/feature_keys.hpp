#pragma once
#include <cstddef>
#include <cstdint>

namespace depeche::language {

inline constexpr std::uint64_t feature_factor = 0xD6E8FEB86659FD93u;

/// Up to three values of a feature as one number, to be mixed.
constexpr std::uint64_t feature_sum(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  return (a + 1) * 0x9E3779B97F4A7C15u + (b + 2) * 0xC2B2AE3D27D4EB4Fu + (c + 3) * 0x165667B19E3779F9u;
}

/// The key of a feature: what feature_sum gives mixed with the number of its template.
constexpr std::uint32_t mix_feature(std::uint32_t pattern, std::uint64_t sum) {
  const std::uint64_t x = (sum ^ (sum >> 31) ^ pattern) * feature_factor;
  return static_cast<std::uint32_t>((x ^ (x >> 29)) >> 16);
}

/// Mixes up to three values and the number of their template into the 32-bit key of a feature.
constexpr std::uint32_t feature_key(std::uint32_t pattern, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  return mix_feature(pattern, feature_sum(a, b, c));
}

/// Mixes the sums of the templates 1 to `count`, some at a time. Both `sums` and `keys` have room for the next multiple
/// of eight.
void mix_features(const std::uint64_t* sums, std::size_t count, std::uint32_t* keys);

}  // namespace depeche::language
