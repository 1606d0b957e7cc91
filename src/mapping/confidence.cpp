#include "mapping/confidence.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "base/mapped_file.hpp"
#include "lexicon/table.hpp"

namespace depeche::mapping {
namespace {

enum Cell : std::size_t { rule, right, wrong, confidence };
constexpr std::array<lexicon::Column, 4> columns{
    {{"rule", true}, {"right", false}, {"wrong", false}, {"confidence", true}}};

std::map<std::string, double, std::less<>> read_table(lexicon::TableReader& table) {
  std::map<std::string, double, std::less<>> out;
  if (!table.bind(columns)) return out;
  while (table.next()) {
    const std::string_view cell = table.cell(confidence);
    double value = -1;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (fault != std::errc() || end != cell.data() + cell.size() || !(value >= 0 && value <= 1)) {
      table.fault(cell, "confidence-range", fmt::format("'{}' is no number from 0 to 1", cell));
      continue;
    }
    out.insert_or_assign(std::string(table.cell(rule)), value);
  }
  return out;
}

}  // namespace

Result<void> read_confidence(const std::string& path, const Ontology& ontology, std::vector<Rule>& rules,
                             Diagnostics& diagnostics) {
  if (!std::filesystem::exists(path)) return {};
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  const lexicon::Source source{path, std::move(*text)};
  lexicon::TableReader table(source, diagnostics);
  const auto measured = read_table(table);
  for (Rule& r : rules) {
    for (const std::string_view name : {std::string_view(r.id), std::string_view(r.relation), std::string_view("*")}) {
      const auto at = measured.find(name);
      if (at == measured.end()) continue;
      r.confidence = at->second;
      break;
    }
  }
  for (const auto& [name, value] : measured) {
    const auto is_it = [&, n = std::string_view(name)](const Rule& r) { return r.id == n; };
    if (name == "*" || ontology.find(name) >= 0 || std::any_of(rules.begin(), rules.end(), is_it)) continue;
    lexicon::report(diagnostics, source, {}, "confidence-of-nothing",
                    fmt::format("there is no rule '{}' any more; its precision has to be measured again", name), {},
                    Severity::note);
  }
  return {};
}

}  // namespace depeche::mapping
