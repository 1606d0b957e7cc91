#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/fast_hash.hpp"

namespace depeche::pipeline {

/// Hash of the names and contents of all files that the tables of names are read from; nullopt if one cannot be read.
std::optional<FastHash::Value> hash_names(const std::string& folder);

/// The same for a language: its mappings, the ontology, and the word forms, which number the lemmas.
std::optional<FastHash::Value> hash_language(const std::string& language_folder, const std::string& ontology_folder,
                                             std::uint64_t forms);

}  // namespace depeche::pipeline
