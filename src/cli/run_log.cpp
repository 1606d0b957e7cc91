#include "cli/run_log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <nlohmann/json.hpp>

#include "cli/streams.hpp"

namespace depeche::cli {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t shown = 10;

Json entry(const char* level, const char* event) {
  const std::time_t now = std::time(nullptr);
  return {{"time", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))}, {"level", level}, {"event", event}};
}

void write(const Json& json) {
  write_message(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

const char* name_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

}  // namespace

void RunLog::fault(const Diagnostic& d) {
  if (!json_) {
    faults_.add(d);
    return;
  }
  if (++told_[d.code] > shown) return;
  Json json = entry(name_of(d.severity), "record");
  json["code"] = d.code;
  json["file"] = d.file;
  json["line"] = d.line;
  json["column"] = d.column;
  json["message"] = d.message;
  write(json);
}

void RunLog::error(const std::string& message) {
  if (!json_) {
    print_error(message);
    return;
  }
  Json json = entry("error", "failed");
  json["message"] = message;
  write(json);
}

void RunLog::finished(const sync::Outcome& o, const std::string& message, int exit_code, bool always) {
  if (!json_) {
    faults_.finish();
    if (always) write_message(message + "\n");
    return;
  }
  for (const auto& [code, n] : told_) {
    if (n <= shown) continue;
    Json json = entry("info", "more");
    json["code"] = code;
    json["count"] = n - shown;
    write(json);
  }
  Json json = entry("info", "finished");
  json["exitCode"] = exit_code;
  json["committed"] = o.committed;
  json["read"] = o.counts.read;
  json["exported"] = o.counts.exported;
  json["unchanged"] = o.counts.unchanged;
  json["rejected"] = o.counts.rejected;
  json["filtered"] = o.counts.filtered;
  json["gone"] = o.counts.gone;
  json["heldBack"] = o.held_back;
  json["statementsAdded"] = o.counts.statements_added;
  json["statementsRemoved"] = o.counts.statements_removed;
  write(json);
}

}  // namespace depeche::cli
