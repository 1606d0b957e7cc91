#pragma once
#include "extract/claim.hpp"
#include "extract/discourse.hpp"
#include "extract/trace.hpp"

namespace depeche::extract {

/// The verbs and nouns of the current sentence that bring two actors together of whom no claim of the sentence tells
/// anything: what a mapping author may want a rule for. `candidates` are the predicates that some rule waited for.
/// Persons, states and organisations count, and only in functions that are told for certain.
std::vector<Gap> find_gaps(std::uint32_t sentence, const Tree& tree, const Knowledge& knowledge, Discourse& discourse,
                           const std::vector<TokenIndex>& candidates, const std::vector<Claim>& claims);

}  // namespace depeche::extract
