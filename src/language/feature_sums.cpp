#include "language/feature_sums.hpp"

#include <array>
#include <cstring>
#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace depeche::language {
namespace {

static_assert(std::endian::native == std::endian::little, "marks are counted from the lowest byte");

using Summing = void(const FeatureRows&, const std::uint32_t*, std::size_t, std::int16_t*);
using Found = std::array<const std::int8_t*, most_features>;

// --- any machine
// ------------------------------------------------------------------------------------------------------

template <std::size_t Width>
std::size_t find_plainly(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, Found& found) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = (keys[i] & table.bucket_mask) * FeatureRows::bucket_size;
    std::uint64_t bucket;
    std::memcpy(&bucket, table.marks + first, sizeof bucket);
    // The lowest lane of 16 bits that equals the mark, if any: its highest bit is the lowest bit set in `equal`.
    constexpr std::uint64_t ones = 0x0001000100010001u;
    const std::uint64_t difference = bucket ^ (FeatureRows::mark_of(keys[i]) * ones);
    const std::uint64_t equal = (difference - ones) & ~difference & (ones << 15U);
    if (equal == 0) continue;
    const auto lane = static_cast<std::size_t>(std::countr_zero(equal)) / 16;
    found[size] = table.rows + (first + lane) * FeatureRows::stride_of(Width);
    __builtin_prefetch(found[size++]);
  }
  return size;
}

/// Eight columns after the other: each has its sum in one register, which compilers do not find by themselves.
template <std::size_t Width>
void sum_plainly(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, std::int16_t* sums) {
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Words = std::int16_t __attribute__((vector_size(16)));
  Found found;
  const std::size_t size = find_plainly<Width>(table, keys, count, found);
  for (std::size_t column = 0; column < Width; column += 8) {
    Words total{};
    for (std::size_t i = 0; i < size; ++i) {
      Bytes weights;
      std::memcpy(&weights, found[i] + column, sizeof weights);
      total += __builtin_convertvector(weights, Words);
    }
    std::memcpy(sums + column, &total, sizeof total);
  }
}

// --- x86-64 with AVX2
// -------------------------------------------------------------------------------------------------

#ifdef __x86_64__

/// The buckets of four keys, and in each the lanes that equal the key's mark.
[[gnu::target("avx2")]] inline __m256i equal_lanes(const FeatureRows& table, const std::uint32_t* keys) {
  std::array<long long, 4> buckets;
  for (std::size_t i = 0; i < 4; ++i) {
    std::memcpy(&buckets[i], table.marks + (keys[i] & table.bucket_mask) * FeatureRows::bucket_size, 8);
  }
  const __m256i wide = _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(keys)));
  const __m256i upper = _mm256_setr_epi8(2, 3, 2, 3, 2, 3, 2, 3, 10, 11, 10, 11, 10, 11, 10, 11,  //
                                         2, 3, 2, 3, 2, 3, 2, 3, 10, 11, 10, 11, 10, 11, 10, 11);
  const __m256i marks = _mm256_max_epu16(_mm256_shuffle_epi8(wide, upper), _mm256_set1_epi16(1));
  return _mm256_cmpeq_epi16(_mm256_setr_epi64x(buckets[0], buckets[1], buckets[2], buckets[3]), marks);
}

/// Eight keys at a time. Most features are not known: only the others cost a step of their own.
template <std::size_t Width>
[[gnu::target("avx2,bmi")]] inline std::size_t find_by_avx2(const FeatureRows& table, const std::uint32_t* keys,
                                                            std::size_t count, Found& found) {
  // Packing two vectors joins their halves: where the keys of the four bits each of the packed mask stand.
  constexpr std::array<std::uint8_t, 8> order = {0, 1, 4, 5, 2, 3, 6, 7};
  std::size_t size = 0;
  std::array<std::uint32_t, 8> rest{};
  for (std::size_t at = 0; at < count; at += 8) {
    const std::uint32_t* eight = keys + at;
    std::uint32_t wanted = 0xFFFFFFFFU;
    if (count - at < 8) {
      std::memcpy(rest.data(), eight, (count - at) * sizeof(std::uint32_t));
      eight = rest.data();
      wanted = 0;
      for (std::size_t i = 0; i < 8; ++i) wanted |= at + order[i] < count ? 0xFU << 4U * i : 0U;
    }
    const __m256i lanes = _mm256_packs_epi16(equal_lanes(table, eight), equal_lanes(table, eight + 4));
    std::uint32_t equal = static_cast<std::uint32_t>(_mm256_movemask_epi8(lanes)) & wanted;
    while (equal != 0) {
      const auto bit = static_cast<unsigned>(std::countr_zero(equal));
      const std::uint64_t bucket = eight[order[bit / 4]] & table.bucket_mask;
      found[size] = table.rows + (bucket * FeatureRows::bucket_size + bit % 4) * FeatureRows::stride_of(Width);
      _mm_prefetch(reinterpret_cast<const char*>(found[size++]), _MM_HINT_T0);
      equal &= ~(0xFU << (bit & ~3U));
    }
  }
  return size;
}

[[gnu::target("avx2")]] inline __m256i wide(const std::int8_t* weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
}

[[gnu::target("avx2,bmi")]] void sum_24_by_avx2(const FeatureRows& table, const std::uint32_t* keys, std::size_t count,
                                                std::int16_t* sums) {
  Found found;
  const std::size_t size = find_by_avx2<24>(table, keys, count, found);
  __m256i a = _mm256_setzero_si256();
  __m128i b = _mm_setzero_si128();
  for (std::size_t i = 0; i < size; ++i) {
    a = _mm256_add_epi16(a, wide(found[i]));
    b = _mm_add_epi16(b, _mm_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(found[i] + 16))));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + 16), b);
}

[[gnu::target("avx2,bmi")]] void sum_48_by_avx2(const FeatureRows& table, const std::uint32_t* keys, std::size_t count,
                                                std::int16_t* sums) {
  Found found;
  const std::size_t size = find_by_avx2<48>(table, keys, count, found);
  __m256i a = _mm256_setzero_si256(), b = a, c = a;
  for (std::size_t i = 0; i < size; ++i) {
    a = _mm256_add_epi16(a, wide(found[i]));
    b = _mm256_add_epi16(b, wide(found[i] + 16));
    c = _mm256_add_epi16(c, wide(found[i] + 32));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 16), b);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 32), c);
}

bool has_avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
Summing* const best_24 = has_avx2() ? sum_24_by_avx2 : sum_plainly<24>;
Summing* const best_48 = has_avx2() ? sum_48_by_avx2 : sum_plainly<48>;

#else

Summing* const best_24 = sum_plainly<24>;
Summing* const best_48 = sum_plainly<48>;

#endif

}  // namespace

void sum_features_24(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, std::int16_t* sums) {
  best_24(table, keys, count, sums);
}

void sum_features_48(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, std::int16_t* sums) {
  best_48(table, keys, count, sums);
}

}  // namespace depeche::language
