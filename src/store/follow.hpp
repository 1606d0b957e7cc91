#pragma once
#include <optional>
#include <string>

#include "store/loader.hpp"
#include "store/position.hpp"
#include "store/published.hpp"

namespace depeche::store {

/// What is to be done so that a store holds what a folder publishes.
struct FollowPlan {
  std::string space;  ///< what names of graphs begin with
  Position target;
  std::optional<Position> found;                    ///< in the store
  std::optional<std::vector<GraphChange>> changes;  ///< from there to the target; none: the whole is to be loaded
};

/// Asks the store where it stands, and reads the deltas from there on. `facts_graph` empty = the default graph.
/// `store_error` is set where it was the store that failed.
Result<FollowPlan> plan_to_follow(const Published& published, Store& store, const std::string& facts_graph,
                                  std::optional<StoreError>& store_error);

/// Applies the changes of a plan: in one request, with the new position, where the store takes as much at once; else
/// graph by graph, and the position last. Repeated after a kill it leads to the same. Every graph that was touched is
/// read back; if one is not what it should be, the position is taken away, so that the next load compares everything.
LoadOutcome apply_changes(const FollowPlan& plan, Store& store, const LoadEvents& events);

}  // namespace depeche::store
