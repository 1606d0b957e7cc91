#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/export_files.hpp"
#include "store/position.hpp"
#include "store/store.hpp"

namespace depeche::store {

struct LoadOptions {
  /// The files are all there is: what the store has beside them below the same base is taken away. Otherwise articles
  /// are replaced one by one, and to what they share (facts, entities) is only added.
  bool whole = false;
  bool dry_run = false;       ///< compares, and changes nothing
  std::string default_graph;  ///< IRI of the graph into which the default graph is loaded; empty = the default graph
  std::optional<Position> position;  ///< what the files are, if they are a synchronised export; written at the end
};

/// What happened to one graph.
struct GraphReport {
  enum class Action : std::uint8_t { unchanged, added, extended, replaced, changed, dropped, failed };
  std::string graph;  ///< IRI in the store; empty for the default graph
  Action action = Action::unchanged;
  std::uint64_t statements = 0;  ///< that the files have in it
  std::string sha256;            ///< of its lines of N-Triples, sorted
  bool verified = false;         ///< read back after all was written and found to be what it should be
  std::string message;           ///< why it failed, or what was found instead
};

std::string_view name_of(GraphReport::Action action);

struct LoadSummary {
  std::uint64_t graphs = 0, statements = 0;
  std::uint64_t unchanged = 0, added = 0, extended = 0, replaced = 0, changed = 0, dropped = 0, failed = 0,
                unverified = 0;
  std::uint64_t requests_repeated = 0;
};

struct LoadEvents {
  std::function<void(std::string_view stage, std::size_t done, std::size_t all)> progress;
  std::function<bool()> go_on;  ///< false ends the load between two requests
};

struct LoadOutcome {
  LoadSummary summary;
  std::vector<GraphReport> graphs;  ///< by name
  bool interrupted = false;
  std::optional<StoreError> error;  ///< what ended the load before its time
};

/// Brings a store to hold what the files say, and reads back every graph that was written; of the others the number of
/// statements is compared. Evidence comes before facts, so that a reader meanwhile finds no fact without its
/// evidence unless an article was changed. A load that was killed is simply started again: it compares before it
/// writes. A position that the store has (store/position.hpp) is taken away before anything is written, because it is
/// true no more. Fails only if the files' temporary copy cannot be read.
Result<LoadOutcome> load(const ExportFiles& files, Store& store, const LoadOptions& options, const LoadEvents& events);

}  // namespace depeche::store
