#pragma once
#include <cstdint>
#include <string_view>

namespace depeche::language {

/// Hash of a word without regard to capitals and to the shape of the apostrophe; the same on every machine, since
/// model files depend on it.
inline std::uint64_t word_key(std::string_view word) {
  std::uint64_t key = 0xCBF29CE484222325u;
  for (std::size_t i = 0; i < word.size(); ++i) {
    auto byte = static_cast<unsigned char>(word[i]);
    if (byte >= 'A' && byte <= 'Z') {
      byte = static_cast<unsigned char>(byte + 32);
    } else if (byte >= 0x80 && byte <= 0x9E && byte != 0x97 && i > 0 && word[i - 1] == '\xC3') {  // À to Þ
      byte = static_cast<unsigned char>(byte + 32);
    } else if (byte == 0xE2 && word.substr(i, 3) == "\u2019") {
      byte = '\'';
      i += 2;
    }
    key = (key ^ byte) * 0x100000001B3u;
  }
  return key ^ (key >> 29);
}

}  // namespace depeche::language
