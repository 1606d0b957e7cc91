#pragma once
#include <string>
#include <vector>

#include "mapping/functions.hpp"
#include "mapping/ontology.hpp"
#include "mapping/rule.hpp"
#include "mapping/toml_reader.hpp"
#include "mapping/vocabulary.hpp"
#include "mapping/word_lists.hpp"

namespace depeche::mapping {

/// What a mapping file is checked against.
struct RuleContext {
  const Ontology& ontology;
  const Vocabulary& vocabulary;
  const Functions& functions;
  const WordLists& lists;
  std::string id_prefix;  ///< "fr.visit."
};

/// Compiles the [[rule]] tables of one mapping file. Rules with a fault are left out; every fault is reported.
std::vector<Rule> read_rules(const TomlReader& file, const RuleContext& context);

/// Example sentences of a rule ("examples" with what they give, "counterexamples" without), checked for their form.
void read_examples(const TomlReader& file, const Ontology& ontology, const toml::table& table, Rule& rule);

}  // namespace depeche::mapping
