#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/compile/hunspell.hpp"
#include "language/forms.hpp"

namespace depeche::language::compile {

/// A reading before lemmas have numbers.
struct NamedReading {
  std::string lemma;
  WordClass word_class = WordClass::unknown;
  Morphology morphology;
  bool operator==(const NamedReading&) const = default;
};

/// All forms with their readings, most probable first, and what is known of the verbs.
struct WordList {
  std::map<std::string, std::vector<NamedReading>> forms;
  std::map<std::string, VerbTraits> verbs;

  /// Adds a reading unless the form has it.
  void add(std::string_view form, NamedReading reading);
};

/// Adds the readings that the fields of one form stand for (tags of the dictionary "Toutes variantes": po:, is:, st:).
/// `participle` is empty at the first form of an entry and carries its masculine past participle along.
void add_dictionary_form(const Expansion& expansion, std::string& participle, WordList& words);

/// Adds all lines of a Hunspell dictionary.
void add_dictionary(const Affixes& affixes, std::string_view text, WordList& words);

/// Applies a table of corrections (see the head of forms.tsv). `file` names it in diagnostics.
Diagnostics apply_corrections(std::string_view text, const std::string& file, WordList& words);

/// One lemma for both spellings of the reform of 1990 (maitre is maître, évènement is événement), spellings with oe
/// and typographic apostrophes as aliases, capitalised forms with the readings of the lower-case form behind their
/// own, finite readings in the order of their likelihood in the press.
void normalise(WordList& words);

/// The file's bytes, see forms_format.hpp. `notice` is the licence text, cut to the space there is.
std::string write_forms(const WordList& words, std::string_view notice);

}  // namespace depeche::language::compile
