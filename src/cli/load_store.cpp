#include <csignal>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/interrupts.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"
#include "rdf/iri.hpp"
#include "store/loader.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

std::string profile_names() {
  std::string out;
  for (const store::Profile& p : store::profiles()) out += (out.empty() ? "" : ", ") + std::string(p.name);
  return out;
}

void add_load_options(po::options_description& options) {
  options.add_options()  //
      ("store,s", po::value<std::string>()->value_name("URL"), "address of the store; what it is depends on --profile")  //
      ("profile,p", po::value<std::string>()->value_name("NAME"),
       ("how the store is spoken to: " + profile_names()).c_str())  //
      ("query-url", po::value<std::string>()->default_value("")->value_name("URL"),
       "address of queries, for gsp and sparql-update")  //
      ("whole", "the files are all there is: what else the store has below the same base is taken away")  //
      ("meta", po::value<std::string>()->value_name("FILE"), "dataset.ttl, to be loaded as graph …/graph/meta")  //
      ("facts-graph", po::value<std::string>()->value_name("IRI"),
       "named graph for what stands in the default graph; default: the default graph, on Virtuoso …/graph/facts")  //
      ("credentials", po::value<std::string>()->value_name("FILE"),
       "file with user=… and password=…, or token=…; default: DEPECHE_STORE_USER, _PASSWORD, _TOKEN")  //
      ("dry-run", "compare with the store and say what would be done")  //
      ("report", po::value<std::string>()->value_name("FILE"), "write what happened to every graph, as JSON Lines")  //
      ("tries", po::value<int>()->default_value(6)->value_name("N"), "how often a request is tried")  //
      ("timeout", po::value<long>()->default_value(600)->value_name("SECONDS"), "how long one request may take");
}

const store::Profile& choose_profile(const po::variables_map& values) {
  if (values.count("profile") == 0) throw UsageError("no --profile: expected one of " + profile_names());
  const std::string name = values["profile"].as<std::string>();
  const store::Profile* const profile = store::find_profile(name);
  if (profile == nullptr) throw UsageError(fmt::format("--profile '{}': expected one of {}", name, profile_names()));
  return *profile;
}

template <class T>
T usable(Result<T> result) {
  if (!result) throw UsageError(result.error().message);
  return *std::move(result);
}

store::Store open_store(const po::variables_map& values, const store::Profile& profile, const Interrupts& interrupts) {
  if (values.count("store") == 0) {
    throw UsageError(fmt::format("no --store: expected {}", profile.url_is));
  }
  store::Credentials credentials = usable(values.count("credentials") == 0
                                              ? store::credentials_from_environment()
                                              : store::credentials_from_file(values["credentials"].as<std::string>()));
  const bool named = !credentials.user.empty() || !credentials.token.empty();
  store::Endpoints endpoints = usable(store::endpoints_of(profile, values["store"].as<std::string>(),
                                                          values["query-url"].as<std::string>(), named));
  store::RetryPolicy policy;
  policy.tries = values["tries"].as<int>();
  policy.timeout_s = values["timeout"].as<long>();
  if (policy.tries < 1 || policy.timeout_s < 1) throw UsageError("--tries and --timeout must be at least 1");
  return {profile, std::move(endpoints),
          store::HttpClient(std::move(credentials), policy, [&interrupts] { return interrupts.caught() == 0; })};
}

/// Reads all files; false, with the faults told, if something in them is wrong.
bool read_files(const po::variables_map& values, store::ExportFiles& files) {
  Diagnostics faults;
  for (const std::string& path : values["file"].as<std::vector<std::string>>()) usable(files.read(path, faults).map([] {
    return true;
  }));
  if (faults.empty() && files.space().empty()) {
    throw UsageError("the files have no graph …/graph/ontology: they are not an export with named graphs\n"
                     "  hint: depeche export ARTICLES -o kg.nq");
  }
  if (values.count("meta") != 0 && faults.empty()) {
    usable(files.read_description(values["meta"].as<std::string>(), faults).map([] { return true; }));
  }
  for (const Diagnostic& fault : faults) print_diagnostic(fault);
  return faults.empty();
}

std::string choose_default_graph(const po::variables_map& values, const store::Profile& profile,
                                 const store::ExportFiles& files) {
  if (values.count("facts-graph") == 0) return profile.default_graph ? "" : files.space() + "facts";
  const std::string iri = values["facts-graph"].as<std::string>();
  if (const auto made = rdf::make_iri(iri); !made) throw UsageError("--facts-graph: " + made.error().message);
  return iri;
}

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

void print_summary(const store::LoadOutcome& outcome, bool dry_run) {
  const store::LoadSummary& s = outcome.summary;
  write_message(fmt::format("{}{} graphs, {} statements: {} added, {} replaced, {} extended, {} dropped, {} unchanged; "
                            "{} failed{}{}\n",
                            dry_run ? "would be done: " : "", s.graphs, s.statements, s.added, s.replaced, s.extended,
                            s.dropped, s.unchanged, s.failed,
                            dry_run ? "" : fmt::format(", {} not verified", s.unverified),
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

ExitCode run_load(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  add_load_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "file", values)) return ExitCode::ok;
  if (values.count("file") == 0) throw UsageError("no file: name an export, kg.nq or kg.trig");
  const store::Profile& profile = choose_profile(values);
  const Interrupts interrupts;
  store::Store target = open_store(values, profile, interrupts);
  store::ExportFiles files = usable(store::ExportFiles::make());
  if (!read_files(values, files)) return ExitCode::usage;
  std::optional<OutputFile> report;
  if (values.count("report") != 0) {
    auto opened = OutputFile::open(values["report"].as<std::string>());
    if (!opened) {
      print_error(opened.error().message);
      return ExitCode::output;
    }
    report = *std::move(opened);
  }
  store::LoadOptions load;
  load.whole = values.count("whole") != 0;
  load.dry_run = values.count("dry-run") != 0;
  load.default_graph = choose_default_graph(values, profile, files);
  Progress progress;
  store::LoadEvents events;
  events.progress = [&](std::string_view stage, std::size_t done, std::size_t all) { progress.show(stage, done, all); };
  events.go_on = [&] { return interrupts.caught() == 0; };
  const auto outcome = store::load(files, target, load, events);
  progress.clear();
  if (!outcome) {
    print_error(outcome.error().message);
    return ExitCode::output;
  }
  if (report) {
    report->write(report_of(*outcome));
    if (const auto committed = report->commit(); !committed) {
      print_error(committed.error().message);
      return ExitCode::output;
    }
  }
  if (interrupts.caught() != 0) {
    print_error("interrupted; the same command goes on where it stopped");
    return interrupts.caught() == SIGINT ? ExitCode::interrupted : ExitCode::terminated;
  }
  if (outcome->error) {
    print_error(outcome->error->message + "\n  hint: nothing is half done; the same command goes on where it stopped");
    return exit_code_of(*outcome, load.dry_run);
  }
  if (!load.dry_run) print_troubles(*outcome);
  print_summary(*outcome, load.dry_run);
  return exit_code_of(*outcome, load.dry_run);
}

}  // namespace depeche::cli
