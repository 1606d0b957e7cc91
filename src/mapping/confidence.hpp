#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "mapping/ontology.hpp"
#include "mapping/rule.hpp"

namespace depeche::mapping {

/// Gives every rule the confidence that a table of measured precision holds for it, else for its relation type, else
/// for all rules (`*`). Columns: rule, right, wrong, confidence (0 to 1); see evaluate/precision.hpp for how it is
/// made. Without the file nothing changes. Faults of the table go to `diagnostics`; a row about a rule that there is no
/// more is a note. Fails if the file is there and cannot be read.
Result<void> read_confidence(const std::string& path, const Ontology& ontology, std::vector<Rule>& rules,
                             Diagnostics& diagnostics);

}  // namespace depeche::mapping
