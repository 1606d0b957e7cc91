#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/output_file.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "evaluate/inputs.hpp"
#include "evaluate/precision.hpp"
#include "evaluate/score.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

using evaluate::Agreement;
using evaluate::Score;
using evaluate::Share;

const std::vector<std::pair<const char*, Agreement Score::*>> agreements{{"relations", &Score::relations},
                                                                         {"facts", &Score::facts},
                                                                         {"persons", &Score::persons},
                                                                         {"countries", &Score::countries},
                                                                         {"organisations", &Score::organisations}};

std::string describe(const Agreement& a) {
  return fmt::format("{:.3f}{:8.3f}{:7.3f}   {}/{}/{}", a.precision(), a.recall(), a.f1(), a.found, a.given, a.gold);
}

std::string join(const std::set<std::string>& items) {
  return fmt::format("{}", fmt::join(items, "/"));
}

/// At most so many code points of a sentence.
std::string begin_of(const std::string& text, std::size_t code_points) {
  std::size_t at = 0;
  while (at < text.size() && code_points-- > 0) utf8::next(text, at);
  return text.substr(0, at);
}

void print_text(const Score& score, bool types) {
  write_out(fmt::format("{} articles\n{:14}{:>10}{:>8}{:>7}   found/given/gold\n", score.articles, "", "precision",
                        "recall", "F1"));
  for (const auto& [name, member] : agreements) {
    write_out(fmt::format("{:14}{:>5}{}\n", name, "", describe(score.*member)));
  }
  const auto share = [](const Share& s) { return fmt::format("{:.3f} ({}/{})\n", s.value(), s.right, s.all); };
  write_out("status of found relations right: " + share(score.status));
  write_out("gold figures given with the same number: " + share(score.figures));
  if (!types) return;
  write_out("\n");
  for (const auto& [type, a] : score.types) write_out(fmt::format("{:22}{:>3}{}\n", type, "", describe(a)));
}

void print_differences(const Score& score, std::size_t misses, std::size_t extras) {
  for (const evaluate::GoldRelation& m : score.misses) {
    if (misses-- == 0) break;
    write_out(fmt::format("MISS  {}\t{}\t{} -> {}\t{}\t{}\n", m.article, m.type, m.subject.text(), m.object.text(),
                          join(m.statuses), m.evidence));
  }
  for (const evaluate::GivenRelation& e : score.extras) {
    if (extras-- == 0) break;
    write_out(fmt::format("EXTRA {}\t{}\t{} -> {}\t{}\t{}\t{}\n", e.article, e.type, e.subject.iri, e.object.iri,
                          join(e.statuses), join(e.rules), begin_of(e.quote, 160)));
  }
}

/// One object on one line: precision, recall, F1, found, given and gold; of a share its value, right and all.
void print_json(const Score& score) {
  const auto number = [](double x) { return nlohmann::json(x).dump(); };
  std::string out;
  for (const auto& [name, member] : agreements) {
    const Agreement& a = score.*member;
    out += fmt::format("\"{}\": [{}, {}, {}, {}, {}, {}], ", name, number(a.precision()), number(a.recall()),
                       number(a.f1()), a.found, a.given, a.gold);
  }
  const auto share = [&](const Share& s) { return fmt::format("[{}, {}, {}]", number(s.value()), s.right, s.all); };
  write_out(fmt::format("{{{}\"status\": {}, \"figures\": {}}}\n", out, share(score.status), share(score.figures)));
}

bool read_golds(const std::vector<std::string>& folders, evaluate::Gold& gold) {
  Diagnostics diagnostics;
  for (const std::string& folder : folders) {
    if (const auto read = evaluate::read_gold(folder, gold, diagnostics); !read) {
      print_error(read.error().message);
      return false;
    }
  }
  FaultReport report;
  report.add(diagnostics);
  report.finish();
  return diagnostics.empty();
}

/// Reads graphs and exports articles. Nothing to measure is told; `code` says how it went.
evaluate::Given read_inputs(const po::variables_map& values, std::vector<std::string> inputs, ExitCode& code) {
  evaluate::GivenReader reader;
  Diagnostics diagnostics;
  std::size_t read = 0;
  const auto end_of_graphs = std::stable_partition(inputs.begin(), inputs.end(), evaluate::is_graph);
  for (auto graph = inputs.begin(); graph != end_of_graphs; ++graph) {
    if (const auto done = evaluate::read_graph(*graph, reader, diagnostics); done) {
      ++read;
    } else {
      print_error(done.error().message);
    }
  }
  if (end_of_graphs != inputs.end()) {
    const auto resources = load_faultless(values);
    if (!resources) {
      code = ExitCode::usage;
      return {};
    }
    read += evaluate::read_articles(*resources, {end_of_graphs, inputs.end()}, reader, diagnostics);
  }
  FaultReport report;
  report.add(diagnostics);
  report.finish();
  if (read == 0) {
    print_error("nothing could be read");
    code = ExitCode::input;
  } else if (has_errors(diagnostics) || read < static_cast<std::size_t>(end_of_graphs - inputs.begin())) {
    code = ExitCode::some_rejected;
  }
  return reader.finish();
}

ExitCode write_precision(const Score& score, const std::string& path) {
  auto file = OutputFile::open(path);
  if (file) {
    file->write(evaluate::precision_table(score));
    const auto done = file->commit();
    if (done) return ExitCode::ok;
    print_error(done.error().message);
  } else {
    print_error(file.error().message);
  }
  return ExitCode::output;
}

}  // namespace

ExitCode run_score(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()                           //
      ("types", "a line for each relation type")  //
      ("misses", po::value<std::uint32_t>()->default_value(0)->value_name("N"),
       "show N relations that were not found")  //
      ("extras", po::value<std::uint32_t>()->default_value(0)->value_name("N"),
       "show N relations that the gold does not have")  //
      ("json", "one JSON object instead of text")       //
      ("gold", po::value<std::vector<std::string>>()->value_name("DIR"),
       "another folder with gold, measured together with the first; may be repeated")  //
      ("write-precision", po::value<std::string>()->value_name("FILE"),
       "write the table of the rules' precision, from which confidence comes");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  std::vector<std::string> inputs;
  if (values.count("input") != 0) inputs = values["input"].as<std::vector<std::string>>();
  if (inputs.size() < 2) throw UsageError("name a folder with gold and at least one input");
  std::vector<std::string> folders{inputs.front()};
  inputs.erase(inputs.begin());
  if (values.count("gold") != 0) {
    const auto more = values["gold"].as<std::vector<std::string>>();
    folders.insert(folders.end(), more.begin(), more.end());
  }
  evaluate::Gold gold;
  if (!read_golds(folders, gold)) return ExitCode::usage;
  ExitCode code = ExitCode::ok;
  const evaluate::Given given = read_inputs(values, std::move(inputs), code);
  if (code != ExitCode::ok && code != ExitCode::some_rejected) return code;
  const Score score = evaluate::measure(gold, given);
  if (values.count("json") != 0) {
    print_json(score);
  } else {
    print_text(score, values.count("types") != 0);
    print_differences(score, values["misses"].as<std::uint32_t>(), values["extras"].as<std::uint32_t>());
  }
  if (values.count("write-precision") != 0) {
    const ExitCode written = write_precision(score, values["write-precision"].as<std::string>());
    if (written != ExitCode::ok) return written;
  }
  return code;
}

}  // namespace depeche::cli
