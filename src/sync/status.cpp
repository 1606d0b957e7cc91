#include "sync/status.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sync/counts_json.hpp"
#include "sync/status_file.hpp"

namespace depeche::sync {
namespace {

using Json = nlohmann::ordered_json;

RunRecord record_of(const Json& j) {
  RunRecord out;
  out.started = j.value("started", std::int64_t{0});
  out.finished = j.value("finished", std::int64_t{0});
  out.exit_code = j.value("exitCode", 0);
  out.outcome = j.value("outcome", "");
  out.message = j.value("message", "");
  if (j.contains("counts")) out.counts = counts_of(j.at("counts"));
  return out;
}

Json json_of(const std::optional<RunRecord>& record) {
  if (!record) return nullptr;
  return {{"started", record->started}, {"finished", record->finished}, {"exitCode", record->exit_code},
          {"outcome", record->outcome}, {"message", record->message},   {"counts", json_of(record->counts)}};
}

template <class T>
Json json_or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// Midnight (UTC) on which a date of the state begins; "2024" and "2024-05" by their first day.
std::optional<std::int64_t> seconds_of(std::string_view date) {
  const auto number = [&](std::size_t at, std::size_t size, int otherwise) {
    int out = otherwise;
    if (date.size() >= at + size) std::from_chars(date.data() + at, date.data() + at + size, out);
    return out;
  };
  if (date.size() < 4) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4, 0)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2, 1))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2, 1)))};
  return std::int64_t{86400} * std::chrono::sys_days(day).time_since_epoch().count();
}

class Metrics {
 public:
  /// A family, then its samples.
  Metrics& gauge(std::string_view name, std::string_view help) {
    name_ = fmt::format("depeche_sync_{}", name);
    text_ += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name_, help);
    return *this;
  }
  template <class T>
  Metrics& value(T number) {
    text_ += fmt::format("{} {}\n", name_, number);
    return *this;
  }
  template <class T>
  Metrics& value(std::string_view label, std::string_view of, T number) {
    text_ += fmt::format("{}{{{}=\"{}\"}} {}\n", name_, label, of, number);
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string name_, text_;
};

void add_state(const Manifest& m, Metrics& out) {
  out.gauge("sequence", "Sequence number of the state; each commit adds one.").value(m.sequence);
  out.gauge("articles", "Articles known, by status.")
      .value("status", "current", m.current)
      .value("status", "gone", m.gone)
      .value("status", "retracted", m.retracted);
  out.gauge("articles_outdated", "Current articles that were read with older mappings.").value(m.outdated);
  out.gauge("statements", "Statements in the export.").value(m.statements);
  out.gauge("relations", "Relations in the export, by type.");
  for (const auto& [type, count] : m.relations) out.value("type", type, count);
  if (const auto newest = seconds_of(m.newest)) {
    out.gauge("newest_article_timestamp_seconds", "Date of publication of the newest article.").value(*newest);
  }
}

}  // namespace

Result<Status> read_status(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) {
    return fail_system(fmt::format("cannot open the folder '{}'", path), error ? error.value() : ENOTDIR);
  }
  Status out;
  try {
    const Folder folder(SystemCalls::kernel(), path);
    const auto text = folder.read(status_name);
    const Json json = text ? Json::parse(*text, nullptr, false) : Json::object();
    if (json.is_object()) {
      if (json.contains("lastRun")) out.last_run = record_of(json["lastRun"]);
      if (json.contains("lastError")) out.last_error = record_of(json["lastError"]);
      if (json.contains("lastSuccess")) out.last_success = json["lastSuccess"].value("finished", std::int64_t{0});
      if (json.contains("lastCommit")) out.last_commit = json["lastCommit"].value("finished", std::int64_t{0});
    }
    try {
      if (const auto manifest = ManifestReader::open(folder)) out.state = manifest->manifest();
    } catch (const Failure& failure) {
      if (failure.cause != Cause::damaged) throw;
      out.damage = failure.what();
    }
  } catch (const Failure& failure) {
    return fail(failure.what(), failure.system_errno);
  } catch (const Json::exception&) {
    out.damage = fmt::format("'{}/{}' cannot be read", path, status_name);
  }
  return out;
}

std::string format_status_json(const Status& s) {
  Json state = nullptr;
  if (s.state) {
    const Manifest& m = *s.state;
    state = {
        {"sequence", m.sequence},   {"manifest", m.sha256},   {"articles", m.current},      {"gone", m.gone},
        {"retracted", m.retracted}, {"outdated", m.outdated}, {"statements", m.statements}, {"newestArticle", m.newest},
        {"relations", m.relations}};
    state["deltasFrom"] = m.deltas.empty() ? Json(nullptr) : Json(m.deltas.front().from);
  }
  const Json out = {{"state", state},
                    {"damage", s.damage.empty() ? Json(nullptr) : Json(s.damage)},
                    {"lastSuccess", json_or_null(s.last_success)},
                    {"lastCommit", json_or_null(s.last_commit)},
                    {"lastRun", json_of(s.last_run)},
                    {"lastError", json_of(s.last_error)}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string format_metrics(const Status& s) {
  Metrics out;
  if (s.last_run) {
    const RunRecord& run = *s.last_run;
    out.gauge("last_run_timestamp_seconds", "When the last run ended.").value(run.finished);
    out.gauge("duration_seconds", "How long the last run took.").value(run.finished - run.started);
    out.gauge("exit_code", "Exit status of the last run.").value(run.exit_code);
    out.gauge("records", "Records that the last run read, by what became of them.")
        .value("state", "exported", run.counts.exported)
        .value("state", "unchanged", run.counts.unchanged)
        .value("state", "rejected", run.counts.rejected)
        .value("state", "filtered", run.counts.filtered);
    out.gauge("statements_changed", "Statements that the last run added and removed.")
        .value("change", "added", run.counts.statements_added)
        .value("change", "removed", run.counts.statements_removed);
  }
  if (s.last_success) {
    out.gauge("last_success_timestamp_seconds", "When a run last ended well, with or without news.")
        .value(*s.last_success);
  }
  if (s.last_commit) {
    out.gauge("last_commit_timestamp_seconds", "When a run last changed the export.").value(*s.last_commit);
  }
  if (s.state) add_state(*s.state, out);
  return out.text();
}

}  // namespace depeche::sync
