#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace depeche::store {

/// How one kind of store is spoken to. Never guessed by trial writes: the user names it.
struct Profile {
  /// What a graph is replaced with such that no reader sees half of it.
  enum class Replace : std::uint8_t {
    put,     ///< PUT of the whole graph is one transaction
    update,  ///< DROP and INSERT DATA in one request of SPARQL Update; beyond its limits a new graph that is moved
  };
  /// What many new graphs are added with.
  enum class Bulk : std::uint8_t {
    none,    ///< graph by graph
    quads,   ///< POST of N-Quads
    update,  ///< INSERT DATA of several graphs
  };

  std::string_view name;
  std::string_view url_is;  ///< what --store has to be: "the server", for the help text
  Replace replace = Replace::update;
  Bulk bulk = Bulk::none;
  bool default_graph = true;          ///< false: what stands outside all graphs is put into a named one
  bool graph_store = true;            ///< graphs are read with GET of the Graph Store Protocol, else with CONSTRUCT,
  std::size_t read_statements = 0;    ///< so many at a time; 0 = all at once
  bool sparql = true;                 ///< there are addresses for queries and updates
  bool posts_to_staging = false;      ///< large graphs are sent to the staging graph by POST, else by INSERT DATA
  std::size_t update_statements = 0;  ///< at most so many in one update, and
  std::size_t update_bytes = 0;       ///< so many bytes
  std::size_t bulk_bytes = 0;         ///< of one POST of N-Quads; a graph is never split
};

/// oxigraph, fuseki, virtuoso, gsp, sparql-update.
const std::vector<Profile>& profiles();
const Profile* find_profile(std::string_view name);

/// The addresses of a store.
struct Endpoints {
  std::string query, update;  ///< empty if there is none
  std::string graphs;         ///< Graph Store Protocol; empty if there is none
  std::string quads;          ///< POST of N-Quads; empty if there is none
};

/// From what the user gives: --store, and --query-url where the profile needs it. `named` = credentials are used.
/// Fails if the URL is not http or https, or carries a password.
Result<Endpoints> endpoints_of(const Profile& profile, std::string url, const std::string& query_url, bool named);

}  // namespace depeche::store
