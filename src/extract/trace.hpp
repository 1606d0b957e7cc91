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
  std::string text;  ///< "recevoir  subject=Le ministre turc [TR]  object=son homologue grec"
};

/// A predicate between two actors of whom the sentence gives no claim.
struct Gap {
  std::uint32_t sentence = 0;
  TokenIndex predicate = no_token;
  mapping::TriggerClass word_class = mapping::TriggerClass::verb;
  bool pronominal = false;
  bool tried = false;                   ///< some rule waits for this predicate, but none fired
  std::string first_path, second_path;  ///< where the actors stand, as in mapping files: "subject", "object.genitive"
  recognise::EntityId first = recognise::no_entity, second = recognise::no_entity;
};

/// What `explain` and `report` show. Filled only on demand.
struct Trace {
  bool wants_gaps = false;                                ///< set before: look for gaps as well
  std::vector<std::vector<recognise::Mention>> mentions;  ///< by sentence
  std::vector<ClauseNote> clauses;
  std::vector<Trial> trials;
  std::vector<Gap> gaps;
};

}  // namespace depeche::extract
