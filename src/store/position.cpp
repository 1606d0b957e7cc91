#include "store/position.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace depeche::store {
namespace {

constexpr std::string_view version = " <https://schema.org/version> \"";
constexpr std::string_view state = " <http://purl.org/dc/terms/hasVersion> <";
constexpr std::string_view part = " <http://purl.org/dc/terms/hasPart> <";

/// What stands behind a property, up to a character.
std::string_view behind(const std::string& line, std::string_view property, char end) {
  const std::size_t at = line.find(property);
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(line).substr(at + property.size());
  return rest.substr(0, rest.find(end));
}

}  // namespace

std::string position_graph(const std::string& space) {
  return space + "position";
}

GraphLines format_position(const Position& position, const std::string& space) {
  const std::string subject = "<" + position_graph(space) + ">";
  GraphLines out{
      fmt::format("{}{}{}\"^^<http://www.w3.org/2001/XMLSchema#integer> .", subject, version, position.sequence),
      fmt::format("{}{}{}> .", subject, state, position.state)};
  if (!position.facts_graph.empty()) out.push_back(fmt::format("{}{}{}> .", subject, part, position.facts_graph));
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Position> parse_position(const GraphLines& lines) {
  Position out;
  for (const std::string& line : lines) {
    const std::string_view number = behind(line, version, '"');
    std::from_chars(number.data(), number.data() + number.size(), out.sequence);
    if (const auto id = behind(line, state, '>'); !id.empty()) out.state = id;
    if (const auto graph = behind(line, part, '>'); !graph.empty()) out.facts_graph = graph;
  }
  if (out.sequence == 0 || out.state.empty()) return std::nullopt;
  return out;
}

}  // namespace depeche::store
