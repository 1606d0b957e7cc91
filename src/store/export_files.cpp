#include "store/export_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fmt/format.h>

#include "article/input/byte_stream.hpp"
#include "rdf/ntriples.hpp"
#include "rdf/quad_reader.hpp"

namespace depeche::store {
namespace {

constexpr std::size_t run_size = 1024 * 1024;
constexpr std::string_view relation_table = "graph/ontology";

/// "kg.nq.gz" without the packing.
std::string_view unpacked_name(std::string_view path) {
  for (const std::string_view packing : {".gz", ".zst"}) {
    if (path.ends_with(packing)) return path.substr(0, path.size() - packing.size());
  }
  return path;
}

}  // namespace

Result<ExportFiles> ExportFiles::make() {
  const char* const named = std::getenv("TMPDIR");  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
  const std::string folder = named != nullptr && *named != '\0' ? named : "/tmp";
  std::string path = folder + "/depeche-load-XXXXXX";
  const int fd = ::mkostemp(path.data(), O_CLOEXEC);
  if (fd < 0) return fail_system(fmt::format("cannot make a temporary file in '{}'", folder), errno);
  ::unlink(path.c_str());
  ExportFiles out;
  out.file_.reset(::fdopen(fd, "w+b"));
  if (!out.file_) return fail_system("cannot use a temporary file", errno);
  return out;
}

Result<void> ExportFiles::read(const std::string& path, Diagnostics& diagnostics) {
  const auto syntax = rdf::syntax_of_file(unpacked_name(path));
  if (!syntax || !rdf::has_graphs(*syntax)) {
    return fail(
        fmt::format("'{}': expected N-Quads (.nq) or TriG (.trig): other syntaxes do not say to which article "
                    "a statement belongs",
                    path));
  }
  return read_as(path, *syntax, nullptr, diagnostics);
}

Result<void> ExportFiles::read_description(const std::string& path, Diagnostics& diagnostics) {
  const std::string graph = space() + "meta";
  return read_as(path, rdf::Syntax::turtle, &graph, diagnostics);
}

Result<void> ExportFiles::read_as(const std::string& path, rdf::Syntax syntax, const std::string* graph,
                                  Diagnostics& diagnostics) {
  auto stream = article::ByteStream::open(path);
  if (!stream) return fail(fmt::format("'{}': {}", path, stream.error().message), stream.error().system_errno);
  const rdf::ByteSource source = [&](char* out, std::size_t size) { return stream->read(out, size); };
  Result<void> written;
  const auto take_one = [&](const rdf::Statement& statement) {
    static const std::string none;
    const std::string& name = graph != nullptr ? *graph : statement.graph ? statement.graph->text() : none;
    if (name != open_graph_ || open_lines_.size() > run_size) {
      if (auto flushed = flush(); !flushed && written) written = flushed;
    }
    take(statement, name);
  };
  if (auto read = rdf::read_statements(source, syntax, path, take_one, diagnostics); !read) return read;
  if (auto flushed = flush(); !flushed) return flushed;
  return written;
}

void ExportFiles::take(const rdf::Statement& statement, const std::string& graph) {
  open_graph_ = graph;
  open_lines_.append(rdf::to_ntriples(statement)).append("\n");
  ++statements_;
}

Result<void> ExportFiles::flush() {
  if (open_lines_.empty()) return {};
  const std::size_t written = std::fwrite(open_lines_.data(), 1, open_lines_.size(), file_.get());
  if (written != open_lines_.size() || std::fflush(file_.get()) != 0) {
    return fail_system("cannot write to a temporary file", errno);
  }
  runs_[open_graph_].push_back({end_, open_lines_.size()});
  end_ += static_cast<long>(open_lines_.size());
  open_lines_.clear();
  return {};
}

std::string ExportFiles::space() const {
  for (const auto& [name, runs] : runs_) {
    if (name.ends_with(relation_table)) return name.substr(0, name.size() - std::string_view("ontology").size());
  }
  return {};
}

std::vector<std::string> ExportFiles::graphs() const {
  std::vector<std::string> out;
  for (const auto& [name, runs] : runs_) out.push_back(name);
  return out;
}

Result<GraphLines> ExportFiles::lines(const std::string& graph) const {
  GraphLines out;
  const auto it = runs_.find(graph);
  if (it == runs_.end()) return out;
  std::string text;
  for (const Run& run : it->second) {
    text.resize(run.size);
    if (std::fseek(file_.get(), run.begin, SEEK_SET) != 0 ||
        std::fread(text.data(), 1, run.size, file_.get()) != run.size) {
      return fail_system("cannot read a temporary file", errno);
    }
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      out.emplace_back(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
  }
  std::fseek(file_.get(), 0, SEEK_END);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace depeche::store
