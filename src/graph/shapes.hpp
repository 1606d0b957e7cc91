#pragma once
#include <string>

#include "mapping/ontology.hpp"

namespace depeche::graph {

/// SHACL shapes in Turtle for everything that is written: claims, sentences, articles and entities, and for each
/// relation type its nodes and its edge, from the relation table. A new relation type needs no shape of its own. Only
/// SHACL Core is used. The order is that of the table.
std::string make_shapes(const mapping::Ontology& ontology);

}  // namespace depeche::graph
