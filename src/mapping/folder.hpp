#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace depeche::mapping {

/// Paths of the files in `folder` whose names end in `suffix`, sorted by name. Fails if the folder cannot be read.
Result<std::vector<std::string>> list_files(const std::string& folder, std::string_view suffix);

/// "visit" of "mappings/fr/rules/visit.toml".
std::string file_stem(const std::string& path);

/// "fr" of "mappings/fr" and of "mappings/fr/".
std::string folder_name(const std::string& path);

}  // namespace depeche::mapping
