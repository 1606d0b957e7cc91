#include "language/feature_sums.hpp"

#include <array>
#include <cstring>
#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace depeche::language {
namespace {

static_assert(std::endian::native == std::endian::little, "marks are counted from the lowest byte");

using Finding = void(const FeatureRows&, const std::uint32_t*, std::size_t, FoundRows&);
using Summing = void(const FoundRows&, std::int16_t*);

// --- any machine
// ------------------------------------------------------------------------------------------------------

template <std::size_t Width>
void find_plainly(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, FoundRows& found) {
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
    found.rows[size] = table.rows + (first + lane) * FeatureRows::stride_of(Width);
    __builtin_prefetch(found.rows[size++]);
  }
  found.count = size;
}

/// Eight columns after the other: each has its sum in one register, which compilers do not find by themselves.
template <std::size_t Width>
void sum_plainly(const FoundRows& found, std::int16_t* sums) {
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Words = std::int16_t __attribute__((vector_size(16)));
  for (std::size_t column = 0; column < Width; column += 8) {
    Words total{};
    for (std::size_t i = 0; i < found.count; ++i) {
      Bytes weights;
      std::memcpy(&weights, found.rows[i] + column, sizeof weights);
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
[[gnu::target("avx2,bmi")]] void find_by_avx2(const FeatureRows& table, const std::uint32_t* keys, std::size_t count,
                                              FoundRows& found) {
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
    // Nobody can foretell which ones are known: no branch, but a place that the next one takes if this one is not.
    for (const std::uint8_t key : order) {
      const std::uint64_t bucket = eight[key] & table.bucket_mask;
      const std::uint32_t lane = static_cast<std::uint32_t>(std::countr_zero(equal | 0x10U)) & 3U;
      found.rows[size] = table.rows + (bucket * FeatureRows::bucket_size + lane) * FeatureRows::stride_of(Width);
      size += (equal & 0xFU) != 0 ? 1U : 0U;
      equal >>= 4U;
    }
  }
  found.count = size;
  for (std::size_t i = 0; i < size; ++i) _mm_prefetch(reinterpret_cast<const char*>(found.rows[i]), _MM_HINT_T0);
}

[[gnu::target("avx2")]] inline __m256i wide(const std::int8_t* weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
}

[[gnu::target("avx2")]] void sum_24_by_avx2(const FoundRows& found, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256();
  __m128i b = _mm_setzero_si128();
  for (std::size_t i = 0; i < found.count; ++i) {
    a = _mm256_add_epi16(a, wide(found.rows[i]));
    b = _mm_add_epi16(b, _mm_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(found.rows[i] + 16))));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + 16), b);
}

[[gnu::target("avx2")]] void sum_48_by_avx2(const FoundRows& found, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256(), b = a, c = a;
  for (std::size_t i = 0; i < found.count; ++i) {
    a = _mm256_add_epi16(a, wide(found.rows[i]));
    b = _mm256_add_epi16(b, wide(found.rows[i] + 16));
    c = _mm256_add_epi16(c, wide(found.rows[i] + 32));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 16), b);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 32), c);
}

bool has_avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
const bool avx2 = has_avx2();
Finding* const find_24 = avx2 ? find_by_avx2<24> : find_plainly<24>;
Finding* const find_48 = avx2 ? find_by_avx2<48> : find_plainly<48>;
Summing* const sum_24 = avx2 ? sum_24_by_avx2 : sum_plainly<24>;
Summing* const sum_48 = avx2 ? sum_48_by_avx2 : sum_plainly<48>;

#else

Finding* const find_24 = find_plainly<24>;
Finding* const find_48 = find_plainly<48>;
Summing* const sum_24 = sum_plainly<24>;
Summing* const sum_48 = sum_plainly<48>;

#endif

}  // namespace

void find_rows_24(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, FoundRows& found) {
  find_24(table, keys, count, found);
}

void find_rows_48(const FeatureRows& table, const std::uint32_t* keys, std::size_t count, FoundRows& found) {
  find_48(table, keys, count, found);
}

void sum_rows_24(const FoundRows& found, std::int16_t* sums) {
  sum_24(found, sums);
}

void sum_rows_48(const FoundRows& found, std::int16_t* sums) {
  sum_48(found, sums);
}

}  // namespace depeche::language
