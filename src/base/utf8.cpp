#include "base/utf8.hpp"

#include <cstring>

namespace depeche::utf8 {
namespace {

unsigned int byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned int byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// Length of the well-formed sequence at `at`, 0 if it is ill-formed (Unicode Standard, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned int lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < size) return 0;
  const unsigned int second = byte_at(text, at + 1);
  unsigned int low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;   // over-long
  if (lead == 0xED) high = 0x9F;  // surrogates
  if (lead == 0xF0) low = 0x90;   // over-long
  if (lead == 0xF4) high = 0x8F;  // beyond U+10FFFF
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if (!is_continuation(byte_at(text, at + i))) return 0;
  }
  return size;
}

std::uint64_t load(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

constexpr std::uint64_t high_bits = 0x8080808080808080U;

}  // namespace

std::size_t find_invalid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && (load(text.data() + at) & high_bits) == 0) {
      at += 8;
      continue;
    }
    const std::size_t size = sequence_length(text, at);
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

char32_t next(std::string_view text, std::size_t& at) {
  const unsigned int lead = byte_at(text, at++);
  if (lead < 0x80) return lead;
  const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  unsigned int value = lead & (0x3FU >> more);
  for (int i = 0; i < more; ++i) value = (value << 6U) | (byte_at(text, at++) & 0x3FU);
  return value;
}

char32_t previous(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do {
    --at;
  } while (at > 0 && is_continuation(byte_at(text, at)));
  return next(text, at);
}

void append(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6U));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12U));
    put(0x80 | ((code_point >> 6U) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18U));
    put(0x80 | ((code_point >> 12U) & 0x3F));
    put(0x80 | ((code_point >> 6U) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
  return count;
}

}  // namespace depeche::utf8
