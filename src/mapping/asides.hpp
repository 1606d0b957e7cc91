#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/utf8.hpp"

namespace depeche::mapping {

/// Set phrases that stand between a verb and its complements without belonging to either ("de son côté"), by their
/// first word, with a quick no for the words that begin none.
class Asides {
 public:
  using Phrase = std::vector<std::string>;  ///< tokens, folded

  void add(Phrase phrase) {
    const std::string& first = phrase.front();
    lengths_[static_cast<unsigned char>(first[0]) % 128] |= 1U << (first.size() % 32);
    by_first_[first].push_back(std::move(phrase));
  }

  /// The phrases that begin with this word of a text; nullptr if there are none.
  const std::vector<Phrase>* find(std::string_view word) const {
    if (!may_begin(word)) return nullptr;
    const auto it = by_first_.find(utf8::fold(word));
    return it == by_first_.end() ? nullptr : &it->second;
  }

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(by_first_, lengths_);
  }

 private:
  /// False for words of ASCII of whose first letter and length no aside begins.
  bool may_begin(std::string_view word) const {
    for (const char c : word) {
      if (static_cast<unsigned char>(c) >= 0x80) return true;
    }
    const auto first = static_cast<unsigned char>(word[0]);
    return (lengths_[first >= 'A' && first <= 'Z' ? first + 32U : first] >> (word.size() % 32) & 1U) != 0;
  }

  absl::flat_hash_map<std::string, std::vector<Phrase>> by_first_;
  std::array<std::uint32_t, 128> lengths_{};  ///< one bit each, by first letter
};

}  // namespace depeche::mapping
