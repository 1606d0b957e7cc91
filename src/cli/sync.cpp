#include <charconv>
#include <csignal>
#include <ctime>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupts.hpp"
#include "cli/limits.hpp"
#include "cli/load.hpp"
#include "cli/progress.hpp"
#include "cli/run_log.hpp"
#include "cli/sync_exit.hpp"
#include "cli/threads.hpp"
#include "sync/article_work.hpp"
#include "sync/fingerprint.hpp"
#include "sync/status.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

void add_sync_options(po::options_description& options) {
  options.add_options()  //
      ("out,o", po::value<std::string>()->value_name("DIR"),
       "folder of the export; it is made if it is missing")  //
      ("everything",
       "the input is all there is: articles that are missing from it are withdrawn. Without it, what is missing "
       "stays")  //
      ("shards", po::value<unsigned>()->value_name("N"),
       "cut the export into N files (1 to 256); stays as it was when the folder was made, at first 1")  //
      ("max-shrink", po::value<std::vector<std::string>>()->value_name("[TYPE=]PERCENT"),
       "stop, and change nothing, if more than this share of the relations of a type would disappear (default 30; 100 "
       "lets everything pass; types with less than ten relations are not judged). May be repeated for single types")  //
      ("fail-on-empty", "a run that reads no article fails (exit status 4)")                                          //
      ("keep-deltas", po::value<std::size_t>()->default_value(720)->value_name("N"),
       "how many runs keep a delta of their own")                                                                   //
      ("compact-deltas", "join older deltas into one instead of dropping them")                                     //
      ("rebuild", "begin anew, whatever stands in the folder; the old export stays until the new one is finished")  //
      ("metrics", po::value<std::string>()->value_name("FILE"),
       "write metrics for Prometheus' node exporter")  //
      ("log-format", po::value<std::string>()->default_value("text")->value_name("HOW"),
       "messages on standard error as text or json")  //
      ("summary", "say on standard error what was done");
  add_threads_option(options);
  add_limit_options(options);
  add_graph_options(options);
  add_resource_options(options);
}

unsigned percent_of(const std::string& option, std::string_view text) {
  unsigned out = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (fault != std::errc() || end != text.data() + text.size() || out > 100) {
    throw UsageError(fmt::format("--max-shrink '{}': expected a number from 0 to 100, or TYPE=NUMBER", option));
  }
  return out;
}

sync::RunOptions read_run_options(const po::variables_map& values) {
  sync::RunOptions out;
  out.everything = values.count("everything") != 0;
  out.fail_on_empty = values.count("fail-on-empty") != 0;
  out.keep_deltas = values["keep-deltas"].as<std::size_t>();
  out.compact = values.count("compact-deltas") != 0;
  out.threads = read_threads(values);
  if (values.count("max-shrink") == 0) return out;
  for (const std::string& option : values["max-shrink"].as<std::vector<std::string>>()) {
    const std::size_t sign = option.find('=');
    if (sign == std::string::npos) {
      out.max_shrink = percent_of(option, option);
    } else {
      out.max_shrink_of[option.substr(0, sign)] = percent_of(option, std::string_view(option).substr(sign + 1));
    }
  }
  return out;
}

sync::Session::Setup read_setup(const po::variables_map& values) {
  sync::Session::Setup out;
  out.folder = values["out"].as<std::string>();
  for (const char* const name : {"base", "content", "facts-graph", "quotes"}) {
    out.settings[name] = values.count(name) != 0 ? values[name].as<std::string>() : "";
  }
  if (values.count("shards") != 0) {
    out.shards = values["shards"].as<unsigned>();
    if (out.shards < 1 || out.shards > 256) throw UsageError("--shards: expected a number from 1 to 256");
  }
  out.rebuild = values.count("rebuild") != 0;
  return out;
}

bool read_log_format(const po::variables_map& values) {
  const std::string format = values["log-format"].as<std::string>();
  if (format != "text" && format != "json") {
    throw UsageError(fmt::format("--log-format '{}': expected one of text, json", format));
  }
  return format == "json";
}

/// What decides the result of a run, in one hash; empty if it cannot be known beforehand.
std::string fingerprint(const sync::Session& session, const std::vector<std::string>& inputs,
                        const article::ReadLimits& limits, const sync::RunOptions& options) {
  const std::string input = sync::input_digest(inputs);
  if (input.empty()) return {};
  return sha256_hex(fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", input, options.knowledge, session.blocked_digest(),
                                options.everything, limits.line_bytes, limits.text_bytes, limits.unpacked_bytes,
                                limits.ratio, limits.nesting, limits.names));
}

std::string describe(const sync::Outcome& o) {
  const sync::Counts& c = o.counts;
  std::string out = fmt::format(
      "{} articles read: {} exported ({} new, {} changed), {} unchanged, {} rejected, {} "
      "filtered; {} gone; {} statements added, {} removed",
      c.read, c.exported, c.added, c.changed, c.unchanged, c.rejected, c.filtered, c.gone, c.statements_added,
      c.statements_removed);
  if (o.held_back > 0) {
    out += fmt::format("\n{} articles are missing from the input and stay, because a record could not be read",
                       o.held_back);
  }
  return out;
}

Result<void> write_metrics(const std::string& folder, const std::string& path) {
  const auto status = sync::read_status(folder);
  if (!status) return tl::unexpected<Error>(status.error());
  auto file = OutputFile::open(path);
  if (!file) return tl::unexpected<Error>(file.error());
  file->write(sync::format_metrics(*status));
  return file->commit();
}

}  // namespace

ExitCode run_sync(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  add_sync_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  if (values.count("input") == 0) {
    throw UsageError("no input: name at least one file or folder, or - for standard input");
  }
  if (values.count("out") == 0) throw UsageError("no output: name the folder of the export with --out");
  const auto inputs = values["input"].as<std::vector<std::string>>();
  sync::RunOptions run = read_run_options(values);
  const article::ReadLimits limits = read_limits(values);
  const graph::Options graph = read_graph_options(values);
  RunLog log(read_log_format(values));
  const auto knowledge = sync::knowledge_digest(resource_paths(values));
  if (!knowledge) {
    log.error(knowledge.error().message);
    return ExitCode::usage;
  }
  run.knowledge = *knowledge;

  const Interrupts interrupts;
  sync::RunNote note;
  note.started = std::time(nullptr);
  auto session = sync::Session::open(read_setup(values));
  if (!session) {
    log.error(describe_failure(session.error().cause, session.error().what()));
    return exit_code_of(session.error().cause, interrupts.caught());
  }
  sync::Outcome outcome;
  note.input = fingerprint(*session, inputs, limits, run);
  if (const auto counts = note.input.empty() ? std::nullopt : session->seen_before(note.input)) {
    outcome.counts = *counts;
  } else {
    const auto resources = load_faultless(values);
    if (!resources) return ExitCode::usage;
    Progress progress;
    auto work = sync::ArticleWork::make(*resources, inputs, limits, graph,
                                        {[&](const Diagnostic& d) {
                                           progress.clear();
                                           log.fault(d);
                                         },
                                         [&](const sync::Counts& c) { progress.show(c.read, c.exported, 0, 0); },
                                         [&] { return interrupts.caught() == 0; }, interrupts.descriptor()});
    if (!work) throw UsageError(work.error().message);
    outcome = session->run(work->get(), run);
    progress.clear();
    // What changed while it was read counts as not seen.
    if (fingerprint(*session, inputs, limits, run) != note.input) note.input.clear();
  }

  ExitCode code = exit_code_of(outcome, interrupts.caught());
  if (outcome.failed) log.error(describe_failure(*outcome.failed, outcome.message));
  note.finished = std::time(nullptr);
  note.exit_code = static_cast<int>(code);
  if (const auto noted = session->note(outcome, note); !noted && !outcome.failed) {
    log.error(noted.error().message);
    code = ExitCode::output;
  }
  if (values.count("metrics") != 0) {
    const auto written = write_metrics(values["out"].as<std::string>(), values["metrics"].as<std::string>());
    if (!written) {
      log.error(written.error().message);
      if (!outcome.failed) code = ExitCode::output;
    }
  }
  const bool worth_it = values.count("summary") != 0 || code == ExitCode::some_rejected || outcome.held_back > 0;
  log.finished(outcome, describe(outcome), static_cast<int>(code), worth_it);
  return code;
}

}  // namespace depeche::cli
