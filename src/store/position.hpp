#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "store/store.hpp"

namespace depeche::store {

/// Which state of a synchronised export a store holds. It stands in the store itself, in a graph of its own, so that it
/// goes with the store when that is restored from a backup.
struct Position {
  std::uint64_t sequence = 0;
  std::string state;        ///< urn:uuid:…
  std::string facts_graph;  ///< IRI of the graph that has the facts; empty = the default graph
  bool operator==(const Position&) const = default;
};

/// "https://data.example.org/graph/" gives "https://data.example.org/graph/position".
std::string position_graph(const std::string& space);

/// The statements that say it: schema:version, dcterms:hasVersion, dcterms:hasPart.
GraphLines format_position(const Position& position, const std::string& space);
/// nullopt if that is not what they say.
std::optional<Position> parse_position(const GraphLines& lines);

}  // namespace depeche::store
