// Build-time program: depeche-compile-forms OUTPUT AFFIXES DICTIONARY WORDS CORRECTIONS
// Expands a Hunspell dictionary with morphological fields, adds our own words (same format) and corrections, and
// writes the lexicon that FormLexicon maps.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "base/mapped_file.hpp"
#include "language/compile/word_list.hpp"

namespace {

constexpr std::string_view notice =
    "French full-form lexicon of depeche.\n"
    "Generated from the spelling dictionary \"Toutes variantes\" v7.0 by Olivier R. (https://grammalecte.net/), with\n"
    "the additions and corrections of depeche (mappings/fr/words.dic, mappings/fr/forms.tsv).\n"
    "This file is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not "
    "distributed\n"
    "with this file, You can obtain one at http://mozilla.org/MPL/2.0/.\n";

/// Writes the readings as lines of tab-separated fields, enumerators by number, for training/lexicon.py.
void list_forms(const depeche::language::compile::WordList& words, const std::string& path) {
  std::ofstream out(path);
  for (const auto& [form, readings] : words.forms) {
    for (const auto& [lemma, word_class, morphology] : readings) {
      out << form << '\t' << lemma;
      for (const int value : {int(word_class), int(morphology.gender), int(morphology.number), int(morphology.person),
                              int(morphology.verb_form), int(morphology.mood), int(morphology.tense)}) {
        out << '\t' << value;
      }
      out << '\n';
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() != 5 && arguments.size() != 6) {
    std::cerr << "usage: depeche-compile-forms OUTPUT AFFIXES DICTIONARY WORDS CORRECTIONS [LIST]\n";
    return 2;
  }
  std::vector<std::string> texts;
  for (std::size_t i = 1; i < 5; ++i) {
    auto text = depeche::read_file(arguments[i]);
    if (!text) {
      std::cerr << "depeche-compile-forms: " << text.error().message << '\n';
      return 1;
    }
    texts.push_back(std::move(*text));
  }
  namespace compile = depeche::language::compile;
  compile::WordList words;
  const compile::Affixes affixes(texts[0]);
  compile::add_dictionary(affixes, texts[1], words);
  compile::add_dictionary(affixes, texts[2], words);
  const depeche::Diagnostics diagnostics = compile::apply_corrections(texts[3], arguments[4], words);
  for (const auto& diagnostic : diagnostics) std::cerr << depeche::format_diagnostic(diagnostic);
  if (depeche::has_errors(diagnostics)) return 1;
  compile::normalise(words);
  if (arguments.size() == 6) list_forms(words, arguments[5]);

  const std::string temporary = arguments[0] + ".part";
  std::ofstream out(temporary, std::ios::binary);
  out << compile::write_forms(words, notice);
  out.close();
  if (!out || std::rename(temporary.c_str(), arguments[0].c_str()) != 0) {
    std::cerr << "depeche-compile-forms: cannot write '" << arguments[0] << "'\n";
    return 1;
  }
  return 0;
}

}  // namespace

int main(int count, char** values) {
  return run(std::vector<std::string>(values + 1, values + count));
}
