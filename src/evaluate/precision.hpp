#pragma once
#include <string>

#include "evaluate/score.hpp"

namespace depeche::evaluate {

/// The table of measured precision (mappings/<language>/precision.tsv) that makes the confidence of claims: for each
/// rule that gave something how much of it was right, for each relation type and for all together (`*`) what a rule
/// without a record gets. Confidence is smoothed: a rule's record is joined by 4 claims at its type's rate, a type's
/// by 8 at the rate of all.
std::string precision_table(const Score& score);

}  // namespace depeche::evaluate
