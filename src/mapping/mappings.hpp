#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "language/forms.hpp"
#include "mapping/functions.hpp"
#include "mapping/ontology.hpp"
#include "mapping/rule.hpp"
#include "mapping/vocabulary.hpp"

namespace depeche::mapping {

/// All mapping files of one language, compiled: rules indexed by trigger lemma. Immutable after loading.
class Mappings {
 public:
  /// Reads `folder`/grammar.toml and every *.toml in `folder`/rules in name order (words.toml first) and checks them
  /// against ontology and lexicon. All faults of all files go to `diagnostics`; rules with a fault are left out. Fails
  /// if the folder or a file cannot be read.
  static Result<Mappings> load(const std::string& folder, const Ontology& ontology, const language::FormLexicon& forms,
                               Diagnostics& diagnostics);
  static Result<Mappings> load(const std::string& folder, const Ontology& ontology, const Vocabulary& vocabulary,
                               Diagnostics& diagnostics);
  /// One rule file from memory, with no word lists but its own. `id_prefix`: "fr.visit.".
  static Mappings parse(std::string text, const std::string& file, const std::string& id_prefix,
                        const Ontology& ontology, const Vocabulary& vocabulary, Functions functions,
                        Diagnostics& diagnostics);

  const std::vector<Rule>& rules() const { return rules_; }
  /// Indices of the rules that this lemma in this class triggers; empty for most words.
  std::span<const std::uint32_t> triggered_by(language::LemmaId lemma, TriggerClass word_class) const;
  /// The same for words that the lexicon does not know (rules with `unknown_words = true`), as spelt in the rule.
  std::span<const std::uint32_t> triggered_by_word(std::string_view word, TriggerClass word_class) const;
  /// Rules triggered by every word of a name list ("office").
  std::span<const std::uint32_t> triggered_by_list(std::string_view list) const;
  const Functions& functions() const { return functions_; }

  /// For the compiled knowledge, in which rules have no examples and their files the names that `rename` gives them.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(rules_, functions_, index_, words_, lists_);
  }
  /// Says of each rule where its file lies.
  template <class Rename>
  void rename_files(const Rename& rename) {
    for (Rule& rule : rules_) rule.file = rename(rule.file);
  }

 private:
  void index();

  std::vector<Rule> rules_;
  Functions functions_;
  absl::flat_hash_map<std::uint64_t, std::vector<std::uint32_t>> index_;
  absl::flat_hash_map<std::string, std::vector<std::uint32_t>> words_;  // class digit + word
  absl::flat_hash_map<std::string, std::vector<std::uint32_t>> lists_;
};

}  // namespace depeche::mapping
