#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/output_file.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupts.hpp"
#include "cli/limits.hpp"
#include "cli/load.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"
#include "cli/threads.hpp"
#include "pipeline/dataset.hpp"
#include "pipeline/export.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

void add_export_options(po::options_description& options) {
  options.add_options()  //
      ("output,o", po::value<std::string>()->default_value("out/kg.ttl")->value_name("FILE"),
       "where to write; - is standard output")  //
      ("format,f", po::value<std::string>()->value_name("NAME"),
       "turtle, trig, ntriples, nquads, or csv: a table of claims; default by the output's name (.ttl .trig .nt .nq "
       ".csv), else turtle")  //
      ("dataset", po::value<std::string>()->value_name("FILE"),
       "describe the export in FILE (Turtle; VoID, DCAT, PROV): what it holds, and the run that made it")  //
      ("license", po::value<std::string>()->value_name("IRI"), "licence that the description states")      //
      ("summary", "say on standard error what was done");
  add_threads_option(options);
  add_limit_options(options);
  add_graph_options(options);
  add_resource_options(options);
}

bool wants_table(const po::variables_map& values, const std::string& output) {
  return values.count("format") == 0 ? output.ends_with(".csv") : values["format"].as<std::string>() == "csv";
}

rdf::Syntax choose_syntax(const po::variables_map& values, const std::string& output) {
  if (values.count("format") == 0) return rdf::syntax_of_file(output).value_or(rdf::Syntax::turtle);
  const std::string name = values["format"].as<std::string>();
  const auto syntax = rdf::find_syntax(name);
  if (!syntax)
    throw UsageError(fmt::format("--format '{}': expected one of turtle, trig, ntriples, nquads, csv", name));
  return *syntax;
}

pipeline::ExportOptions read_options(const po::variables_map& values, const std::string& output) {
  pipeline::ExportOptions options;
  if (values.count("input") == 0)
    throw UsageError("no input: name at least one file or folder, or - for standard input");
  options.inputs = values["input"].as<std::vector<std::string>>();
  options.limits = read_limits(values);
  options.table = wants_table(values, output);
  if (!options.table) options.syntax = choose_syntax(values, output);
  options.threads = read_threads(values);
  options.graph = read_graph_options(values);
  if (options.table && options.graph.content == graph::Content::facts) {
    throw UsageError("--content facts has no table: a row of CSV is a claim");
  }
  return options;
}

void print_output_error(const Error& error) {
  const bool no_folder = error.system_errno == ENOENT;
  print_error(error.message + (no_folder ? "\n  hint: make the folder first, or name another file with -o" : ""));
}

void print_summary(const pipeline::ExportSummary& s) {
  write_message(
      fmt::format("{} articles read: {} exported, {} repeated, {} rejected; {} claims, {} facts, {} entities, "
                  "{} statements\n",
                  s.read, s.exported, s.repeated, s.rejected, s.claims, s.facts, s.entities, s.statements));
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

/// The file of the description, opened before the run so that a bad path is found early.
std::optional<Result<OutputFile>> open_description(const po::variables_map& values, const std::string& output) {
  if (values.count("license") != 0) {
    if (values.count("dataset") == 0) throw UsageError("--license goes with --dataset");
    const auto license = rdf::make_iri(values["license"].as<std::string>());
    if (!license) throw UsageError("--license: " + license.error().message);
  }
  if (values.count("dataset") == 0) return std::nullopt;
  if (output == "-") throw UsageError("--dataset describes a file: name one with -o");
  return OutputFile::open(values["dataset"].as<std::string>());
}

Result<void> write_description(const po::variables_map& values, const pipeline::ExportOptions& options,
                               const std::string& output, const std::string& started, OutputFile& file) {
  const pipeline::ResourcePaths paths = resource_paths(values);
  pipeline::DatasetRun run{output,  options.syntax, options.graph.base, DEPECHE_VERSION, options.inputs, {}, {},
                           started, now()};
  run.knowledge = {
      {"mappings", paths.mappings}, {"ontology", paths.ontology}, {"word-forms", paths.share + "/fr.forms"}};
  for (const std::string& lexicon : paths.lexicons) run.knowledge.emplace_back("lexicon", lexicon);
  if (values.count("license") != 0) run.license = values["license"].as<std::string>();
  const auto text = pipeline::describe_dataset(run);
  if (!text) return tl::unexpected<Error>(text.error());
  file.write(*text);
  return file.commit();
}

}  // namespace

ExitCode run_export(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  add_export_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  const std::string path = values["output"].as<std::string>();
  pipeline::ExportOptions run = read_options(values, path);
  const std::string started = now();
  auto description = open_description(values, path);
  if (description && !*description) {
    print_output_error(description->error());
    return ExitCode::output;
  }
  const auto resources = load_faultless(values);
  if (!resources) return ExitCode::usage;
  const Interrupts interrupts;
  run.stop = interrupts.descriptor();
  auto output = OutputFile::open(path);
  if (!output) {
    print_output_error(output.error());
    return ExitCode::output;
  }
  Progress progress;
  FaultReport faults;
  const pipeline::ExportEvents events{[&](const Diagnostic& d) {
                                        progress.clear();
                                        faults.add(d);
                                      },
                                      [&](const pipeline::ExportSummary& s, std::size_t begun, std::size_t known) {
                                        if (output->in_place()) output->flush();  // somebody may be waiting for it
                                        progress.show(s.exported, s.claims, begun, known);
                                      },
                                      [&] { return interrupts.caught() == 0 && !output->failure().has_value(); }};
  const auto summary = pipeline::run_export(*resources, run, *output, events);
  progress.clear();
  faults.finish();
  if (!summary) throw UsageError(summary.error().message);
  if (interrupts.caught() != 0) {
    print_error("interrupted; the output was not finished");
    return interrupts.caught() == SIGINT ? ExitCode::interrupted : ExitCode::terminated;
  }
  if (summary->exported == 0 && !output->failure()) {
    print_error("no article could be read; nothing was written");
    return ExitCode::input;
  }
  if (const auto committed = output->commit(); !committed) {
    print_output_error(committed.error());
    return ExitCode::output;
  }
  if (description) {
    if (const auto described = write_description(values, run, path, started, **description); !described) {
      print_output_error(described.error());
      return ExitCode::output;
    }
  }
  if (summary->claims == 0) write_message("depeche: note: no relation was found\n");
  if (values.count("summary") != 0 || summary->rejected > 0) print_summary(*summary);
  return summary->rejected == 0 ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace depeche::cli
