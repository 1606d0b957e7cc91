#include "lexicon/builder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace depeche::lexicon {

void Builder::read_own(std::string file, std::string text, TableKind kind) {
  read(sources_.emplace_back(Source{std::move(file), std::move(text), {}, {}}), kind, false);
}

void Builder::read_user(std::string file, std::string text) {
  if (file.ends_with(".ttl")) return read_turtle(file, text);
  const Source& source = sources_.emplace_back(Source{std::move(file), std::move(text), {}, {}});
  const std::string_view path = source.file;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const TableFormat& format : table_formats()) {
    if (name == format.file_name) return read(source, format.kind, true);
  }
  Diagnostics unread;  // the chosen reader says again what is wrong with the text
  const TableReader table(source, unread);
  const auto header = table.header();
  const TableFormat* chosen = nullptr;
  for (const TableFormat& format : table_formats()) {
    const auto has = [&](std::string_view wanted) {
      return std::find(header.begin(), header.end(), wanted) != header.end();
    };
    const auto knows = [&](std::string_view given) {
      return std::any_of(format.columns.begin(), format.columns.end(),
                         [&](const Column& c) { return c.name == given; });
    };
    const bool complete = std::all_of(format.columns.begin(), format.columns.end(),
                                      [&](const Column& c) { return !c.required || has(c.name); });
    if (header.empty() || !complete || !std::all_of(header.begin(), header.end(), knows)) continue;
    if (chosen != nullptr) {
      report(diagnostics_, source, header.front(), "names-ambiguous-table",
             fmt::format("the columns fit {} as well as {}", chosen->file_name, format.file_name),
             "give the file the name of the table it extends");
      return;
    }
    chosen = &format;
  }
  if (chosen != nullptr) return read(source, chosen->kind, true);
  if (!unread.empty()) {
    diagnostics_.insert(diagnostics_.end(), unread.begin(), unread.end());
    return;
  }
  report(diagnostics_, source, header.empty() ? std::string_view() : header.front(), "names-unknown-table",
         "neither the file's name nor its columns are those of a names table",
         "name it as the table it extends: persons.tsv, organisations.tsv, places.tsv, countries.tsv, offices.tsv, "
         "given-names.tsv or commodities.tsv");
}

void Builder::read(const Source& source, TableKind kind, bool user) {
  TableReader table(source, diagnostics_);
  const auto formats = table_formats();
  const auto format =
      std::find_if(formats.begin(), formats.end(), [&](const TableFormat& f) { return f.kind == kind; });
  if (!table.bind(format->columns)) return;
  switch (kind) {
    case TableKind::countries:
      return read_countries(table, user);
    case TableKind::organisations:
      return read_organisations(table, user);
    case TableKind::places:
      return read_places(table, user);
    case TableKind::persons:
      return read_persons(table, user);
    case TableKind::offices:
      return read_offices(table);
    case TableKind::given_names:
      return read_given_names(table);
    case TableKind::commodities:
      return read_commodities(table);
  }
}

bool Builder::find_row(TableReader& table, bool user, KnownName&& entity, std::string_view where, std::uint32_t& row) {
  const std::string kind(1, static_cast<char>('0' + static_cast<int>(entity.kind)));
  std::string by_label = kind;
  if (entity.kind == NameKind::country) {
    by_label += entity.iso;
  } else {
    by_label += utf8::fold(entity.label);
    // Two places may share a label: Tripoli of Libya and of Lebanon.
    if (entity.kind == NameKind::place) by_label += '\t' + entity.iso + entity.type;
  }
  const std::string by_qid = entity.qid.empty() ? std::string() : kind + entity.qid;
  auto known = row_by_key_.find(by_label);
  if (known == row_by_key_.end() && !by_qid.empty()) known = row_by_key_.find(by_qid);
  if (known != row_by_key_.end()) {
    row = known->second;
    if (user) {
      add_name(row, entity.label, NameForm::name);
      return true;
    }
    table.fault(where, "names-duplicate-row", fmt::format("'{}' has a row already", contents_.rows[row].label));
    return false;
  }
  row = static_cast<std::uint32_t>(contents_.rows.size());
  row_by_key_[by_label] = row;
  if (!by_qid.empty()) row_by_key_[by_qid] = row;
  const std::string label = entity.label;
  contents_.rows.push_back(std::move(entity));
  add_name(row, label, NameForm::name);
  return true;
}

void Builder::add_name(std::uint32_t row, std::string_view name, NameForm form) {
  KnownName& entity = contents_.rows[row];
  contents_.names.add(name, {row, form});
  if (form != NameForm::name && form != NameForm::acronym) return;
  if (std::find(entity.names.begin(), entity.names.end(), name) == entity.names.end()) entity.names.emplace_back(name);
}

void Builder::add_names(TableReader& table, std::uint32_t row, std::size_t column, NameForm form) {
  for (const std::string_view name : table.list(column)) {
    claim_name(table, row, name);
    add_name(row, name, form);
  }
}

void Builder::claim_name(TableReader& table, std::uint32_t row, std::string_view name) {
  const NameKind kind = contents_.rows[row].kind;
  if (kind != NameKind::country && kind != NameKind::organisation) return;  // persons and places share names
  const auto [holder, added] = claimed_.try_emplace((kind == NameKind::country ? 'c' : 'o') + utf8::fold(name), row);
  if (added || holder->second == row) return;
  table.fault(name, "names-duplicate-name",
              fmt::format("'{}' is a name of '{}' already", name, contents_.rows[holder->second].label));
}

std::string Builder::qid(TableReader& table, std::size_t column) {
  const std::string_view text = table.cell(column);
  const bool good = text.size() > 1 && text[0] == 'Q' && text[1] != '0' && text.size() < 12 &&
                    std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || good) return std::string(text);
  table.fault(text, "names-bad-qid", fmt::format("'{}' is no Wikidata id, expected Q and a number as in 'Q142'", text));
  return {};
}

void Builder::refer(TableReader& table, Reference::To to, std::string_view text, std::uint32_t row,
                    std::size_t office) {
  if (!text.empty()) references_.push_back({to, {&table.source(), text}, row, office});
}

Contents Builder::finish() {
  check_references();
  return std::move(contents_);
}

void Builder::check_references() {
  std::vector<std::string_view> countries, offices, commodities;
  for (const KnownName& row : contents_.rows) {
    if (row.kind == NameKind::country) countries.push_back(row.iso);
  }
  for (const OfficeNoun& office : contents_.offices) offices.push_back(office.canonical);
  for (const Commodity& commodity : contents_.commodities) commodities.push_back(commodity.id);
  for (const Reference& reference : references_) {
    const std::string_view text = reference.place.text;
    switch (reference.to) {
      case Reference::To::country:
        if (!contents_.country_by_iso.contains(text)) {
          report_unknown(reference.place, "names-unknown-country", "country code", countries);
        }
        break;
      case Reference::To::office:
        // "ministre des Affaires étrangères": what the office noun is followed by is free.
        if (std::uint32_t office = 0; contents_.office_forms.longest_match(cut_words(text), office) == 0) {
          report_unknown(reference.place, "names-unknown-office", "office", offices);
        }
        break;
      case Reference::To::commodity:
        if (std::find(commodities.begin(), commodities.end(), text) == commodities.end()) {
          report_unknown(reference.place, "names-unknown-commodity", "commodity", commodities);
        }
        break;
      case Reference::To::jurisdiction:
        check_jurisdiction(reference);
        break;
    }
  }
}

void Builder::check_jurisdiction(const Reference& reference) {
  const std::string_view text = reference.place.text;
  if (contents_.country_by_iso.contains(text)) return;
  if (jurisdictions_.empty()) {
    for (std::uint32_t row = 0; row < contents_.rows.size(); ++row) {
      const NameKind kind = contents_.rows[row].kind;
      if (kind != NameKind::organisation && kind != NameKind::place) continue;
      for (const std::string& name : contents_.rows[row].names) jurisdictions_.try_emplace(utf8::fold(name), row);
    }
  }
  if (const auto found = jurisdictions_.find(utf8::fold(text)); found != jurisdictions_.end()) {
    contents_.rows[reference.row].offices[reference.office].jurisdiction = contents_.rows[found->second].label;
    return;
  }
  std::vector<std::string_view> candidates;
  for (const KnownName& row : contents_.rows) {
    if (row.kind != NameKind::person) candidates.push_back(row.kind == NameKind::country ? row.iso : row.label);
  }
  report_unknown(reference.place, "names-unknown-jurisdiction", "country code, organisation or place", candidates);
}

void Builder::report_unknown(const Place& place, std::string_view code, std::string_view what,
                             const std::vector<std::string_view>& candidates) {
  report(diagnostics_, *place.source, place.text, code, fmt::format("unknown {} '{}'", what, place.text),
         did_you_mean(place.text, candidates));
}

}  // namespace depeche::lexicon
