#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/claim.hpp"
#include "mapping/expected.hpp"
#include "mapping/ontology.hpp"

// Claims in the notation of mapping files: "Import: TR > RU : asserted ; measure=shareOfImports ; value=40.0".
namespace depeche::pipeline {

/// What a claim says beside its relation, as pairs of a property's local name and a value: qualifiers, phase, figure,
/// time, whom it is attributed to.
std::vector<std::pair<std::string, std::string>> describe_qualifiers(const extract::Claim& claim,
                                                                     const extract::Extraction& extraction,
                                                                     const mapping::Ontology& ontology);

/// A claim in full, one line for each pair of subject and object; where the relation is symmetric, for each pair once.
std::vector<std::string> describe_claims(const extract::Claim& claim, const extract::Extraction& extraction,
                                         const mapping::Ontology& ontology);

/// True if a claim of the extraction says what is expected: relation, actors (in either order where the relation is
/// symmetric), status and every qualifier. Names are compared without accents and capitals, numbers by value.
bool says(const extract::Extraction& extraction, const mapping::Ontology& ontology, const mapping::Expected& expected);

}  // namespace depeche::pipeline
