#include "sync/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

namespace depeche::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* lock_name = "lock";
constexpr const char* quarantine_name = "quarantine.jsonl";
constexpr const char* latest = "latest.json";

Folder lock(Folder folder) {
  if (folder.lock(lock_name)) return folder;
  throw Failure(Cause::locked, fmt::format("another run works in '{}'", folder.path()));
}

bool is_temporary(const std::string& name) {
  return name.starts_with('.') && name.ends_with(".tmp");
}

bool is_ours(const std::string& name) {
  static const std::set<std::string> names = {"data",          "deltas",      lock_name,     manifest_name,
                                              quarantine_name, "latest.json", "status.json", "blocked.json"};
  return names.contains(name) || is_temporary(name) || (name.starts_with("kg") && name.ends_with(".nq"));
}

Json json_of(const FileInfo& file, const char* folder) {
  return {{"name", fmt::format("{}/{}", folder, file.name)},
          {"bytes", file.size},
          {"statements", file.lines},
          {"sha256", file.sha256}};
}

std::string format_latest(const Manifest& m) {
  Json files = Json::array(), deltas = Json::array();
  for (const Shard& shard : m.shards) files.push_back(json_of(shard.graph, "data"));
  for (const Delta& d : m.deltas) {
    Json patch = json_of(d.patch, "deltas");
    patch.erase("statements");
    deltas.push_back({{"from", d.from},
                      {"to", d.to},
                      {"removed", json_of(d.removed, "deltas")},
                      {"added", json_of(d.added, "deltas")},
                      {"patch", patch}});
  }
  return Json({{"sequence", m.sequence},
               {"manifest", m.sha256},
               {"state", m.state_id},
               {"statements", m.statements},
               {"articles", m.current},
               {"files", files},
               {"deltas", deltas}})
             .dump(1) +
         "\n";
}

}  // namespace

std::string shard_link(std::size_t shard, std::size_t shards) {
  return shards == 1 ? "kg.nq" : fmt::format("kg-{:03}.nq", shard);
}

State::State(SystemCalls& calls, const std::string& path, bool rebuild)
    : root(lock(Folder(calls, path))),
      data((check_is_ours(), root.below("data"))),
      deltas(root.below("deltas")),
      blocked(root),
      rebuild_(rebuild) {
  // What is seen may be in memory only, if the last run was killed in the middle of a commit.
  root.sync();
  for (const std::string& name : root.list()) {
    if (is_temporary(name)) root.remove(name);
  }
  if (rebuild) {
    last_sequence = highest_sequence();
    return;
  }
  old = ManifestReader::open(root);
  if (old) {
    last_sequence = old->manifest().sequence;
    check_files();
  }
  clear();
  if (old) derive();
}

/// A folder with something else in it is left alone.
void State::check_is_ours() const {
  if (root.exists(manifest_name)) return;
  for (const std::string& name : root.list()) {
    if (is_ours(name)) continue;
    throw Failure(Cause::settings,
                  fmt::format("'{}' holds something else ('{}'): name an empty or a new folder", root.path(), name));
  }
}

void State::check_files() const {
  const auto check = [](const Folder& folder, const FileInfo& file) {
    const auto status = folder.inspect(file.name);
    if (status && S_ISREG(status->st_mode) && static_cast<std::uint64_t>(status->st_size) == file.size) return;
    throw Failure(Cause::damaged,
                  fmt::format("'{}/{}' is missing or not the file that was written", folder.path(), file.name));
  };
  const Manifest& m = old->manifest();
  for (const Shard& shard : m.shards) {
    check(data, shard.graph);
    check(data, shard.support);
  }
  check(data, m.quarantine);
  for (const Delta& d : m.deltas) {
    for (const FileInfo* file : {&d.removed, &d.added, &d.patch}) check(deltas, *file);
  }
}

/// By the names of data files, for a new beginning after a manifest that cannot be read.
std::uint64_t State::highest_sequence() const {
  std::uint64_t highest = 0;
  for (const std::string& name : data.list()) {
    const std::size_t dot = name.find('.');
    if (name.starts_with('.') || dot == std::string::npos) continue;
    std::uint64_t number = 0;
    std::from_chars(name.data() + dot + 1, name.data() + name.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
}

void State::commit(DurableFile& manifest) {
  manifest.finish();
  root.sync();
  old.reset();
  old = ManifestReader::open(root);
  last_sequence = old->manifest().sequence;
}

void State::derive() const {
  const Manifest& m = old->manifest();
  bool changed = false;
  for (std::size_t i = 0; i < m.shards.size(); ++i) {
    changed |= root.link(shard_link(i, m.shards.size()), "data/" + m.shards[i].graph.name);
  }
  changed |= root.link(quarantine_name, "data/" + m.quarantine.name);
  if (const std::string text = format_latest(m); root.read(latest) != text) {
    root.replace(latest, text);
  } else if (changed) {
    root.sync();
  }
}

void State::clear() const {
  if (rebuild_ && !old) return;
  std::set<std::string> of_data, of_deltas;
  if (old) {
    const Manifest& m = old->manifest();
    for (const Shard& shard : m.shards) of_data.insert({shard.graph.name, shard.support.name});
    of_data.insert(m.quarantine.name);
    for (const Delta& d : m.deltas) of_deltas.insert({d.removed.name, d.added.name, d.patch.name});
    std::set<std::string> links;
    for (std::size_t i = 0; i < m.shards.size(); ++i) links.insert(shard_link(i, m.shards.size()));
    for (const std::string& name : root.list()) {
      if (!name.starts_with("kg") || !name.ends_with(".nq") || links.contains(name)) continue;
      if (const auto status = root.inspect(name); status && S_ISLNK(status->st_mode)) root.remove(name);
    }
  }
  for (const std::string& name : data.list()) {
    if (!of_data.contains(name)) data.remove(name);
  }
  for (const std::string& name : deltas.list()) {
    if (!of_deltas.contains(name)) deltas.remove(name);
  }
}

}  // namespace depeche::sync
