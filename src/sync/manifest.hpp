#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/folder.hpp"
#include "sync/line_file.hpp"

// The manifest is the state: what stands in the folder, and out of which article it came. A text file of JSON lines: a
// header, one row per article in the order of keys, a footer, and the SHA-256 of all lines before the last. It holds
// no time, so that the same input gives the same bytes.
namespace depeche::sync {

inline constexpr const char* manifest_name = "manifest.jsonl";

enum class RowStatus : std::uint8_t {
  current,    ///< exported
  gone,       ///< was exported once, and is missing from an input that is said to be everything
  retracted,  ///< taken back by hand
};

/// One article.
struct Row {
  std::string key;                    ///< 16 hexadecimal digits that name the article in all its IRIs
  std::string id;                     ///< of the input record
  std::string content;                ///< SHA-256 of everything that the source gave
  std::string text;                   ///< SHA-256 of the text
  std::string output;                 ///< SHA-256 of what was made of it
  std::string knowledge;              ///< digest of the mappings, names, ontology and program that made it
  std::string place;                  ///< where it was read last: "news.jsonl:12"
  std::string published;              ///< "2024-05-17", "2024-05", "2024"; empty if the source does not say
  std::uint64_t statements = 0;       ///< that it gives, alone or with others
  std::uint64_t first = 0, last = 0;  ///< sequence numbers of the runs that saw it first and last
  RowStatus status = RowStatus::current;
};

std::string format_row(const Row& row);
/// Throws Failure (damaged).
Row parse_row(std::string_view line);
/// The key, without parsing the rest; empty for lines that are no rows.
std::string_view key_of_row(std::string_view line);

/// What a run did. read = exported + unchanged + rejected + filtered.
struct Counts {
  std::uint64_t read = 0, exported = 0, unchanged = 0, rejected = 0, filtered = 0;
  std::uint64_t added = 0, changed = 0;               ///< exported = added + changed
  std::uint64_t gone = 0, retracted = 0, erased = 0;  ///< articles that stood in the export before this run
  std::uint64_t statements_added = 0, statements_removed = 0;
  bool balanced() const { return read == exported + unchanged + rejected + filtered && exported == added + changed; }
};

/// The files of one shard of the export.
struct Shard {
  FileInfo graph;                  ///< N-Quads: facts, entities, ontology, then article by article
  FileInfo support;                ///< which article supports which shared statement
  std::uint64_t shared_lines = 0;  ///< lines of `graph` before the first article
};

/// What changed from one state to a later one: sets of N-Quads in the order of their bytes, and both as RDF Patch.
struct Delta {
  std::uint64_t from = 0, to = 0;  ///< the runs it covers; it leads from the state after from - 1
  std::string id, previous;        ///< of the patch
  FileInfo removed, added, patch;
};

struct Manifest {
  std::uint64_t sequence = 0;
  std::string previous;                         ///< SHA-256 of the manifest before; empty for the first
  std::map<std::string, std::string> settings;  ///< that hold for the folder as long as it lives
  std::string state_id;                         ///< urn:uuid: of this state in RDF Patch
  std::string ontology;                         ///< SHA-256 of the relation table
  Counts counts;
  std::uint64_t current = 0, gone = 0, retracted = 0;  ///< articles by status
  std::uint64_t outdated = 0;                          ///< current ones that were read with other knowledge
  std::uint64_t statements = 0;
  std::string newest;                              ///< date of the newest current article
  std::map<std::string, std::uint64_t> relations;  ///< relation nodes by type
  std::vector<Shard> shards;
  std::vector<Delta> deltas;  ///< oldest first, without gap, up to `sequence`; empty after a new beginning
  FileInfo quarantine;
  std::string sha256;  ///< of the manifest itself
};

std::string format_header(const Manifest& manifest);
std::string format_footer(const Manifest& manifest);
/// The last line, of the hash of those before.
std::string format_seal(const std::string& sha256);

/// The manifest of a folder with an index of its rows. Reads it once as a stream and checks its hash; keeps one key
/// for every 16 KiB.
class ManifestReader {
 public:
  /// nullopt if there is none; throws Failure (damaged) for one that is torn or altered.
  static std::optional<ManifestReader> open(const Folder& folder);

  const Manifest& manifest() const { return manifest_; }
  std::optional<Row> find(std::string_view key) const;
  /// The rows in order.
  class Rows {
   public:
    explicit Rows(const Folder& folder);
    bool next(Row& row);

   private:
    LineFile file_;
  };

 private:
  struct Mark {
    std::string key;
    std::uint64_t offset;
  };
  explicit ManifestReader(const Folder& folder);

  const Folder* folder_;
  OpenFile file_;
  Manifest manifest_;
  std::vector<Mark> marks_;
  std::uint64_t rows_end_ = 0;
};

}  // namespace depeche::sync
