#include "mapping/word_lists.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace depeche::mapping {

void check_word(const TomlReader& file, const Vocabulary& vocabulary, const Located& word) {
  if (vocabulary.find_lemma(word.text) != language::no_lemma) return;
  for (std::size_t at = 0; at < word.text.size();) {
    const char32_t c = utf8::next(word.text, at);
    if (utf8::is_upper(c) || utf8::is_digit(c)) return;
  }
  file.warn(word.where, "unknown-word",
            fmt::format("the lexicon has no lemma '{}'; it matches only as spelt", word.text),
            suggest_lemma(vocabulary, word.text));
}

void read_word_lists(const TomlReader& file, const Vocabulary& vocabulary, WordLists& lists) {
  const toml::node* node = file.root().get("words");
  if (node == nullptr) return;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    file.error(node->source(), "wrong-type", "'words' has to be a table of lists: [words]");
    return;
  }
  for (const auto& [key, value] : *table) {
    std::vector<Located> words = file.strings(value, "a list of words");
    for (const Located& word : words) check_word(file, vocabulary, word);
    if (!lists.try_emplace(std::string(key.str()), std::move(words)).second) {
      file.error(key.source(), "duplicate-list", fmt::format("there is a word list '{}' already", key.str()));
    }
  }
}

std::vector<Located> expand_words(const TomlReader& file, const WordLists& lists, std::vector<Located> words) {
  std::vector<Located> out;
  for (Located& word : words) {
    if (word.text.front() != '@') {
      out.push_back(std::move(word));
      continue;
    }
    const auto list = lists.find(std::string_view(word.text).substr(1));
    if (list == lists.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, content] : lists) names.push_back(name);
      file.error(word.where, "unknown-list", fmt::format("there is no word list '{}'", word.text.substr(1)),
                 suggest(std::string_view(word.text).substr(1), names));
      continue;
    }
    for (const Located& member : list->second) out.push_back({member.text, word.where});
  }
  return out;
}

}  // namespace depeche::mapping
