#include "sync/manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sync/counts_json.hpp"

namespace depeche::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "depeche-manifest-1";
constexpr std::string_view row_start = "{\"key\":\"";
constexpr std::size_t key_size = 16;
constexpr std::array<std::string_view, 3> status_names = {"current", "gone", "retracted"};

/// Whatever the data holds becomes text: ids were checked to be UTF-8, paths were not.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

[[noreturn]] void fail_damaged(const std::string& what) {
  throw Failure(Cause::damaged, "the manifest is damaged: " + what);
}

Json parse(std::string_view line) {
  Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) fail_damaged("a line is no JSON object");
  return json;
}

Json json_of(const FileInfo& file) {
  return {{"name", file.name}, {"bytes", file.size}, {"lines", file.lines}, {"sha256", file.sha256}};
}

FileInfo file_of(const Json& json) {
  FileInfo out{json.at("name"), json.at("bytes"), json.at("lines"), json.at("sha256")};
  // A name of ours leads nowhere else.
  if (out.name.find('/') != std::string::npos || out.name.starts_with('.')) fail_damaged("a name that is none of ours");
  return out;
}

void read_header(const Json& j, Manifest& m) {
  if (j.value("format", "") != format_name) fail_damaged("it does not begin as one");
  m.sequence = j.at("sequence"), m.previous = j.at("previous"), m.settings = j.at("settings");
}

void read_footer(const Json& j, Manifest& m) {
  m.counts = counts_of(j.at("counts"));
  m.current = j.at("current"), m.gone = j.at("gone"), m.retracted = j.at("retracted"), m.outdated = j.at("outdated");
  m.statements = j.at("statements"), m.newest = j.at("newest"), m.relations = j.at("relations");
  m.state_id = j.at("state"), m.ontology = j.at("ontology"), m.quarantine = file_of(j.at("quarantine"));
  for (const Json& s : j.at("shards")) {
    m.shards.push_back({file_of(s.at("graph")), file_of(s.at("support")), s.at("sharedLines")});
  }
  for (const Json& d : j.at("deltas")) {
    m.deltas.push_back({d.at("from"), d.at("to"), d.at("id"), d.at("previous"), file_of(d.at("removed")),
                        file_of(d.at("added")), file_of(d.at("patch"))});
  }
}

}  // namespace

std::string format_row(const Row& r) {
  return dump({{"key", r.key},
               {"id", r.id},
               {"content", r.content},
               {"text", r.text},
               {"output", r.output},
               {"knowledge", r.knowledge},
               {"place", r.place},
               {"published", r.published},
               {"statements", r.statements},
               {"first", r.first},
               {"last", r.last},
               {"status", status_names.at(static_cast<std::size_t>(r.status))}});
}

Row parse_row(std::string_view line) {
  try {
    const Json j = parse(line);
    Row r;
    r.key = j.at("key"), r.id = j.at("id"), r.content = j.at("content"), r.text = j.at("text");
    r.output = j.at("output"), r.knowledge = j.at("knowledge"), r.place = j.at("place");
    r.published = j.at("published"), r.statements = j.at("statements");
    r.first = j.at("first"), r.last = j.at("last");
    const std::string status = j.at("status");
    for (std::size_t i = 0; i < status_names.size(); ++i) {
      if (status == status_names.at(i)) r.status = static_cast<RowStatus>(i);
    }
    return r;
  } catch (const Json::exception& e) {
    fail_damaged(e.what());
  }
}

std::string_view key_of_row(std::string_view line) {
  return line.starts_with(row_start) ? line.substr(row_start.size(), key_size) : std::string_view();
}

std::string format_header(const Manifest& m) {
  return dump({{"format", format_name}, {"sequence", m.sequence}, {"previous", m.previous}, {"settings", m.settings}});
}

std::string format_footer(const Manifest& m) {
  Json shards = Json::array(), deltas = Json::array();
  for (const Shard& s : m.shards) {
    shards.push_back({{"graph", json_of(s.graph)}, {"support", json_of(s.support)}, {"sharedLines", s.shared_lines}});
  }
  for (const Delta& d : m.deltas) {
    deltas.push_back({{"from", d.from},
                      {"to", d.to},
                      {"id", d.id},
                      {"previous", d.previous},
                      {"removed", json_of(d.removed)},
                      {"added", json_of(d.added)},
                      {"patch", json_of(d.patch)}});
  }
  return dump({{"counts", json_of(m.counts)},
               {"current", m.current},
               {"gone", m.gone},
               {"retracted", m.retracted},
               {"outdated", m.outdated},
               {"statements", m.statements},
               {"newest", m.newest},
               {"relations", m.relations},
               {"state", m.state_id},
               {"ontology", m.ontology},
               {"quarantine", json_of(m.quarantine)},
               {"shards", shards},
               {"deltas", deltas}});
}

std::string format_seal(const std::string& sha256) {
  return dump({{"sha256", sha256}});
}

std::optional<ManifestReader> ManifestReader::open(const Folder& folder) {
  if (!folder.exists(manifest_name)) return std::nullopt;
  return ManifestReader(folder);
}

ManifestReader::ManifestReader(const Folder& folder) : folder_(&folder) {
  constexpr std::uint64_t stride = 16384;
  LineFile lines(folder, manifest_name);
  std::string_view line;
  std::string footer, key;
  std::uint64_t rows = 0;
  try {
    if (!lines.next(line)) fail_damaged("it is empty");
    read_header(parse(line), manifest_);
    while (lines.next(line)) {
      if (line.starts_with("{\"sha256\"")) break;
      if (!footer.empty()) fail_damaged("something stands behind its end");
      const std::string_view next = key_of_row(line);
      if (next.empty()) {
        footer = line;
        rows_end_ = lines.offset();
        continue;
      }
      if (next.size() != key_size || next <= key) fail_damaged("its rows are not in order");
      key = next;
      ++rows;
      if (marks_.empty() || lines.offset() - marks_.back().offset >= stride) marks_.push_back({key, lines.offset()});
    }
    if (footer.empty() || !line.starts_with("{\"sha256\"")) fail_damaged("its end is missing");
    manifest_.sha256 = parse(line).at("sha256");
    if (lines.hash_before_line() != manifest_.sha256) fail_damaged("its hash is another");
    if (lines.next(line)) fail_damaged("something stands behind its end");
    read_footer(parse(footer), manifest_);
  } catch (const Json::exception& e) {
    fail_damaged(e.what());
  }
  if (rows != manifest_.current + manifest_.gone + manifest_.retracted) fail_damaged("rows are missing");
  file_ = folder.open(manifest_name);
}

std::optional<Row> ManifestReader::find(std::string_view key) const {
  auto mark = std::upper_bound(marks_.begin(), marks_.end(), key, [](auto k, const Mark& m) { return k < m.key; });
  if (mark == marks_.begin()) return std::nullopt;
  const std::uint64_t end = mark == marks_.end() ? rows_end_ : mark->offset;
  const std::uint64_t begin = (--mark)->offset;
  std::string block(end - begin, '\0');
  file_.seek(begin, manifest_name);
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t count = file_.read(block.data() + at, block.size() - at, manifest_name);
    if (count == 0) fail_damaged("it has become shorter");
    at += count;
  }
  const std::string start = std::string(row_start).append(key);
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t stop = std::min(block.find('\n', at), block.size());
    const std::string_view line = std::string_view(block).substr(at, stop - at);
    if (line.starts_with(start)) return parse_row(line);
    at = stop + 1;
  }
  return std::nullopt;
}

ManifestReader::Rows::Rows(const Folder& folder) : file_(folder, manifest_name) {}

bool ManifestReader::Rows::next(Row& row) {
  std::string_view line;
  while (file_.next(line)) {
    if (key_of_row(line).empty()) continue;
    row = parse_row(line);
    return true;
  }
  return false;
}

}  // namespace depeche::sync
