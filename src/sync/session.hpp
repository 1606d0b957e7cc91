#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/source.hpp"
#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/system_calls.hpp"
#include "sync/contribution.hpp"
#include "sync/failure.hpp"
#include "sync/manifest.hpp"

// An export that is kept up to date in a folder. What stands there:
//   manifest.jsonl    the state; renaming it into place is the only point of commit
//   data/             the shards of the export and what supports them, immutable, named by the run that wrote them
//   deltas/           what each run changed
//   kg.nq, …          links to the current shards; quarantine.jsonl to the rejected records of the run
//   latest.json       sequence number, files and hashes, for whoever follows the export
//   blocked.json      what may not come back
//   status.json       times and results of the last runs; the only file with a clock in it
// Everything but the manifest, data/, deltas/ and blocked.json is derived and made anew where it is missing.
namespace depeche::sync {

/// What a run works on; a program gives it articles and French, a test what it likes.
class Work {
 public:
  virtual ~Work() = default;
  virtual article::ReadResult next() = 0;
  /// What an article gives under this key. Depends on nothing else. Called by as many threads as the run has.
  virtual Contribution read(article::Article article, std::string_view key) = 0;
  /// The relation table as N-Quads.
  virtual std::vector<std::string> ontology() = 0;
  /// A record that is left out, or odd. This and the following are called by one thread at a time.
  virtual void tell(const Diagnostic& diagnostic) = 0;
  /// False ends the run between two articles.
  virtual bool go_on() = 0;
  /// Called after every article.
  virtual void progress(const Counts& counts) = 0;
};

struct RunOptions {
  std::string knowledge;    ///< digest of all that decides what an article gives; a new one reads everything anew
  bool everything = false;  ///< the input is all there is: articles missing from it are gone
  /// Share (percent) of the facts of a relation type that may disappear in one run; 100 lets everything pass. Types
  /// with less than ten facts are not judged.
  unsigned max_shrink = 30;
  std::map<std::string, unsigned> max_shrink_of;  ///< by relation type
  bool fail_on_empty = false;                     ///< a run that reads no article fails
  std::size_t keep_deltas = 720;                  ///< how many runs keep a delta of their own
  bool compact = false;                           ///< older deltas are joined into one, not dropped
  std::size_t memory = std::size_t{64} << 20U;    ///< bytes for sorting, three times at most
  std::size_t threads = 1;                        ///< that read articles; the result does not depend on it
};

/// How a run ended.
struct Outcome {
  bool committed = false;
  std::optional<Cause> failed;  ///< none: committed, or nothing was new
  std::string message;
  int system_errno = 0;
  Counts counts;
  bool rejected_anew = false;   ///< others were rejected than in the run before
  std::uint64_t held_back = 0;  ///< articles missing from the input that stay, because a record could not be read
};

/// How a run looks to the clock and to the outside, for status.json.
struct RunNote {
  std::int64_t started = 0, finished = 0;  ///< seconds since 1970
  int exit_code = 0;
  std::string input;  ///< fingerprint of the input that the state now stands for; empty if it is not known
};

class Session {
 public:
  struct Setup {
    std::string folder;
    std::map<std::string, std::string> settings;  ///< hold as long as the folder lives; empty takes those it has
    unsigned shards = 0;                          ///< 1 to 256; 0: those it has, else one
    bool rebuild = false;  ///< begin anew: what stands in the folder is given up with the next commit
  };

  /// Opens the folder (made if it is missing), takes its lock, clears away what a killed run left and puts links and
  /// latest.json right.
  static tl::expected<Session, Failure> open(Setup setup, SystemCalls& calls = SystemCalls::kernel());
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  /// The state; nullptr before the first commit.
  const Manifest* manifest() const;
  /// Changes when articles are retracted, allowed or erased.
  std::string blocked_digest() const;
  /// True if the last run that went well stood on this input; its counts are given as this run's.
  std::optional<Counts> seen_before(const std::string& input) const;

  /// Reads, compares, writes, commits. After a failure the folder holds what it held before, or, where the failure
  /// came after the commit (`committed`), the new state; the next session puts the rest right. Without work it only
  /// carries out what `block` noted. Throws std::logic_error, before the commit, if its own numbers do not add up.
  Outcome run(Work* work, const RunOptions& options);

  /// Notes articles by id, key or URL as retracted, or takes that back, or notes them for erasure; the next run acts on
  /// it. Names that mean no article are given back. Fails if the list cannot be written.
  enum class Block : std::uint8_t { retract, allow, erase };
  tl::expected<std::vector<std::string>, Failure> block(Block how, const std::vector<std::string>& names);

  /// Writes status.json. Fails softly: a run is not worse for it.
  Result<void> note(const Outcome& outcome, const RunNote& run);

 private:
  class Impl;
  explicit Session(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::sync
