#pragma once
#include <cstdint>
#include <string>

#include "sync/changes.hpp"
#include "sync/manifest.hpp"

namespace depeche::sync {

/// urn:uuid:… of a state, made of a hash.
std::string state_id(const std::string& sha256);

/// Writes what a run changed into three files of the folder: N-Quads removed, N-Quads added, and both as one
/// transaction of RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html). `ids` are filled in by the caller.
Delta write_delta(const Folder& folder, Changes& changes, std::uint64_t sequence, const std::string& id,
                  const std::string& previous, StopSign& stop);

/// One delta that does what `first` and then `second` do. What the one adds and the other removes is in neither.
Delta join_deltas(const Folder& folder, const Delta& first, const Delta& second, StopSign& stop);

}  // namespace depeche::sync
