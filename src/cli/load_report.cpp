#include "cli/load_report.hpp"

#include <csignal>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/streams.hpp"

namespace depeche::cli {
namespace {

std::string report_of(const store::LoadOutcome& outcome) {
  std::string out;
  for (const store::GraphReport& graph : outcome.graphs) {
    nlohmann::ordered_json line;
    line["graph"] = graph.graph.empty() ? "default" : graph.graph;
    line["action"] = store::name_of(graph.action);
    line["statements"] = graph.statements;
    line["sha256"] = graph.sha256;
    line["verified"] = graph.verified;
    if (!graph.message.empty()) line["message"] = graph.message;
    out += line.dump() + "\n";
  }
  return out;
}

/// Nothing for a load that had no graph to look at.
void print_summary(const store::LoadOutcome& outcome, bool dry_run) {
  const store::LoadSummary& s = outcome.summary;
  if (s.graphs == 0) return;
  const std::string changed = s.changed == 0 ? "" : fmt::format("{} changed, ", s.changed);
  write_message(
      fmt::format("{}{} graphs, {} statements: {}{} added, {} replaced, {} extended, {} dropped, {} unchanged; "
                  "{} failed{}{}\n",
                  dry_run ? "would be done: " : "", s.graphs, s.statements, changed, s.added, s.replaced, s.extended,
                  s.dropped, s.unchanged, s.failed, dry_run ? "" : fmt::format(", {} not verified", s.unverified),
                  s.requests_repeated == 0 ? "" : fmt::format("; {} requests repeated", s.requests_repeated)));
}

/// The graphs that did not come out right, the first ten of them.
void print_troubles(const store::LoadOutcome& outcome) {
  std::size_t shown = 0, more = 0;
  for (const store::GraphReport& graph : outcome.graphs) {
    if (graph.verified) continue;
    const std::string name = graph.graph.empty() ? "the default graph" : "<" + graph.graph + ">";
    if (++shown > 10) {
      ++more;
    } else {
      print_error(fmt::format("{}: {} statements, {}{}{}", name, graph.statements,
                              graph.action == store::GraphReport::Action::failed ? "refused" : "not verified",
                              graph.message.empty() ? "" : ": ", graph.message));
    }
  }
  if (more > 0) write_message(fmt::format("… and {} more\n", more));
}

ExitCode exit_code_of(const store::LoadOutcome& outcome, bool dry_run) {
  if (outcome.error) {
    const bool away = outcome.error->kind == store::StoreError::Kind::unavailable;
    return away ? ExitCode::store_unavailable : ExitCode::store_refused;
  }
  if (outcome.summary.failed > 0) return ExitCode::store_refused;
  return outcome.summary.unverified > 0 && !dry_run ? ExitCode::not_verified : ExitCode::ok;
}

}  // namespace

Result<std::optional<OutputFile>> open_report(const boost::program_options::variables_map& values) {
  if (values.count("report") == 0) return std::optional<OutputFile>();
  auto opened = OutputFile::open(values["report"].as<std::string>());
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::optional<OutputFile>(*std::move(opened));
}

ExitCode finish_load(const store::LoadOutcome& outcome, bool dry_run, std::optional<OutputFile> report,
                     const Interrupts& interrupts) {
  if (report) {
    report->write(report_of(outcome));
    if (const auto committed = report->commit(); !committed) {
      print_error(committed.error().message);
      return ExitCode::output;
    }
  }
  if (interrupts.caught() != 0) {
    print_error("interrupted; the same command goes on where it stopped");
    return interrupts.caught() == SIGINT ? ExitCode::interrupted : ExitCode::terminated;
  }
  if (outcome.error) {
    print_error(outcome.error->message + "\n  hint: nothing is half done; the same command goes on where it stopped");
    return exit_code_of(outcome, dry_run);
  }
  if (!dry_run) print_troubles(outcome);
  print_summary(outcome, dry_run);
  return exit_code_of(outcome, dry_run);
}

}  // namespace depeche::cli
