#pragma once
#include <optional>
#include <string>

#include "sync/folder.hpp"
#include "sync/session.hpp"

namespace depeche::sync {

inline constexpr const char* status_name = "status.json";

/// The counts of the last run that went well, if it left the state that stands now and read this input. A missing or
/// damaged file is no fault.
std::optional<Counts> read_seen_input(const Folder& folder, const std::string& input, const std::string& manifest);

/// Adds a run to the status file. `manifest` is the state after it; null if there is none.
void write_status(const Folder& folder, const Outcome& outcome, const RunNote& run, const Manifest* manifest);

}  // namespace depeche::sync
