#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/interrupts.hpp"
#include "cli/load_report.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"
#include "rdf/iri.hpp"
#include "store/follow.hpp"
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
      ("store,s", po::value<std::string>()->value_name("URL"),
       "address of the store; what it is depends on --profile")  //
      ("profile,p", po::value<std::string>()->value_name("NAME"),
       ("how the store is spoken to: " + profile_names()).c_str())  //
      ("query-url", po::value<std::string>()->default_value("")->value_name("URL"),
       "address of queries, for gsp and sparql-update")                                                          //
      ("whole", "the files are all there is: what else the store has below the same base is taken away")         //
      ("meta", po::value<std::string>()->value_name("FILE"), "dataset.ttl, to be loaded as graph …/graph/meta")  //
      ("facts-graph", po::value<std::string>()->value_name("IRI"),
       "named graph for what stands in the default graph; default: the default graph, on Virtuoso …/graph/facts")  //
      ("credentials", po::value<std::string>()->value_name("FILE"),
       "file with user=… and password=…, or token=…; default: DEPECHE_STORE_USER, _PASSWORD, _TOKEN")                //
      ("dry-run", "compare with the store and say what would be done")                                               //
      ("report", po::value<std::string>()->value_name("FILE"), "write what happened to every graph, as JSON Lines")  //
      ("tries", po::value<int>()->default_value(6)->value_name("N"), "how often a request is tried")                 //
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
  store::Credentials credentials =
      usable(values.count("credentials") == 0 ? store::credentials_from_environment()
                                              : store::credentials_from_file(values["credentials"].as<std::string>()));
  const bool named = !credentials.user.empty() || !credentials.token.empty();
  store::Endpoints endpoints = usable(
      store::endpoints_of(profile, values["store"].as<std::string>(), values["query-url"].as<std::string>(), named));
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
  for (const std::string& path : values["file"].as<std::vector<std::string>>())
    usable(files.read(path, faults).map([] { return true; }));
  if (faults.empty() && files.space().empty()) {
    throw UsageError(
        "the files have no graph …/graph/ontology: they are not an export with named graphs\n"
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

/// One call of the command: what all its ways share.
struct Job {
  const po::variables_map& values;
  const store::Profile& profile;
  store::Store& target;
  const Interrupts& interrupts;
  std::optional<OutputFile> report;
  Progress progress;

  bool has(const char* option) const { return values.count(option) != 0; }
  store::LoadEvents events() {
    store::LoadEvents out;
    out.progress = [this](std::string_view stage, std::size_t done, std::size_t all) {
      progress.show(stage, done, all);
    };
    out.go_on = [this] { return interrupts.caught() == 0; };
    return out;
  }
  ExitCode finish(const store::LoadOutcome& outcome) {
    progress.clear();
    return finish_load(outcome, has("dry-run"), std::move(report), interrupts);
  }
};

ExitCode load_files(Job& job, const store::ExportFiles& files, const store::LoadOptions& options) {
  const auto outcome = store::load(files, job.target, options, job.events());
  if (outcome) return job.finish(*outcome);
  job.progress.clear();
  print_error(outcome.error().message);
  return ExitCode::output;
}

/// The whole of a synchronised export, after which the store knows which one it has.
ExitCode load_export(Job& job, const store::Published& published, const store::FollowPlan& plan) {
  store::ExportFiles files = usable(store::ExportFiles::make());
  Diagnostics faults;
  if (const auto read = store::read_export(published, files, faults); !read || !faults.empty()) {
    for (const Diagnostic& fault : faults) print_diagnostic(fault);
    if (!read) print_error(read.error().message);
    return ExitCode::damaged;
  }
  store::LoadOptions options;
  options.whole = true;
  options.dry_run = job.has("dry-run");
  options.default_graph = plan.target.facts_graph;
  options.position = plan.target;
  return load_files(job, files, options);
}

void tell_changes(const store::FollowPlan& plan, bool dry_run) {
  std::size_t removed = 0, added = 0;
  for (const store::GraphChange& change : *plan.changes) {
    removed += change.removed.size();
    added += change.added.size();
  }
  write_message(fmt::format("{}runs {} to {}: {} statements taken away, {} added, in {} graphs\n",
                            dry_run ? "would be done: " : "", plan.found->sequence + 1, plan.target.sequence, removed,
                            added, plan.changes->size()));
}

/// A folder of `depeche sync`: what changed since the run that the store has, or all of it.
ExitCode load_folder(Job& job, const std::string& folder) {
  if (job.has("meta")) throw UsageError("--meta goes with files, not with a folder");
  const store::Published published = usable(store::read_published(folder));
  std::optional<store::StoreError> store_error;
  const std::string facts_graph = job.has("facts-graph") ? job.values["facts-graph"].as<std::string>() : "";
  if (const auto iri = rdf::make_iri(facts_graph); !facts_graph.empty() && !iri) {
    throw UsageError("--facts-graph: " + iri.error().message);
  }
  const auto plan = store::plan_to_follow(published, job.target, facts_graph, store_error);
  if (!plan) {
    print_error(plan.error().message);
    if (!store_error) return ExitCode::damaged;
    const bool away = store_error->kind == store::StoreError::Kind::unavailable;
    return away ? ExitCode::store_unavailable : ExitCode::store_refused;
  }
  if (!plan->changes || job.has("whole")) {
    if (!job.has("whole")) {
      write_message(plan->found ? fmt::format("no deltas lead from run {}, which the store has, to run {}: the whole "
                                              "export is compared\n",
                                              plan->found->sequence, plan->target.sequence)
                                : "the store does not say which run it has: the whole export is compared\n");
    }
    return load_export(job, published, *plan);
  }
  if (plan->found == plan->target) {
    write_message(fmt::format("the store has run {}, the latest\n", plan->target.sequence));
    return job.finish({});
  }
  tell_changes(*plan, job.has("dry-run"));
  return job.has("dry-run") ? ExitCode::ok : job.finish(store::apply_changes(*plan, job.target, job.events()));
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
  const auto paths = values["file"].as<std::vector<std::string>>();
  const bool folder = std::any_of(paths.begin(), paths.end(), store::is_folder);
  if (folder && paths.size() > 1) throw UsageError("a folder of depeche sync is loaded alone");
  store::ExportFiles files = usable(store::ExportFiles::make());
  if (!folder && !read_files(values, files)) return ExitCode::usage;
  auto report = open_report(values);
  if (!report) {
    print_error(report.error().message);
    return ExitCode::output;
  }
  Job job{values, profile, target, interrupts, *std::move(report), Progress()};
  if (folder) return load_folder(job, paths[0]);
  store::LoadOptions load;
  load.whole = job.has("whole");
  load.dry_run = job.has("dry-run");
  load.default_graph = choose_default_graph(values, profile, files);
  return load_files(job, files, load);
}

}  // namespace depeche::cli
