#pragma once
#include <optional>
#include <vector>

#include "mapping/path_reader.hpp"
#include "mapping/rule.hpp"
#include "mapping/rule_reader.hpp"

namespace depeche::mapping {

/// Readers for the values that stand inside a [[rule]] table. Each reports its faults and returns what it could read.
class RuleParts {
 public:
  RuleParts(const TomlReader& file, const RuleContext& context)
      : file_(file), context_(context), paths_(file, context.functions) {}

  /// A path, a list of paths or { from, kind, all }. `allowed`: the kinds that the ontology admits; 0 = any.
  Filler filler(const toml::node& node, KindSet allowed) const;
  /// A table of conditions or a list of such tables.
  std::vector<Condition> conditions(const toml::node& node) const;
  std::vector<Qualifier> qualifiers(const toml::node& node) const;
  std::vector<FigureSpec> figures(const toml::node& node) const;
  std::optional<Continuation> continuation(const toml::node& node) const;
  std::optional<Path> completion(const toml::node& node) const;

 private:
  KindSet kinds(const toml::node& node, KindSet allowed) const;
  void read_conditions(const toml::table& table, const std::string& prefix, bool negated,
                       std::vector<Condition>& out) const;
  void read_condition(const Located& path, const toml::node& value, bool negated, std::vector<Condition>& out) const;
  void read_qualifier(const toml::key& key, const toml::node& value, std::vector<Qualifier>& out) const;
  void read_constant(const Located& text, Qualifier& qualifier) const;
  void read_figure(const toml::node& node, std::vector<FigureSpec>& out) const;

  const TomlReader& file_;
  const RuleContext& context_;
  PathReader paths_;
};

}  // namespace depeche::mapping
