#pragma once
#include <string>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/forms.hpp"
#include "mapping/mappings.hpp"
#include "mapping/ontology.hpp"

namespace depeche::mapping {

/// Everything that is wrong with an ontology folder and the mapping folder of one language (mappings/fr): ontology,
/// grammar, word lists, rules, tables. Faults of the ontology come alone, because all else is checked against it. Fails
/// if a folder or file is missing or cannot be read.
Result<Diagnostics> check(const std::string& ontology_folder, const std::string& language_folder,
                          const language::FormLexicon& forms);

/// A note for each relation type that no rule gives.
Diagnostics find_gaps(const Ontology& ontology, const Mappings& mappings, const std::string& language_folder);

}  // namespace depeche::mapping
