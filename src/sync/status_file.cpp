#include "sync/status_file.hpp"

#include <nlohmann/json.hpp>

#include "sync/counts_json.hpp"

namespace depeche::sync {
namespace {

using Json = nlohmann::ordered_json;

Json read(const Folder& folder) {
  const auto text = folder.read(status_name);
  Json json = text ? Json::parse(*text, nullptr, false) : Json::object();
  return json.is_object() ? json : Json::object();
}

const char* name_of(const Outcome& outcome) {
  if (!outcome.failed) return outcome.committed ? "committed" : "nothing new";
  switch (*outcome.failed) {
    case Cause::disk:
      return outcome.committed ? "committed, but not tidied up" : "the disk failed";
    case Cause::locked:
      return "locked out";
    case Cause::damaged:
      return "damaged";
    case Cause::settings:
      return "settings";
    case Cause::guard:
      return "stopped by a guard";
    case Cause::no_input:
      return "no input";
    case Cause::stopped:
      break;
  }
  return "interrupted";
}

}  // namespace

std::optional<Counts> read_seen_input(const Folder& folder, const std::string& input, const std::string& manifest) {
  const Json status = read(folder);
  try {
    const Json& seen = status.at("input");
    if (seen.at("fingerprint") != input || seen.at("manifest") != manifest) return std::nullopt;
    Counts c;
    c.read = seen.at("read"), c.rejected = seen.at("rejected"), c.filtered = seen.at("filtered");
    c.unchanged = c.read - c.rejected - c.filtered;
    return c;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

void write_status(const Folder& folder, const Outcome& outcome, const RunNote& run, const Manifest* manifest) {
  Json status = read(folder);
  status["lastRun"] = {{"started", run.started},     {"finished", run.finished},
                       {"exitCode", run.exit_code},  {"outcome", name_of(outcome)},
                       {"message", outcome.message}, {"counts", json_of(outcome.counts)}};
  if (outcome.failed) {
    status["lastError"] = {{"finished", run.finished}, {"exitCode", run.exit_code}, {"message", outcome.message}};
  } else {
    status["lastSuccess"] = {{"finished", run.finished}};
    status.erase("input");
    if (outcome.counts.erased > 0) status.erase("lastError");  // its message may name what was erased
  }
  if (outcome.committed) status["lastCommit"] = {{"finished", run.finished}};
  if (!outcome.failed && !run.input.empty() && manifest != nullptr) {
    const Counts& c = outcome.counts;
    status["input"] = {{"fingerprint", run.input},
                       {"manifest", manifest->sha256},
                       {"read", c.read},
                       {"rejected", c.rejected},
                       {"filtered", c.filtered}};
  }
  folder.replace(status_name, status.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace depeche::sync
