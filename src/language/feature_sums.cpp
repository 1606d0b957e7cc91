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
  found.table = table.rows;
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
    found.rows[size] = static_cast<std::uint32_t>((first + lane) * FeatureRows::stride_of(Width));
    __builtin_prefetch(table.rows + found.rows[size++]);
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
      std::memcpy(&weights, found.table + found.rows[i] + column, sizeof weights);
      total += __builtin_convertvector(weights, Words);
    }
    std::memcpy(sums + column, &total, sizeof total);
  }
}

// --- x86-64 with AVX2
// -------------------------------------------------------------------------------------------------

#ifdef __x86_64__

/// For every set of eight, the numbers of its members from the lowest on, a byte each.
constexpr std::array<std::uint64_t, 256> members = [] {
  std::array<std::uint64_t, 256> out{};
  for (unsigned set = 0; set < out.size(); ++set) {
    unsigned size = 0;
    for (unsigned member = 0; member < 8; ++member) {
      if ((set >> member & 1U) != 0) out[set] |= std::uint64_t{member} << 8U * size++;
    }
  }
  return out;
}();

/// The lane of each of four buckets that has its key's mark, the lowest if there were several; 4 if none has.
[[gnu::target("avx2")]] inline __m256i lanes_of(const FeatureRows& table, const std::uint32_t* keys) {
  std::array<long long, 4> buckets;
  for (std::size_t i = 0; i < 4; ++i) {
    std::memcpy(&buckets[i], table.marks + (keys[i] & table.bucket_mask) * FeatureRows::bucket_size, 8);
  }
  const __m256i wide = _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(keys)));
  const __m256i upper = _mm256_setr_epi8(2, 3, 2, 3, 2, 3, 2, 3, 10, 11, 10, 11, 10, 11, 10, 11,  //
                                         2, 3, 2, 3, 2, 3, 2, 3, 10, 11, 10, 11, 10, 11, 10, 11);
  const __m256i marks = _mm256_max_epu16(_mm256_shuffle_epi8(wide, upper), _mm256_set1_epi16(1));
  const __m256i equal = _mm256_cmpeq_epi16(_mm256_setr_epi64x(buckets[0], buckets[1], buckets[2], buckets[3]), marks);
  // One bit in every lane below the lowest that is equal.
  const __m256i below = _mm256_andnot_si256(equal, _mm256_add_epi64(equal, _mm256_set1_epi64x(-1)));
  return _mm256_sad_epu8(_mm256_and_si256(below, _mm256_set1_epi16(1)), _mm256_setzero_si256());
}

/// Eight keys at a time. Nobody can foretell which ones are known: no branch, but a store of all eight places with the
/// known ones in front.
template <std::size_t Width>
[[gnu::target("avx2,popcnt")]] void find_by_avx2(const FeatureRows& table, const std::uint32_t* keys, std::size_t count,
                                                 FoundRows& found) {
  constexpr int row_shift = std::countr_zero(FeatureRows::stride_of(Width));
  constexpr int bucket_shift = std::countr_zero(FeatureRows::bucket_size);
  // Packing two vectors joins their halves: where the keys stand then.
  constexpr std::array<std::uint8_t, 8> order = {0, 1, 4, 5, 2, 3, 6, 7};
  const __m256i bucket_mask = _mm256_set1_epi32(static_cast<int>(table.bucket_mask));
  const __m256i none = _mm256_set1_epi32(4);
  found.table = table.rows;
  std::size_t size = 0;
  std::array<std::uint32_t, 8> rest{};
  for (std::size_t at = 0; at < count; at += 8) {
    const std::uint32_t* eight = keys + at;
    unsigned wanted = 0xFFU;
    if (count - at < 8) {
      std::memcpy(rest.data(), eight, (count - at) * sizeof(std::uint32_t));
      eight = rest.data();
      wanted = 0;
      for (std::size_t i = 0; i < 8; ++i) wanted |= at + order[i] < count ? 1U << i : 0U;
    }
    const __m256i lane = _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(lanes_of(table, eight)),
                                                               _mm256_castsi256_ps(lanes_of(table, eight + 4)),
                                                               _MM_SHUFFLE(2, 0, 2, 0)));
    const __m256i ordered =
        _mm256_permute4x64_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(eight)), _MM_SHUFFLE(3, 1, 2, 0));
    const __m256i first = _mm256_slli_epi32(_mm256_and_si256(ordered, bucket_mask), bucket_shift);
    const __m256i row = _mm256_slli_epi32(_mm256_add_epi32(first, lane), row_shift);
    const unsigned known =
        static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(none, lane)))) & wanted;
    const __m256i front = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128(static_cast<long long>(members[known])));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(found.rows.data() + size), _mm256_permutevar8x32_epi32(row, front));
    size += static_cast<std::size_t>(std::popcount(known));
  }
  found.count = size;
  for (std::size_t i = 0; i < size; ++i) {
    _mm_prefetch(reinterpret_cast<const char*>(table.rows + found.rows[i]), _MM_HINT_T0);
  }
}

[[gnu::target("avx2")]] inline __m256i wide(const std::int8_t* weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
}

[[gnu::target("avx2")]] void sum_24_by_avx2(const FoundRows& found, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256();
  __m128i b = _mm_setzero_si128();
  for (std::size_t i = 0; i < found.count; ++i) {
    a = _mm256_add_epi16(a, wide(found.table + found.rows[i]));
    b = _mm_add_epi16(
        b, _mm_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(found.table + found.rows[i] + 16))));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + 16), b);
}

[[gnu::target("avx2")]] void sum_48_by_avx2(const FoundRows& found, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256(), b = a, c = a;
  for (std::size_t i = 0; i < found.count; ++i) {
    a = _mm256_add_epi16(a, wide(found.table + found.rows[i]));
    b = _mm256_add_epi16(b, wide(found.table + found.rows[i] + 16));
    c = _mm256_add_epi16(c, wide(found.table + found.rows[i] + 32));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 16), b);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 32), c);
}

bool has_avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
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
