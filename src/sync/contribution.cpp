#include "sync/contribution.hpp"

#include <algorithm>
#include <array>

namespace depeche::sync {
namespace {

constexpr std::string_view type_of = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr std::string_view label = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view alternative = "<http://www.w3.org/2004/02/skos/core#altLabel>";
constexpr std::string_view iso_code = "<https://w3id.org/depeche/ontology#isoCode>";
constexpr std::array<std::string_view, 3> single = {type_of, label, iso_code};

std::string replace_predicate(const std::string& line, std::string_view by) {
  const std::string_view subject = subject_of(line), old = predicate_of(line);
  return std::string(subject).append(" ").append(by).append(line, subject.size() + 1 + old.size());
}

}  // namespace

std::string_view subject_of(std::string_view line) {
  return line.substr(0, line.find(' '));
}

std::string_view predicate_of(std::string_view line) {
  line.remove_prefix(std::min(line.find(' '), line.size() - 1) + 1);
  return line.substr(0, line.find(' '));
}

std::string_view relation_type_of(std::string_view fact) {
  if (predicate_of(fact) != type_of) return {};
  fact.remove_prefix(subject_of(fact).size() + type_of.size() + 2);
  fact = fact.substr(0, fact.find('>'));
  return fact.substr(fact.rfind('#') + 1);
}

std::vector<std::string> publish_subject(Section section, const std::vector<Supported>& supported) {
  std::vector<std::string> out;
  const auto supports = [](const Supported& s) { return s.articles > 0; };
  if (section != Section::entities) {
    for (const Supported& s : supported) {
      if (supports(s)) out.push_back(s.line);
    }
    return out;
  }
  for (const std::string_view predicate : single) {
    const Supported* best = nullptr;
    for (const Supported& s : supported) {
      if (supports(s) && predicate_of(s.line) == predicate && (best == nullptr || s.articles > best->articles))
        best = &s;
    }
    if (best != nullptr) out.push_back(best->line);
  }
  std::string chosen;  // the label, were it an alternative one
  for (const std::string& line : out) {
    if (predicate_of(line) == label) chosen = replace_predicate(line, alternative);
  }
  for (const Supported& s : supported) {
    if (!supports(s)) continue;
    const std::string_view predicate = predicate_of(s.line);
    if (predicate != label && std::find(single.begin(), single.end(), predicate) != single.end()) continue;
    std::string line = predicate == label ? replace_predicate(s.line, alternative) : s.line;
    if (line != chosen) out.push_back(std::move(line));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace depeche::sync
