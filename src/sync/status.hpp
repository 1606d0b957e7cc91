#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sync/session.hpp"

namespace depeche::sync {

/// A run as status.json remembers it.
struct RunRecord {
  std::int64_t started = 0, finished = 0;  ///< seconds since 1970; `started` is 0 where only the end is kept
  int exit_code = 0;
  std::string outcome, message;
  Counts counts;
};

/// How an export stands.
struct Status {
  std::optional<Manifest> state;  ///< none before the first commit
  std::string damage;             ///< why the state cannot be read; empty if it can
  std::optional<RunRecord> last_run, last_error;
  std::optional<std::int64_t> last_success, last_commit;  ///< seconds since 1970
};

/// Reads without a lock: a run may go on meanwhile. Fails if the folder is missing or cannot be read.
Result<Status> read_status(const std::string& folder);

/// One JSON object, in lines.
std::string format_status_json(const Status& status);

/// For the text file collector of Prometheus' node exporter.
std::string format_metrics(const Status& status);

}  // namespace depeche::sync
