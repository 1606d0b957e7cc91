#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/http.hpp"
#include "store/profile.hpp"

namespace depeche::store {

/// The statements of a graph as lines of N-Triples without line ends, sorted, each once.
using GraphLines = std::vector<std::string>;

/// A graph as the loader speaks of it: its IRI, or empty for the default graph.
struct GraphContent {
  std::string graph;
  GraphLines lines;
};

/// The statements of one graph that go and come.
struct GraphChange {
  std::string graph;  ///< empty = the default graph
  GraphLines removed, added;
};

/// A SPARQL store: what the loader asks of it, in the words of its profile. Each writing call is one request that the
/// store does as a whole or not at all, except `replace` of a graph beyond the limits of an update, which fills a
/// graph beside it first and then moves that in one request.
class Store {
 public:
  Store(const Profile& profile, Endpoints endpoints, HttpClient client);

  const Profile& profile() const { return *profile_; }
  std::uint64_t repeated() const { return client_.repeated(); }

  /// Number of statements of each of the named graphs.
  StoreResult<std::map<std::string, std::uint64_t>> count(const std::vector<std::string>& graphs);

  /// A graph as it is stored, in canonical form; empty if there is none.
  StoreResult<GraphLines> read(const std::string& graph);

  /// Names of all graphs that begin so, sorted.
  StoreResult<std::vector<std::string>> list(const std::string& beginning);

  /// Adds graphs, or to graphs, in one request. Their size must be within `fits_bulk`.
  StoreResult<void> add(const std::vector<GraphContent>& graphs);
  StoreResult<void> replace(const GraphContent& graph);
  /// Takes statements away and adds others, in one request; they must be few enough for an update (fits_update).
  StoreResult<void> change(const std::vector<GraphChange>& changes);
  StoreResult<void> drop(const std::string& graph);

  bool fits_update(std::size_t statements, std::size_t bytes) const;
  bool fits_bulk(std::size_t statements, std::size_t bytes) const;

 private:
  StoreResult<std::string> get_graph(const std::string& graph);
  StoreResult<void> read_by_query(const std::string& graph, GraphLines& lines);
  StoreResult<void> append_answer(const StoreResult<std::string>& answer, const std::string& graph,
                                  GraphLines& lines) const;
  StoreResult<std::string> ask(const std::string& query, const std::string& accept);
  StoreResult<std::vector<std::map<std::string, std::string>>> select(const std::string& query);
  StoreResult<void> update(const std::string& text);
  StoreResult<void> send_graph(const std::string& method, const GraphContent& graph);
  StoreResult<void> fill(const GraphContent& graph);
  std::string graph_url(const std::string& graph) const;

  const Profile* profile_;
  Endpoints endpoints_;
  HttpClient client_;
};

/// What the name of a graph that is being filled ends with. It is dropped when the graph is complete; one that a
/// killed run left is dropped by the next.
inline constexpr std::string_view staging_suffix = "/loading";

}  // namespace depeche::store
