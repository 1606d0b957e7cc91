#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "article/source.hpp"
#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "evaluate/coverage.hpp"
#include "mapping/expected.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

using Json = nlohmann::ordered_json;
using evaluate::Coverage;
using evaluate::OpenPredicate;

/// The order in which people read statuses: the most factual first.
std::vector<std::size_t> statuses() {
  std::vector<std::size_t> out;
  for (std::size_t s = mapping::status_names().size(); s-- > 0;) out.push_back(s);
  return out;
}

std::vector<std::pair<std::string, std::uint64_t>> by_frequency(const std::map<std::string, std::uint64_t>& fired) {
  std::vector<std::pair<std::string, std::uint64_t>> out(fired.begin(), fired.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

std::string_view class_name(mapping::TriggerClass word_class) {
  switch (word_class) {
    case mapping::TriggerClass::verb:
      return "verb";
    case mapping::TriggerClass::noun:
      return "noun";
    case mapping::TriggerClass::adjective:
      return "adjective";
  }
  return "";
}

/// As a mapping file names the word: "se rendre".
std::string trigger_of(const OpenPredicate& p) {
  if (!p.pronominal) return p.lemma;
  const bool vowel = std::string_view("aeiouyh").find(p.lemma.front()) != std::string_view::npos ||
                     p.lemma.starts_with("é") || p.lemma.starts_with("ê");
  return (vowel ? "s'" : "se ") + p.lemma;
}

void print_statuses(const Coverage& c) {
  write_out(fmt::format("\nclaims per type and status\n{:<22}", ""));
  for (const std::size_t s : statuses()) write_out(fmt::format("{:>12}", mapping::status_names()[s]));
  write_out("\n");
  for (const auto& [type, counts] : c.status) {
    write_out(fmt::format("{:<22}", type));
    for (const std::size_t s : statuses()) write_out(fmt::format("{:>12}", counts[s]));
    write_out("\n");
  }
}

void print_rules(const Coverage& c) {
  write_out("\nclaims per rule\n");
  std::string never;
  for (const auto& [rule, n] : by_frequency(c.fired)) {
    if (n == 0) {
      never += "  " + rule + "\n";
    } else {
      write_out(fmt::format("{:>9}  {}\n", n, rule));
    }
  }
  write_out("\nrules that never fired\n" + (never.empty() ? "  none\n" : never));
}

/// The open predicates that some rule tried, or those that none did; at most `most`.
void print_open(const Coverage& c, bool tried, std::size_t most) {
  for (const OpenPredicate& p : c.open) {
    if (p.tried != tried) continue;
    if (most-- == 0) return;
    write_out(fmt::format("{:>7}  {} ({})  {} + {}\n", p.count, trigger_of(p), class_name(p.word_class), p.first_path,
                          p.second_path));
    for (const evaluate::Witness& w : p.witnesses) {
      write_out(fmt::format("           [{} | {}] {} ({})\n", w.first, w.second, w.sentence, w.article));
    }
  }
}

void print_text(const Coverage& c, std::size_t most) {
  write_out(fmt::format("{} articles, {} sentences, {} claims\n", c.articles, c.sentences, c.claims));
  print_statuses(c);
  print_rules(c);
  write_out("\npredicates between two actors that no rule waits for\n");
  print_open(c, false, most);
  write_out("\npredicates between two actors that a rule waits for, but none fired\n");
  print_open(c, true, most);
}

void print_json(const Coverage& c, std::size_t most) {
  Json out{{"articles", c.articles}, {"sentences", c.sentences}, {"claims", c.claims}};
  for (const auto& [type, counts] : c.status) {
    for (const std::size_t s : statuses()) out["types"][type][std::string(mapping::status_names()[s])] = counts[s];
  }
  out["rules"] = Json::object();
  for (const auto& [rule, n] : by_frequency(c.fired)) out["rules"][rule] = n;
  std::size_t left[2] = {most, most};
  out["open"] = Json::array();
  for (const OpenPredicate& p : c.open) {
    if (left[p.tried ? 1 : 0] == 0) continue;
    --left[p.tried ? 1 : 0];
    Json entry{{"trigger", trigger_of(p)}, {"class", class_name(p.word_class)}, {"count", p.count},
               {"first", p.first_path},    {"second", p.second_path},           {"rule_exists", p.tried}};
    entry["sentences"] = Json::array();
    for (const evaluate::Witness& w : p.witnesses) {
      entry["sentences"].push_back(
          {{"article", w.article}, {"first", w.first}, {"second", w.second}, {"text", w.sentence}});
    }
    out["open"].push_back(std::move(entry));
  }
  write_out(out.dump(1) + "\n");
}

}  // namespace

ExitCode run_report(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()  //
      ("top", po::value<std::uint32_t>()->default_value(50)->value_name("N"),
       "how many open predicates of each kind")                                                                    //
      ("sentences", po::value<std::uint32_t>()->default_value(3)->value_name("N"), "how many sentences for each")  //
      ("json", "one JSON object instead of text");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "input", values)) return ExitCode::ok;
  if (values.count("input") == 0)
    throw UsageError("no input: name at least one file or folder, or - for standard input");
  const auto resources = load_faultless(values);
  if (!resources) return ExitCode::usage;
  article::ArticleSource source(values["input"].as<std::vector<std::string>>(), resources->chrome());
  evaluate::CoverageCounter counter(resources->knowledge(), values["sentences"].as<std::uint32_t>());
  FaultReport faults;
  std::size_t rejected = 0, read = 0;
  for (;;) {
    article::ReadResult next = source.next();
    if (std::holds_alternative<article::EndOfInput>(next)) break;
    if (const auto* d = std::get_if<Diagnostic>(&next)) {
      faults.add(*d);
      if (d->severity == Severity::error) ++rejected;
      continue;
    }
    ++read;
    extract::Trace trace;
    trace.wants_gaps = true;
    const auto extraction = resources->extractor().extract(std::get<article::Article>(std::move(next)), &trace);
    counter.add(extraction, trace);
  }
  faults.finish();
  if (read == 0) {
    print_error("no article could be read");
    return ExitCode::input;
  }
  const Coverage coverage = std::move(counter).finish();
  const std::size_t most = values["top"].as<std::uint32_t>();
  values.count("json") != 0 ? print_json(coverage, most) : print_text(coverage, most);
  return rejected == 0 ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace depeche::cli
