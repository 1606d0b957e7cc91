#include "mapping/check.hpp"

#include <fmt/format.h>

#include "mapping/cues.hpp"
#include "mapping/governors.hpp"
#include "mapping/reference_words.hpp"
#include "mapping/support_verbs.hpp"

namespace depeche::mapping {

Diagnostics find_gaps(const Ontology& ontology, const Mappings& mappings, const std::string& language_folder) {
  std::vector<bool> covered(ontology.relations().size(), false);
  for (const Rule& rule : mappings.rules()) covered[rule.relation_index] = true;
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (covered[i]) continue;
    Diagnostic note;
    note.severity = Severity::note;
    note.code = "mapping-no-rule";
    note.file = language_folder + "/rules";
    note.message = fmt::format("no rule gives the relation type {}", ontology.relations()[i].name);
    diagnostics.push_back(std::move(note));
  }
  return diagnostics;
}

Result<Diagnostics> check(const std::string& ontology_folder, const std::string& language_folder,
                          const language::FormLexicon& forms) {
  Diagnostics diagnostics;
  const auto ontology = Ontology::load(ontology_folder, diagnostics);
  if (!ontology) return tl::unexpected(ontology.error());
  if (has_errors(diagnostics)) return diagnostics;
  const auto mappings = Mappings::load(language_folder, *ontology, forms, diagnostics);
  if (!mappings) return tl::unexpected(mappings.error());
  const auto governors = Governors::load(language_folder + "/governors.toml", forms, diagnostics);
  if (!governors) return tl::unexpected(governors.error());
  const auto support = SupportVerbs::load(language_folder + "/support.toml", forms, diagnostics);
  if (!support) return tl::unexpected(support.error());
  const auto cues = Cues::load(language_folder + "/cues.toml", forms, diagnostics);
  if (!cues) return tl::unexpected(cues.error());
  const auto reference = ReferenceWords::load(language_folder + "/reference.toml", forms, diagnostics);
  if (!reference) return tl::unexpected(reference.error());
  for (Diagnostic& note : find_gaps(*ontology, *mappings, language_folder)) diagnostics.push_back(std::move(note));
  return diagnostics;
}

}  // namespace depeche::mapping
