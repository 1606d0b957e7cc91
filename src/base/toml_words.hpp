#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/toml_file.hpp"
#include "base/word_table.hpp"

namespace depeche {

/// How the words of a list are compared with those of a text: both folded (utf8::fold), or letter by letter.
enum class Spelling { folded, exact };

/// The key under which a word of a file is kept.
std::string table_key(std::string_view word, Spelling spelling);

/// Adds the words of a list. A missing key adds none; a word that stands there twice is reported where it does.
void read_words(const TomlFile& file, const toml::table& parent, std::string_view key, WordSet& out,
                Spelling spelling = Spelling::folded);

/// Adds the words of a list, each with the same value. A word that has a value already is reported.
template <class Value>
void read_words(const TomlFile& file, const toml::table& parent, std::string_view key, const Value& value,
                WordTable<Value>& out, Spelling spelling = Spelling::folded) {
  file.each_string(parent, key, [&](const std::string& word, const toml::source_region& where) {
    if (!out.insert(table_key(word, spelling), value)) file.report_double(where, word);
  });
}

/// Adds the words of a table of words with whole numbers, `février = 2`.
void read_numbers(const TomlFile& file, const toml::table& parent, std::string_view key, int least, int most,
                  WordTable<int>& out, Spelling spelling = Spelling::folded);

}  // namespace depeche
