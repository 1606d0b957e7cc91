#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "pipeline/resources.hpp"

namespace depeche::sync {

/// Digest of all that decides what an article gives beside its text: mappings, names, ontology, word forms, and the
/// running program itself. Fails if a file cannot be read.
Result<std::string> knowledge_digest(const pipeline::ResourcePaths& paths);

/// Digest of the names and bytes of all input files. Empty where there is none to be had: for standard input, and for
/// files that cannot be read (the run will tell).
std::string input_digest(const std::vector<std::string>& inputs);

}  // namespace depeche::sync
