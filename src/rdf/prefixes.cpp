#include "rdf/prefixes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace depeche::rdf {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alphanumeric(char c) {
  return is_alpha(c) || (c >= '0' && c <= '9');
}

}  // namespace

void Prefixes::add(std::string name, Namespace space) {
  if (name.empty() || !is_alpha(name.front()) || !std::all_of(name.begin(), name.end(), is_alphanumeric)) {
    throw std::invalid_argument(fmt::format("'{}' is not a prefix", name));
  }
  for (const Entry& entry : entries_) {
    if (entry.name == name) throw std::invalid_argument(fmt::format("prefix '{}' is declared twice", name));
  }
  entries_.push_back({std::move(name), std::move(space)});
}

bool Prefixes::abbreviate(std::string_view iri, std::string& out) const {
  const std::size_t cut = iri.find_last_of("/#") + 1;
  const std::string_view space = iri.substr(0, cut);
  const std::string_view local = iri.substr(cut);
  // A local name must not begin with '-' or '.' nor end with '.' (Turtle, PN_LOCAL).
  if (!is_safe_local_name(local) || local.front() == '-' || local.front() == '.' || local.back() == '.') return false;
  for (const Entry& entry : entries_) {
    if (entry.space.text() != space) continue;
    out.assign(entry.name);
    out += ':';
    out += local;
    return true;
  }
  return false;
}

}  // namespace depeche::rdf
