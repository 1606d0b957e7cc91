#include "language/feature_keys.hpp"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace depeche::language {
namespace {

void mix_plainly(const std::uint64_t* sums, std::size_t count, std::uint32_t* keys) {
  for (std::size_t i = 0; i < count; ++i) keys[i] = mix_feature(static_cast<std::uint32_t>(i + 1), sums[i]);
}

#ifdef __x86_64__

/// The lower half of each product; AVX2 multiplies halves only.
[[gnu::target("avx2")]] inline __m256i times_factor(__m256i x) {
  const __m256i low = _mm256_set1_epi64x(static_cast<long long>(feature_factor & 0xFFFFFFFFU));
  const __m256i high = _mm256_set1_epi64x(static_cast<long long>(feature_factor >> 32U));
  const __m256i middle = _mm256_add_epi64(_mm256_mul_epu32(_mm256_srli_epi64(x, 32), low), _mm256_mul_epu32(x, high));
  return _mm256_add_epi64(_mm256_mul_epu32(x, low), _mm256_slli_epi64(middle, 32));
}

/// Four keys, each in the lower half of its lane.
[[gnu::target("avx2")]] inline __m256i mix_four(const std::uint64_t* sums, __m256i patterns) {
  const __m256i sum = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums));
  const __m256i x = times_factor(_mm256_xor_si256(_mm256_xor_si256(sum, _mm256_srli_epi64(sum, 31)), patterns));
  return _mm256_srli_epi64(_mm256_xor_si256(x, _mm256_srli_epi64(x, 29)), 16);
}

[[gnu::target("avx2")]] void mix_by_avx2(const std::uint64_t* sums, std::size_t count, std::uint32_t* keys) {
  const __m256i four = _mm256_set1_epi64x(4);
  __m256i patterns = _mm256_setr_epi64x(1, 2, 3, 4);
  for (std::size_t i = 0; i < count; i += 8) {
    const __m256i first = mix_four(sums + i, patterns);
    patterns = _mm256_add_epi64(patterns, four);
    const __m256i second = mix_four(sums + i + 4, patterns);
    patterns = _mm256_add_epi64(patterns, four);
    const __m256 halves =
        _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), _MM_SHUFFLE(2, 0, 2, 0));
    const __m256i eight = _mm256_permute4x64_epi64(_mm256_castps_si256(halves), _MM_SHUFFLE(3, 1, 2, 0));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(keys + i), eight);
  }
}

const auto mix = __builtin_cpu_supports("avx2") ? mix_by_avx2 : mix_plainly;

#else

const auto mix = mix_plainly;

#endif

}  // namespace

void mix_features(const std::uint64_t* sums, std::size_t count, std::uint32_t* keys) {
  mix(sums, count, keys);
}

}  // namespace depeche::language
