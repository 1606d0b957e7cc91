#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/forms.hpp"
#include "mapping/ontology.hpp"
#include "mapping/rule.hpp"

namespace depeche::mapping {

/// Grammatical functions by name; prepositions are functions too.
class Functions {
 public:
  FunctionId intern(std::string_view name);
  /// 0xFFFF if no mapping ever named it.
  FunctionId find(std::string_view name) const;
  std::string_view name(FunctionId id) const { return names_[id]; }

 private:
  std::vector<std::string> names_;
  absl::flat_hash_map<std::string, FunctionId> ids_;
};

/// All mapping files of one language, compiled: rules indexed by trigger lemma. Immutable after loading.
class Mappings {
 public:
  /// Reads every *.toml in `folder`/rules in name order and checks it against ontology and lexicon. All faults of all
  /// files go to `diagnostics`.
  static Result<Mappings> load(const std::string& folder, const Ontology& ontology, const language::FormLexicon& forms,
                               Diagnostics& diagnostics);

  const std::vector<Rule>& rules() const { return rules_; }
  /// Indices of the rules that this lemma in this class triggers; empty for most words.
  std::span<const std::uint32_t> triggered_by(language::LemmaId lemma, TriggerClass word_class) const;
  /// Rules triggered by every word of a name list ("office").
  std::span<const std::uint32_t> triggered_by_list(std::string_view list) const;
  const Functions& functions() const { return functions_; }

 private:
  std::vector<Rule> rules_;
  Functions functions_;
  absl::flat_hash_map<std::uint64_t, std::vector<std::uint32_t>> index_;
  absl::flat_hash_map<std::string, std::vector<std::uint32_t>> lists_;
};

}  // namespace depeche::mapping
