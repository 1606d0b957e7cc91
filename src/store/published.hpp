#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/export_files.hpp"

// What `depeche sync` publishes in its folder, read as anybody reads it who follows: latest.json and the files it
// names.
namespace depeche::store {

/// A file below the folder, with what it must hold.
struct PublishedFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Leads from the state after run `from` - 1 to that after run `to`.
struct PublishedDelta {
  std::uint64_t from = 0, to = 0;
  PublishedFile removed, added, patch;
};

struct Published {
  std::string folder;
  std::uint64_t sequence = 0;
  std::string state;  ///< urn:uuid:… of the state after that run
  std::vector<PublishedFile> files;
  std::vector<PublishedDelta> deltas;  ///< oldest first, up to `sequence`
};

/// True if the path is a folder.
bool is_folder(const std::string& path);

/// Fails if the folder has no latest.json or one that cannot be understood.
Result<Published> read_published(const std::string& folder);

/// Reads the whole export. Fails if a file is not what latest.json says.
Result<void> read_export(const Published& published, ExportFiles& files, Diagnostics& diagnostics);

/// What names of graphs begin with, from the first graph of the export; empty if it has none.
Result<std::string> space_of(const Published& published);

/// All that changed after run `sequence`, which left `state`: each statement as the last delta has it, by graph.
/// nullopt if the deltas do not lead on from there, or are more to read than the export itself.
Result<std::optional<std::vector<GraphChange>>> read_changes(const Published& published, std::uint64_t sequence,
                                                             const std::string& state);

}  // namespace depeche::store
