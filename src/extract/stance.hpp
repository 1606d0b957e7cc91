#pragma once
#include <string>

#include "extract/discourse.hpp"
#include "extract/predication.hpp"
#include "mapping/rule.hpp"

namespace depeche::extract {

/// What a sentence says of the truth of one predication, and who says it.
struct Stance {
  mapping::Status status = mapping::Status::asserted;
  recognise::EntityId attributed_to = recognise::no_entity;
  std::string cue;     ///< the words that set the status; empty if asserted
  bool ended = false;  ///< the state is over

  /// Takes the new status if it goes before the one held (negated > questioned > … > asserted).
  void weaken(mapping::Status other, std::string_view because);
};

/// Walks up from the predication: its own verb group, support verb, governing predicates, condition and question,
/// source.
Stance read_stance(const Tree& tree, const Predication& predication, const Knowledge& knowledge, Discourse& discourse);

}  // namespace depeche::extract
