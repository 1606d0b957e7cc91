#pragma once
#include <cstddef>
#include <cstdint>

#include "recognise/words.hpp"

namespace depeche::recognise {

/// What the name at `at` must be because of whom the words before it say to belong to it.
enum class Holding : std::uint8_t {
  nothing,       ///< they say nothing of that
  organisation,  ///< "la directrice générale d'[Orbak]", "chez [Orbak]", "actionnaire de [Orbak]"
  municipality   ///< "le maire de [Vierlac]"
};
Holding find_holding(const Words& words, std::size_t at);

}  // namespace depeche::recognise
