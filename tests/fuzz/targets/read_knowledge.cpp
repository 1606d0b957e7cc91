// The readers of what users write: mappings, vocabularies, tables of names, ontologies.
#include "lexicon/builder.hpp"
#include "mapping/mappings.hpp"
#include "mapping/ontology.hpp"
#include "recognise/units.hpp"
#include "targets.hpp"

namespace depeche::fuzz {

void read_mappings(std::string_view bytes) {
  const extract::Knowledge& knowledge = resources().knowledge();
  const mapping::LexiconVocabulary words(knowledge.forms);
  const std::string text(bytes), name = "file.toml";
  Diagnostics faults;
  // The first line of a file of the corpus says whose it is; all readers get everything.
  mapping::Mappings::parse(text, name, "fr.file.", knowledge.ontology, words, knowledge.mappings.functions(), faults);
  mapping::Functions::parse(text, name, faults);
  mapping::Cues::parse(text, name, words, faults);
  mapping::Governors::parse(text, name, words, faults);
  mapping::SupportVerbs::parse(text, name, words, knowledge.mappings.functions(), faults);
  article::Chrome::parse(text, name, faults);
  recognise::Units::parse(text, name, faults);
  require_told(faults);
}

void read_names(std::string_view bytes) {
  for (const char* const name : {"own.tsv", "own.ttl", "persons.tsv", "organisations.tsv", "countries.tsv",
                                 "places.tsv", "offices.tsv", "given-names.tsv", "commodities.tsv"}) {
    Diagnostics faults;
    lexicon::Builder builder(faults);
    builder.read_user(name, std::string(bytes));
    builder.finish();
    require_told(faults);
  }
}

void read_ontology(std::string_view bytes) {
  Diagnostics faults;
  const auto ontology = mapping::Ontology::parse({{"file.ttl", std::string(bytes)}}, faults);
  for (const mapping::RelationType& relation : ontology.relations()) {
    require(!relation.name.empty() && !relation.edge.empty(), "a relation type has a name and an edge");
  }
  require_told(faults);
}

}  // namespace depeche::fuzz
