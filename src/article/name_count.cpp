#include "article/name_count.hpp"

#include <absl/container/flat_hash_set.h>

#include <cstdint>

#include "base/utf8.hpp"

namespace depeche::article {
namespace {

constexpr std::uint64_t start = 0xCBF29CE484222325U, factor = 0x00000100000001B3U;  // FNV-1a

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || c == '-' || c == '\'';
}

}  // namespace

bool has_more_names(std::string_view text, std::size_t most) {
  if (text.size() / 2 < most) return false;  // a name takes two bytes, with what parts it from the next
  absl::flat_hash_set<std::uint64_t> seen;
  std::uint64_t before = start;  ///< of the name right before
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      if (text[at] != ' ') before = start;
      ++at;
      continue;
    }
    std::size_t first = at;
    const bool name = utf8::is_upper(utf8::next(text, first));
    std::uint64_t hash = before, alone = start;
    for (; at < text.size() && is_word_byte(text[at]); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      hash = (hash ^ byte) * factor;
      alone = (alone ^ byte) * factor;
    }
    before = name ? alone : start;
    if (name && seen.insert(hash).second && seen.size() > most) return true;
  }
  return false;
}

}  // namespace depeche::article
