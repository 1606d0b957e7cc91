#pragma once
#include <nlohmann/json.hpp>

#include "sync/manifest.hpp"

namespace depeche::sync {

/// The counts of a run, as the manifest and the status file hold them.
nlohmann::ordered_json json_of(const Counts& counts);
/// Throws nlohmann::json::exception if one is missing.
Counts counts_of(const nlohmann::ordered_json& json);

}  // namespace depeche::sync
