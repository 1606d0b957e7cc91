#include "mapping/path_reader.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace depeche::mapping {
namespace {

/// Where the character at byte `offset` of a string stands. The quote comes first; where the text stands without quotes
/// or with escapes (a bare key), the beginning has to do.
toml::source_region inside(toml::source_region where, std::string_view text, std::size_t offset) {
  const bool plain = where.begin.line == where.end.line &&
                     where.end.column == where.begin.column + static_cast<toml::source_index>(utf8::length(text)) + 2;
  if (plain) where.begin.column += static_cast<toml::source_index>(1 + utf8::length(text.substr(0, offset)));
  return where;
}

}  // namespace

bool PathReader::read(const Located& text, std::vector<Path>& out) const {
  Path path;
  const std::string_view whole = text.text;
  for (std::size_t begin = 0; begin <= whole.size();) {
    std::size_t end = whole.find('.', begin);
    if (end == std::string_view::npos) end = whole.size();
    const std::string_view step = whole.substr(begin, end - begin);
    const FunctionId id = functions_.find(step);
    if (id == no_function) {
      const auto& names = functions_.names();
      file_.error(inside(text.where, whole, begin), "unknown-function",
                  step.empty() ? fmt::format("the path '{}' has an empty step", whole)
                               : fmt::format("unknown function '{}': neither grammatical nor a preposition", step),
                  suggest(step, {names.begin(), names.end()}));
      return false;
    }
    if (!path.steps.empty() && functions_.ends_path(path.steps.back())) {
      file_.error(inside(text.where, whole, begin), "path-goes-on",
                  fmt::format("'{}' ends a path; nothing may follow it", functions_.name(path.steps.back())));
      return false;
    }
    path.steps.push_back(id);
    begin = end + 1;
  }
  out.push_back(std::move(path));
  return true;
}

std::vector<Path> PathReader::read_all(const toml::node& node) const {
  std::vector<Path> paths;
  for (const Located& text : file_.strings(node, "a path or a list of paths")) read(text, paths);
  return paths;
}

}  // namespace depeche::mapping
