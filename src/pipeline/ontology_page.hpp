#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "rdf/reader.hpp"

namespace depeche::pipeline {

/// The ontology as a page of HTML for people, in French and English: every class, property and concept under an anchor
/// of its own, with all that the files say of it. `picture` is a drawing in SVG that stands at the top; may be empty.
/// Depends on its arguments alone.
std::string ontology_page(const std::vector<rdf::ReadTriple>& ontology, std::string_view picture);

}  // namespace depeche::pipeline
