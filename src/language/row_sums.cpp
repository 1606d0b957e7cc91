#include "language/row_sums.hpp"

#include <cstring>
#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace depeche::language {
namespace {

using Summing = void(const std::int8_t* const*, std::size_t, std::int16_t*);
using Bytes = std::int8_t __attribute__((vector_size(8)));
using Words = std::int16_t __attribute__((vector_size(16)));

/// Eight columns after the other: each has its sum in one register, which compilers do not find by themselves.
template <std::size_t Width>
void sum_plainly(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  for (std::size_t column = 0; column < Width; column += 8) {
    Words total{};
    for (std::size_t i = 0; i < count; ++i) {
      Bytes weights;
      std::memcpy(&weights, rows[i] + column, sizeof weights);
      total += __builtin_convertvector(weights, Words);
    }
    std::memcpy(sums + column, &total, sizeof total);
  }
}

#ifdef __x86_64__

[[gnu::target("avx2")]] __m256i wide(const std::int8_t* weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
}

[[gnu::target("avx2")]] __m128i half(const std::int8_t* weights) {
  return _mm_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(weights)));
}

[[gnu::target("avx2")]] void sum_24_by_avx2(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256();
  __m128i b = _mm_setzero_si128();
  for (std::size_t i = 0; i < count; ++i) {
    a = _mm256_add_epi16(a, wide(rows[i]));
    b = _mm_add_epi16(b, half(rows[i] + 16));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + 16), b);
}

[[gnu::target("avx2")]] void sum_48_by_avx2(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  __m256i a = _mm256_setzero_si256(), b = a, c = a;
  for (std::size_t i = 0; i < count; ++i) {
    a = _mm256_add_epi16(a, wide(rows[i]));
    b = _mm256_add_epi16(b, wide(rows[i] + 16));
    c = _mm256_add_epi16(c, wide(rows[i] + 32));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), a);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 16), b);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 32), c);
}

Summing* const best_24 = __builtin_cpu_supports("avx2") ? sum_24_by_avx2 : sum_plainly<24>;
Summing* const best_48 = __builtin_cpu_supports("avx2") ? sum_48_by_avx2 : sum_plainly<48>;

#else

Summing* const best_24 = sum_plainly<24>;
Summing* const best_48 = sum_plainly<48>;

#endif

}  // namespace

void sum_rows_of_24(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  best_24(rows, count, sums);
}

void sum_rows_of_48(const std::int8_t* const* rows, std::size_t count, std::int16_t* sums) {
  best_48(rows, count, sums);
}

}  // namespace depeche::language
