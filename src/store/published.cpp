#include "store/published.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/mapped_file.hpp"

namespace depeche::store {
namespace {

using nlohmann::json;

PublishedFile file_of(const json& object) {
  return {object.at("name").get<std::string>(), object.at("bytes").get<std::uint64_t>(),
          object.at("sha256").get<std::string>()};
}

Result<void> check(const Published& published, const PublishedFile& file) {
  const std::string path = published.folder + "/" + file.name;
  const auto content = MappedFile::open(path);
  if (!content) return tl::unexpected<Error>(content.error());
  if (content->bytes().size() == file.bytes && sha256_hex(content->bytes()) == file.sha256) return {};
  return fail(fmt::format("'{}' is not what latest.json says; if a sync was at work meanwhile, start again", path));
}

/// "H prev <urn:uuid:…> ." of an RDF Patch: the state it leads on from.
Result<std::string> previous_state(const Published& published, const PublishedFile& patch) {
  if (auto checked = check(published, patch); !checked) return tl::unexpected<Error>(checked.error());
  const auto content = MappedFile::open(published.folder + "/" + patch.name);
  if (!content) return tl::unexpected<Error>(content.error());
  constexpr std::string_view head = "H prev <";
  const std::string_view bytes = content->bytes().substr(0, 1000);
  const std::size_t begin = bytes.find(head);
  if (begin == std::string_view::npos) return std::string();
  const std::string_view rest = bytes.substr(begin + head.size());
  return std::string(rest.substr(0, rest.find('>')));
}

/// The statements of a graph by what is to become of them.
struct Fate {
  std::set<std::string> removed, added;
};

Result<void> read_lines(const Published& published, const PublishedFile& file,
                        const std::function<void(const std::string& graph, std::string line)>& take) {
  if (auto checked = check(published, file); !checked) return checked;
  auto files = ExportFiles::make();
  if (!files) return tl::unexpected<Error>(files.error());
  Diagnostics faults;
  if (auto read = files->read(published.folder + "/" + file.name, faults); !read) return read;
  if (!faults.empty()) return fail(fmt::format("'{}': line {}: {}", file.name, faults[0].line, faults[0].message));
  for (const std::string& graph : files->graphs()) {
    auto lines = files->lines(graph);
    if (!lines) return tl::unexpected<Error>(lines.error());
    for (std::string& line : *lines) take(graph, std::move(line));
  }
  return {};
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

Result<Published> read_published(const std::string& folder) {
  const auto text = read_file(folder + "/latest.json");
  if (!text) {
    return fail(fmt::format("'{}' has no latest.json: name a file, or a folder that depeche sync made", folder));
  }
  try {
    const json object = json::parse(*text);
    Published out;
    out.folder = folder;
    out.sequence = object.at("sequence");
    out.state = object.at("state");
    for (const json& file : object.at("files")) out.files.push_back(file_of(file));
    for (const json& delta : object.at("deltas")) {
      out.deltas.push_back({delta.at("from"), delta.at("to"), file_of(delta.at("removed")), file_of(delta.at("added")),
                            file_of(delta.at("patch"))});
    }
    return out;
  } catch (const json::exception& e) {
    return fail(fmt::format("'{}/latest.json' cannot be understood: {}", folder, e.what()));
  }
}

Result<void> read_export(const Published& published, ExportFiles& files, Diagnostics& diagnostics) {
  for (const PublishedFile& file : published.files) {
    if (auto checked = check(published, file); !checked) return checked;
    if (auto read = files.read(published.folder + "/" + file.name, diagnostics); !read) return read;
  }
  return {};
}

Result<std::string> space_of(const Published& published) {
  for (const PublishedFile& file : published.files) {
    const auto content = MappedFile::open(published.folder + "/" + file.name);
    if (!content) return tl::unexpected<Error>(content.error());
    // In N-Quads the name of a graph stands last; facts without one come first.
    for (std::string_view rest = content->bytes(); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t name = line.rfind('<');
      for (const std::string_view graph : {"graph/entities> .", "graph/ontology> ."}) {
        if (name == std::string_view::npos || !line.ends_with(graph)) continue;
        return std::string(line.substr(name + 1, line.rfind("graph/") + 6 - name - 1));
      }
    }
  }
  return std::string();
}

Result<std::optional<std::vector<GraphChange>>> read_changes(const Published& published, std::uint64_t sequence,
                                                             const std::string& state) {
  using Changes = std::optional<std::vector<GraphChange>>;
  if (sequence == published.sequence && state == published.state) return Changes(std::vector<GraphChange>());
  const auto first = std::find_if(published.deltas.begin(), published.deltas.end(),
                                  [&](const PublishedDelta& d) { return d.from == sequence + 1; });
  if (first == published.deltas.end()) return Changes();
  std::uint64_t to_read = 0, whole = 0;
  for (auto delta = first; delta != published.deltas.end(); ++delta)
    to_read += delta->removed.bytes + delta->added.bytes;
  for (const PublishedFile& file : published.files) whole += file.bytes;
  if (to_read > whole) return Changes();
  const auto previous = previous_state(published, first->patch);
  if (!previous) return tl::unexpected<Error>(previous.error());
  if (*previous != state) return Changes();
  std::map<std::string, Fate> fates;
  for (auto delta = first; delta != published.deltas.end(); ++delta) {
    const auto remove = [&](const std::string& graph, std::string line) {
      fates[graph].added.erase(line);
      fates[graph].removed.insert(std::move(line));
    };
    const auto add = [&](const std::string& graph, std::string line) {
      fates[graph].removed.erase(line);
      fates[graph].added.insert(std::move(line));
    };
    if (auto read = read_lines(published, delta->removed, remove); !read) return tl::unexpected<Error>(read.error());
    if (auto read = read_lines(published, delta->added, add); !read) return tl::unexpected<Error>(read.error());
  }
  std::vector<GraphChange> out;
  for (const auto& [graph, fate] : fates) {
    out.push_back({graph, {fate.removed.begin(), fate.removed.end()}, {fate.added.begin(), fate.added.end()}});
  }
  return Changes(std::move(out));
}

}  // namespace depeche::store
