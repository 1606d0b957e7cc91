#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/discourse.hpp"
#include "extract/predication.hpp"

namespace depeche::extract {

/// One rule tried on one predicate: that it fired, or the first condition that failed.
struct Trial {
  std::uint32_t sentence = 0;
  TokenIndex predicate = no_token;
  std::string rule;
  bool fired = false;
  std::string reason;  ///< "nobody fills 'host' (à, en): …"; empty if it fired
};

/// A predicate with its functions, in words.
struct ClauseNote {
  std::uint32_t sentence = 0;
  TokenIndex predicate = no_token;
  std::string text;    ///< "recevoir  subject=Le ministre turc [TR]  object=son homologue grec"
};

/// What `explain` shows. Filled only on demand.
struct Trace {
  std::vector<std::vector<recognise::Mention>> mentions;  ///< by sentence
  std::vector<ClauseNote> clauses;
  std::vector<Trial> trials;
};

}  // namespace depeche::extract
