#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/data.hpp"
#include "cli/load.hpp"
#include "cli/streams.hpp"
#include "cli/table.hpp"
#include "table/claim_table.hpp"
#include "table/csv_writer.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

constexpr std::array<std::string_view, 8> statuses{"asserted", "attributed",  "alleged",    "possible",
                                                   "planned",  "conditional", "questioned", "negated"};
constexpr std::string_view wikidata = "http://www.wikidata.org/entity/";

/// The IRIs that a name may mean: in the lexicon, and among the entities of the data.
class Names {
 public:
  Names(const lexicon::NameLexicon& lexicon, const sparql::Dataset& data) : lexicon_(lexicon), data_(data) {}

  std::set<std::string> find(const std::string& name) const {
    if (name.find("://") != std::string::npos) return {name};
    std::set<std::string> out;
    const std::string folded = utf8::fold(name);
    if (is_wikidata_number(name)) out.insert(std::string(wikidata) + name);
    for (const lexicon::KnownName& row : lexicon_.rows()) {
      if (row.qid.empty()) continue;
      const bool iso = row.kind == lexicon::NameKind::country && row.iso == name;
      if (iso || std::any_of(row.names.begin(), row.names.end(),
                             [&](const std::string& n) { return utf8::fold(n) == folded; }))
        out.insert(std::string(wikidata) + row.qid);
    }
    find_in_data("http://www.w3.org/2000/01/rdf-schema#label", folded, out);
    if (out.empty()) find_in_data("http://www.w3.org/2004/02/skos/core#altLabel", folded, out);
    if (out.empty())
      throw UsageError(fmt::format("nobody is called '{}', neither in the data nor in the tables of names", name));
    return out;
  }

 private:
  static bool is_wikidata_number(const std::string& name) {
    return name.size() > 1 && name[0] == 'Q' && name.find_first_not_of("0123456789", 1) == std::string::npos;
  }

  void find_in_data(std::string_view property, const std::string& folded, std::set<std::string>& out) const {
    const sparql::TermId id = data_.terms().find_iri(property);
    if (id == sparql::unbound) return;
    const auto found = data_.find({sparql::unbound, id, sparql::unbound, sparql::unbound});
    for (std::size_t i = 0; i < found.quads.size(); ++i) {
      const sparql::Quad quad = found.quad(i);
      if (quad[1] == id && utf8::fold(data_.terms()[quad[2]].text) == folded) out.insert(data_.terms()[quad[0]].text);
    }
  }

  const lexicon::NameLexicon& lexicon_;
  const sparql::Dataset& data_;
};

/// Which claims are wanted. What is not set does not matter.
struct Wanted {
  std::set<std::string> types, status;
  std::optional<std::set<std::string>> subject, object, actor;
  std::string since, until;
};

std::vector<std::string> words(const po::variables_map& values, const char* option) {
  return values.count(option) == 0 ? std::vector<std::string>() : values[option].as<std::vector<std::string>>();
}

/// "2024", "2024-06" and "2024-06-19" as they stand; dates compare as text.
std::string read_day(const po::variables_map& values, const char* option) {
  if (values.count(option) == 0) return {};
  const std::string day = values[option].as<std::string>();
  std::string shape = day;
  for (char& c : shape) c = c >= '0' && c <= '9' ? '9' : c;
  if (shape == "9999" || shape == "9999-99" || shape == "9999-99-99") return day;
  throw UsageError(fmt::format("--{} '{}': expected a date like 2024-06-19, 2024-06 or 2024", option, day));
}

Wanted read_wanted(const po::variables_map& values, const mapping::Ontology& ontology, const Names& names) {
  Wanted wanted;
  for (const std::string& type : words(values, "type")) {
    std::vector<std::string_view> known;
    for (const mapping::RelationType& row : ontology.relations()) {
      known.push_back(row.name);
      if (utf8::fold(row.name) == utf8::fold(type) || row.edge == type) wanted.types.insert(row.name);
    }
    if (ontology.find(type) >= 0 || !wanted.types.empty()) continue;
    const std::string_view near = nearest_word(type, known);
    throw UsageError(fmt::format("--type '{}': there is no such relation type{}", type,
                                 near.empty() ? std::string() : fmt::format("; did you mean {}?", near)));
  }
  for (const std::string& status : words(values, "status")) {
    if (std::find(statuses.begin(), statuses.end(), status) == statuses.end()) {
      throw UsageError(fmt::format("--status '{}': expected one of {}", status, fmt::join(statuses, ", ")));
    }
    wanted.status.insert(status);
  }
  const auto actors = [&](const char* option) {
    std::optional<std::set<std::string>> out;
    for (const std::string& name : words(values, option)) {
      if (!out) out.emplace();
      out->merge(names.find(name));
    }
    return out;
  };
  wanted.subject = actors("subject");
  wanted.object = actors("object");
  wanted.actor = actors("actor");
  wanted.since = read_day(values, "since");
  wanted.until = read_day(values, "until");
  return wanted;
}

bool holds_one(const std::vector<std::string>& actors, const std::set<std::string>& wanted) {
  return std::any_of(actors.begin(), actors.end(), [&](const std::string& a) { return wanted.count(a) != 0; });
}

class Filter {
 public:
  Filter(const Wanted& wanted, const table::ClaimTable& table, const mapping::Ontology& ontology)
      : wanted_(wanted), table_(table), ontology_(ontology) {}

  bool takes(const table::ClaimRow& row) const {
    const std::string& type = cell(row, "type");
    if (!wanted_.types.empty() && wanted_.types.count(type) == 0) return false;
    if (!wanted_.status.empty() && wanted_.status.count(cell(row, "status")) == 0) return false;
    const int at = ontology_.find(type);
    const bool symmetric = at >= 0 && ontology_.relations()[static_cast<std::size_t>(at)].symmetric;
    const bool as_is = fits(wanted_.subject, row.subjects) && fits(wanted_.object, row.objects);
    const bool turned = symmetric && fits(wanted_.subject, row.objects) && fits(wanted_.object, row.subjects);
    if (!as_is && !turned) return false;
    if (!fits(wanted_.actor, row.subjects) && !fits(wanted_.actor, row.objects)) return false;
    return in_time(row);
  }

 private:
  const std::string& cell(const table::ClaimRow& row, std::string_view column) const {
    return row.cells[table_.column(column)];
  }

  static bool fits(const std::optional<std::set<std::string>>& wanted, const std::vector<std::string>& actors) {
    return !wanted || holds_one(actors, *wanted);
  }

  bool in_time(const table::ClaimRow& row) const {
    if (wanted_.since.empty() && wanted_.until.empty()) return true;
    const std::string &from = cell(row, "from"), &to = cell(row, "to"), &published = cell(row, "published");
    const bool dated = !from.empty() || !to.empty();
    // What is said to last until some day is known to begin before the article.
    const std::string first = from.empty() ? published : from, last = dated ? to : published;
    if (!dated && published.empty()) return false;
    if (!wanted_.since.empty() && !last.empty() && last < wanted_.since) return false;
    return wanted_.until.empty() || first.empty() || first.substr(0, wanted_.until.size()) <= wanted_.until;
  }

  const Wanted& wanted_;
  const table::ClaimTable& table_;
  const mapping::Ontology& ontology_;
};

/// "≈ 35.0 % (shareOfImports)", as people read a figure.
std::string figure_of(const table::ClaimTable& table, const table::ClaimRow& row) {
  const auto cell = [&](std::string_view column) { return row.cells[table.column(column)]; };
  if (cell("measure").empty()) return {};
  std::string unit = cell("unit");
  if (unit == "PERCENT") unit = "%";
  if (unit == "NUM") unit.clear();
  std::string number = cell("value");
  if (number.empty()) {
    const std::string min = cell("min"), max = cell("max");
    number = min.empty() ? "≤ " + max : max.empty() ? "≥ " + min : min + "–" + max;
  } else if (!cell("approx").empty()) {
    number = "≈ " + number;
  }
  return fmt::format("{}{}{} {}", number, unit.empty() ? "" : " ", unit, cell("measure"));
}

void print_table(const table::ClaimTable& table, const std::vector<table::ClaimRow>& rows) {
  const auto cell = [&](const table::ClaimRow& row, std::string_view column) {
    return row.cells[table.column(column)];
  };
  std::vector<std::vector<std::string>> lines;
  for (const table::ClaimRow& row : rows) {
    const std::string from = cell(row, "from"), to = cell(row, "to");
    const std::string time = from == to     ? from
                             : from.empty() ? "until " + to
                             : to.empty()   ? "since " + from
                                            : from + "–" + to;
    lines.push_back({cell(row, "type"), cell(row, "subject"), cell(row, "object"), cell(row, "status"),
                     figure_of(table, row), time, cell(row, "source"), cell(row, "published"), cell(row, "quote")});
  }
  write_out(format_table({"type", "subject", "object", "status", "figure", "time", "source", "article of", "sentence"},
                         lines, terminal_width()));
  write_out(fmt::format("{} claim{}\n", rows.size(), rows.size() == 1 ? "" : "s"));
}

void print_csv(const table::ClaimTable& table, const std::vector<table::ClaimRow>& rows) {
  std::string line;
  for (const table::Column& column : table.columns()) line += (line.empty() ? "" : ",") + column.name;
  write_out(line + "\r\n");
  for (const table::ClaimRow& row : rows) write_out(table::csv_line(table, row));
}

void print_json_lines(const table::ClaimTable& table, const std::vector<table::ClaimRow>& rows) {
  for (const table::ClaimRow& row : rows) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (!row.cells[c].empty()) json[table.columns()[c].name] = row.cells[c];
    }
    write_out(json.dump() + "\n");
  }
}

std::string choose_format(const po::variables_map& values) {
  if (values.count("format") == 0) return terminal_width() > 0 ? "table" : "csv";
  const std::string format = values["format"].as<std::string>();
  if (format == "table" || format == "csv" || format == "jsonl") return format;
  throw UsageError(fmt::format("--format '{}': expected one of table, csv, jsonl", format));
}

}  // namespace

ExitCode run_relations(const std::vector<std::string>& arguments, const Command& self) {
  using Words = std::vector<std::string>;
  po::options_description options;
  options.add_options()                                                                                         //
      ("type,t", po::value<Words>()->value_name("TYPE"), "relation type (Import, Meeting …); may be repeated")  //
      ("subject,s", po::value<Words>()->value_name("NAME"), "who does it; may be repeated")                     //
      ("object,o", po::value<Words>()->value_name("NAME"), "to whom; may be repeated")                          //
      ("actor,a", po::value<Words>()->value_name("NAME"), "either of both; may be repeated")                    //
      ("status", po::value<Words>()->value_name("STATUS"), "asserted, alleged, negated …; may be repeated")     //
      ("since", po::value<std::string>()->value_name("DAY"), "nothing that ended before")                       //
      ("until", po::value<std::string>()->value_name("DAY"), "nothing that began after")                        //
      ("format,f", po::value<std::string>()->value_name("NAME"),
       "table, csv or jsonl; default: table on a terminal, else csv");
  add_resource_options(options);
  po::variables_map values;
  if (!parse_arguments(arguments, self, options, "data", values)) return ExitCode::ok;
  const std::string format = choose_format(values);
  const auto resources = load_faultless(values);
  if (!resources) return ExitCode::usage;
  sparql::Dataset data;
  if (!read_data(words(values, "data"), data)) return ExitCode::input;
  const mapping::Ontology& ontology = resources->knowledge().ontology;
  const Wanted wanted = read_wanted(values, ontology, Names(resources->knowledge().names, data));
  table::Labels labels;
  table::collect_labels(data, labels);
  const table::ClaimTable table(ontology);
  const Filter filter(wanted, table, ontology);
  std::vector<table::ClaimRow> rows = table.rows(data, labels);
  rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const table::ClaimRow& row) { return !filter.takes(row); }),
             rows.end());
  if (format == "table") print_table(table, rows);
  if (format == "csv") print_csv(table, rows);
  if (format == "jsonl") print_json_lines(table, rows);
  return ExitCode::ok;
}

}  // namespace depeche::cli
