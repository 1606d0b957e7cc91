#include "extract/gate_table.hpp"

#include <algorithm>

#include "extract/guests.hpp"

namespace depeche::extract {

GateTable::GateTable(const Knowledge& knowledge) {
  needs_.reserve(knowledge.mappings.rules().size());
  for (const mapping::Rule& rule : knowledge.mappings.rules()) {
    const mapping::RelationType& relation = knowledge.ontology.relations()[rule.relation_index];
    Needs needs;
    needs.subject = rule.subject.kinds;
    needs.object = rule.object.kinds;
    needs.after_claim = rule.continues.has_value() || rule.completes.has_value();
    needs.lifts_places = relation.lifts_places;
    needs.symmetric = relation.symmetric;
    for (const mapping::Filler* role : {&rule.subject, &rule.object}) {
      const bool of_office = std::any_of(role->paths.begin(), role->paths.end(), [&](const mapping::Path& path) {
        return ends_in_state(path, knowledge.mappings.functions());
      });
      needs.takes_implied =
          needs.takes_implied || of_office || role->takes(knowledge.core.implied) || role->takes(knowledge.core.home);
      needs.takes_theme = needs.takes_theme || role->takes(knowledge.core.theme);
    }
    needs.pronominal = std::any_of(rule.triggers.begin(), rule.triggers.end(),
                                   [](const mapping::Trigger& trigger) { return trigger.pronominal; });
    for (const mapping::Condition& condition : rule.conditions) {
      if (condition.negated || condition.words.empty()) continue;
      WordList list{condition.lemmas, {}, {}, {}};
      if (condition.lemmas.size() != condition.words.size()) list.folded = condition.folded;
      std::sort(list.lemmas.begin(), list.lemmas.end());
      std::sort(list.folded.begin(), list.folded.end());
      for (const language::LemmaId lemma : list.lemmas) list.lemma_bits.set(bit_of(lemma));
      for (const std::string& word : list.folded) list.folded_bits.set(bit_of(word));
      needs.lists.push_back(index_of(std::move(list)));
    }
    needs_.push_back(std::move(needs));
  }
}

/// Many rules have a list in common.
std::uint16_t GateTable::index_of(WordList list) {
  const auto it = std::find(lists_.begin(), lists_.end(), list);
  const auto index = static_cast<std::uint16_t>(it - lists_.begin());
  if (it == lists_.end()) lists_.push_back(std::move(list));
  return index;
}

}  // namespace depeche::extract
