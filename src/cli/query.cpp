#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "base/mapped_file.hpp"
#include "cli/command.hpp"
#include "cli/data.hpp"
#include "cli/faults.hpp"
#include "cli/interrupts.hpp"
#include "cli/streams.hpp"
#include "cli/table.hpp"
#include "graph/vocabulary.hpp"
#include "pipeline/resources.hpp"
#include "sparql/parse.hpp"
#include "sparql/results.hpp"
#include "store/credentials.hpp"
#include "store/http.hpp"
#include "store/profile.hpp"

namespace depeche::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 6> formats{"table", "csv", "tsv", "json", "turtle", "ntriples"};

/// The ready queries, by their file names without .rq.
class ReadyQueries {
 public:
  explicit ReadyQueries(const po::variables_map& values) {
    folder_ = values.count("ontology") != 0 ? values["ontology"].as<std::string>()
                                            : pipeline::ResourcePaths::beside_program().ontology;
    folder_ += "/queries";
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
      if (entry.path().extension() == ".rq") names_.push_back(entry.path().stem().string());
    }
    std::sort(names_.begin(), names_.end());
  }

  std::string file_of(const std::string& name) const { return folder_ + "/" + name + ".rq"; }
  bool has(const std::string& name) const { return std::binary_search(names_.begin(), names_.end(), name); }

  std::string nearest(const std::string& name) const {
    return std::string(nearest_word(name, {names_.begin(), names_.end()}));
  }

  /// A line for each: its name and what it answers, from the first line of its file.
  std::string list() const {
    std::string out;
    for (const std::string& name : names_) {
      const auto text = read_file(file_of(name));
      std::string_view line = text ? line_of(*text, 1) : std::string_view();
      if (const std::size_t colon = line.find(": "); colon != std::string_view::npos) line.remove_prefix(colon + 2);
      out += fmt::format("{:<26} {}\n", name, line);
    }
    return out;
  }

 private:
  std::string folder_;
  std::vector<std::string> names_;
};

struct QueryText {
  std::string text, file;
};

QueryText read_query(const std::string& given, const ReadyQueries& ready) {
  if (given == "-") return {{std::istreambuf_iterator<char>(std::cin), {}}, "standard input"};
  std::string file = given;
  if (!given.ends_with(".rq") && ready.has(given)) file = ready.file_of(given);
  auto text = read_file(file);
  if (text) return {std::move(*text), file};
  const std::string near = ready.nearest(given);
  throw UsageError(fmt::format(
      "'{}' is no ready query and no file that can be read{}", given,
      near.empty() ? "; depeche query --list shows the ready ones" : fmt::format("\n  hint: did you mean {}?", near)));
}

/// What the user asked for; empty if nothing.
std::string choose_format(const po::variables_map& values) {
  if (values.count("format") == 0) return {};
  const std::string format = values["format"].as<std::string>();
  if (std::find(formats.begin(), formats.end(), format) != formats.end()) return format;
  throw UsageError(fmt::format("--format '{}': expected one of table, csv, tsv, json, turtle, ntriples", format));
}

/// Rows have other formats than graphs.
std::string format_for(bool graph, const std::string& chosen) {
  if (chosen.empty()) return graph ? "turtle" : terminal_width() > 0 ? "table" : "csv";
  if (graph == (chosen == "turtle" || chosen == "ntriples")) return chosen;
  throw UsageError(fmt::format("--format {}: this query gives {}", chosen,
                               graph ? "a graph: turtle or ntriples" : "rows: table, csv, tsv or json"));
}

/// Standard output as a sink.
class OutputSink final : public ByteSink {
 public:
  void write(std::string_view bytes) override { write_out(bytes); }
};

void print_answer(const sparql::Answer& answer, const std::string& chosen) {
  OutputSink sink;
  const std::string format = format_for(answer.is_graph(), chosen);
  const rdf::Prefixes prefixes = graph::Namespaces(rdf::Namespace(graph::default_base)).prefixes();
  if (format == "ntriples") return sparql::write_ntriples(answer, sink);
  if (format == "turtle") return sparql::write_turtle(answer, prefixes, sink);
  if (format == "csv") return sparql::write_csv(answer, sink);
  if (format == "tsv") return sparql::write_tsv(answer, sink);
  if (format == "json") return sparql::write_json(answer, sink);
  if (answer.form == sparql::Query::Form::ask) return write_out(answer.yes ? "yes\n" : "no\n");
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : answer.rows) {
    rows.emplace_back();
    for (const sparql::Cell& cell : row) rows.back().push_back(sparql::cell_text(cell, prefixes));
  }
  write_out(format_table(answer.columns, rows, terminal_width()));
  write_out(fmt::format("{} row{}\n", rows.size(), rows.size() == 1 ? "" : "s"));
}

/// Asks a store, and prints what it answers. It is the store that reads the query.
ExitCode ask_store(const po::variables_map& values, const std::string& query, const std::string& format) {
  const std::string url = values["store"].as<std::string>();
  const auto endpoints = store::endpoints_of(*store::find_profile("gsp"), url, url, false);
  if (!endpoints) throw UsageError("--store: " + endpoints.error().message);
  auto credentials = values.count("credentials") == 0
                         ? store::credentials_from_environment()
                         : store::credentials_from_file(values["credentials"].as<std::string>());
  if (!credentials) throw UsageError(credentials.error().message);
  const Interrupts interrupts;
  store::RetryPolicy policy;
  policy.tries = 3;  // somebody waits
  store::HttpClient client(*std::move(credentials), policy, [&interrupts] { return interrupts.caught() == 0; });
  store::HttpRequest request;
  request.method = "POST";
  request.url = endpoints->query;
  request.content_type = "application/x-www-form-urlencoded";
  request.accept = "application/sparql-results+json, application/n-triples;q=0.9";
  const std::string body = store::form_body({{"query", query}});
  request.body = body;
  const auto response = client.send(request);
  if (!response) {
    print_error(response.error().message);
    const bool away = response.error().kind == store::StoreError::Kind::unavailable;
    return away ? ExitCode::store_unavailable : ExitCode::store_refused;
  }
  const bool rows = response->body.find_first_not_of(" \t\r\n") == response->body.find('{');
  const auto answer = rows ? sparql::read_json(response->body) : sparql::read_ntriples(response->body);
  if (!answer) {
    print_error(fmt::format("{}: {}", url, answer.error().message));
    return ExitCode::store_refused;
  }
  print_answer(*answer, format);
  return ExitCode::ok;
}

}  // namespace

ExitCode run_query(const std::vector<std::string>& arguments, const Command& self) {
  po::options_description options;
  options.add_options()  //
      ("format,f", po::value<std::string>()->value_name("NAME"),
       "table, csv, tsv or json; default: table on a terminal, else csv. Of CONSTRUCT and DESCRIBE: turtle (default) "
       "or ntriples")  //
      ("store,s", po::value<std::string>()->value_name("URL"),
       "ask a store: the address where it takes queries (http://localhost:7878/query)")  //
      ("credentials", po::value<std::string>()->value_name("FILE"),
       "for the store: user=… and password=…, or token=…; default: DEPECHE_STORE_USER, _PASSWORD, _TOKEN")  //
      ("list", "list the ready queries")                                                                    //
      ("show", "show the query instead of answering it, to copy or to change it")                           //
      ("ontology", po::value<std::string>()->value_name("DIR"), "folder of the ontology, instead of the one delivered");
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "query", values)) return ExitCode::ok;
  const ReadyQueries ready(values);
  if (values.count("list") != 0) {
    write_out(ready.list());
    return ExitCode::ok;
  }
  const std::string format = choose_format(values);
  if (values.count("query") == 0)
    throw UsageError("no query: name a ready one (--list), a file, or - for standard input");
  std::vector<std::string> given = values["query"].as<std::vector<std::string>>();
  const QueryText query = read_query(given.front(), ready);
  given.erase(given.begin());
  if (values.count("show") != 0) {
    write_out(query.text);
    return ExitCode::ok;
  }
  if (values.count("store") != 0) {
    if (!given.empty()) throw UsageError("--store or files, not both");
    return ask_store(values, query.text, format);
  }
  sparql::Dataset data;
  const auto parsed = sparql::parse_query(query.text, query.file, data.terms());
  if (!parsed) {
    print_diagnostic(parsed.error());
    return ExitCode::usage;
  }
  const bool graph = parsed->form == sparql::Query::Form::construct || parsed->form == sparql::Query::Form::describe;
  format_for(graph, format);  // told before the data are read
  if (!read_data(given, data)) return ExitCode::input;
  const auto answer = sparql::evaluate(*parsed, data);
  if (!answer) {
    print_error(answer.error().message);
    return ExitCode::usage;
  }
  print_answer(*answer, format);
  return ExitCode::ok;
}

}  // namespace depeche::cli
