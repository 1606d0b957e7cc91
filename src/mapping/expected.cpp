#include "mapping/expected.hpp"

#include <algorithm>

namespace depeche::mapping {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Takes the text up to `end` off the front; all of it if `end` does not occur.
std::string_view take(std::string_view& rest, char end) {
  const std::size_t at = rest.find(end);
  const std::string_view part = trim(rest.substr(0, at));
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return part;
}

}  // namespace

const std::vector<std::string_view>& status_names() {
  static const std::vector<std::string_view> names = {"negated",  "questioned", "conditional", "planned",
                                                      "possible", "alleged",    "attributed",  "asserted"};
  return names;
}

std::optional<Status> parse_status(std::string_view word) {
  const auto& names = status_names();
  const auto at = std::find(names.begin(), names.end(), word);
  if (at == names.end()) return std::nullopt;
  return static_cast<Status>(at - names.begin());
}

std::string_view name_of(Status status) {
  return status_names()[static_cast<std::size_t>(status)];
}

std::optional<Expected> parse_expected(std::string_view text, std::string& fault) {
  Expected expected;
  std::string_view qualifiers = text;
  std::string_view rest = take(qualifiers, ';');
  const std::size_t last_colon = rest.rfind(':');
  const std::size_t first_colon = rest.find(':');
  const std::size_t arrow = rest.find('>');
  if (first_colon == std::string_view::npos || last_colon == first_colon || arrow == std::string_view::npos ||
      arrow < first_colon || arrow > last_colon) {
    fault = "expected 'Type: subject > object : status'";
    return std::nullopt;
  }
  expected.relation = trim(rest.substr(0, first_colon));
  expected.subject = trim(rest.substr(first_colon + 1, arrow - first_colon - 1));
  expected.object = trim(rest.substr(arrow + 1, last_colon - arrow - 1));
  if (expected.relation.empty() || expected.subject.empty() || expected.object.empty()) {
    fault = "relation type, subject and object must not be empty";
    return std::nullopt;
  }
  const std::string_view status_word = trim(rest.substr(last_colon + 1));
  const auto status = parse_status(status_word);
  if (!status) {
    fault = "unknown status '" + std::string(status_word) + "'";
    return std::nullopt;
  }
  expected.status = *status;
  while (!trim(qualifiers).empty()) {
    std::string_view value = take(qualifiers, ';');
    const bool has_value = value.find('=') != std::string_view::npos;
    const std::string_view key = take(value, '=');
    if (!has_value || key.empty() || trim(value).empty()) {
      fault = "expected 'key=value' behind ';'";
      return std::nullopt;
    }
    expected.qualifiers.emplace_back(key, trim(value));
  }
  return expected;
}

}  // namespace depeche::mapping
