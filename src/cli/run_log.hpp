#pragma once
#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "cli/faults.hpp"
#include "sync/session.hpp"

namespace depeche::cli {

/// What a run in the background says on standard error: messages for people, or one JSON object a line for whoever
/// collects logs. Of faults of one kind the first ten are told, then their number.
class RunLog {
 public:
  explicit RunLog(bool json) : json_(json) {}

  void fault(const Diagnostic& diagnostic);
  void error(const std::string& message);
  /// Only in JSON, or where `always` is set.
  void finished(const sync::Outcome& outcome, const std::string& message, int exit_code, bool always);

 private:
  bool json_;
  FaultReport faults_;
  std::map<std::string, std::size_t> told_;
};

}  // namespace depeche::cli
