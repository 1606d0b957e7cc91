#pragma once
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "rdf/statement.hpp"
#include "rdf/writer.hpp"
#include "store/store.hpp"

namespace depeche::store {

/// What exported files say, graph by graph. The statements lie in a temporary file without a name, so that memory is
/// bounded by the largest graph; only where each graph lies is kept.
class ExportFiles {
 public:
  /// Fails if no temporary file can be made ($TMPDIR, else /tmp).
  static Result<ExportFiles> make();

  /// Reads N-Quads or TriG (.nq, .trig, also packed). Faults of the data go to `diagnostics`.
  Result<void> read(const std::string& path, Diagnostics& diagnostics);
  /// Reads a description in Turtle (dataset.ttl) into the graph `meta` of the export, after its files.
  Result<void> read_description(const std::string& path, Diagnostics& diagnostics);

  /// What names of graphs begin with: "https://data.example.org/graph/". Empty if the files are no export of depeche.
  std::string space() const;
  /// Names of all graphs, sorted; the default graph is the empty name.
  std::vector<std::string> graphs() const;
  /// One graph, its lines sorted and each once.
  Result<GraphLines> lines(const std::string& graph) const;

  std::uint64_t statements() const { return statements_; }  ///< as read, repeated ones included

 private:
  struct Run {
    long begin = 0;
    std::size_t size = 0;
  };
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  Result<void> read_as(const std::string& path, rdf::Syntax syntax, const std::string* graph, Diagnostics& diagnostics);
  void take(const rdf::Statement& statement, const std::string& graph);
  Result<void> flush();

  std::unique_ptr<std::FILE, CloseFile> file_;
  std::map<std::string, std::vector<Run>> runs_;
  std::string open_graph_, open_lines_;
  long end_ = 0;
  std::uint64_t statements_ = 0;
};

}  // namespace depeche::store
