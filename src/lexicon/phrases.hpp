#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/string_map.hpp"
#include "lexicon/words.hpp"

namespace depeche::lexicon {

/// Phrases in which capitals and accents do not count, each with a number: offices, commodities.
class Phrases {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The number the phrase has from now on: `value`, or the one it had before.
  std::uint32_t add(std::string_view phrase, std::uint32_t value);
  std::uint32_t find(std::string_view phrase) const;
  /// How many words the longest phrase takes that starts with the first of `words`; 0 if none.
  std::size_t longest_match(std::span<const std::string_view> words, std::uint32_t& value) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(values_, longest_from_);
  }

 private:
  Folder folder_;
  StringMap<std::uint32_t> values_;
  StringMap<std::size_t> longest_from_;  ///< by first word: words of its longest phrase
};

}  // namespace depeche::lexicon
