#include "mapping/mappings.hpp"

#include <absl/strings/string_view.h>

#include <algorithm>

#include "base/mapped_file.hpp"
#include "base/utf8.hpp"
#include "mapping/confidence.hpp"
#include "mapping/folder.hpp"
#include "mapping/rule_reader.hpp"

namespace depeche::mapping {
namespace {

constexpr std::uint64_t index_key(language::LemmaId lemma, TriggerClass word_class) {
  return (std::uint64_t{lemma} << 2U) | static_cast<std::uint64_t>(word_class);
}

std::string word_key(std::string_view word, TriggerClass word_class) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(word_class)));
  key += word;
  return key;
}

template <class Map, class Key>
std::span<const std::uint32_t> find_in(const Map& map, const Key& key) {
  const auto at = map.find(key);
  return at == map.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(at->second);
}

/// The same rule once per key, however many of its triggers lead there.
void add_once(std::vector<std::uint32_t>& rules, std::uint32_t rule) {
  if (rules.empty() || rules.back() != rule) rules.push_back(rule);
}

}  // namespace

Result<Mappings> Mappings::load(const std::string& folder, const Ontology& ontology, const language::FormLexicon& forms,
                                Diagnostics& diagnostics) {
  return load(folder, ontology, LexiconVocabulary(forms), diagnostics);
}

Result<Mappings> Mappings::load(const std::string& folder, const Ontology& ontology, const Vocabulary& vocabulary,
                                Diagnostics& diagnostics) {
  auto functions = Functions::load(folder + "/grammar.toml", diagnostics);
  if (!functions) return tl::unexpected(functions.error());
  auto paths = list_files(folder + "/rules", ".toml");
  if (!paths) return tl::unexpected(paths.error());
  std::stable_partition(paths->begin(), paths->end(),
                        [](const std::string& path) { return file_stem(path) == "words"; });
  Mappings mappings;
  mappings.functions_ = std::move(*functions);
  WordLists shared;
  for (const std::string& path : *paths) {
    auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    const TomlReader file(std::move(*text), path, "mapping", diagnostics);
    const bool is_shared = file_stem(path) == "words";
    WordLists own = shared;
    read_word_lists(file, vocabulary, is_shared ? shared : own);
    const RuleContext context{ontology, vocabulary, mappings.functions_, is_shared ? shared : own,
                              folder_name(folder) + "." + file_stem(path) + "."};
    for (Rule& rule : read_rules(file, context)) mappings.rules_.push_back(std::move(rule));
  }
  const auto confidence = read_confidence(folder + "/precision.tsv", ontology, mappings.rules_, diagnostics);
  if (!confidence) return tl::unexpected(confidence.error());
  mappings.index();
  return mappings;
}

Mappings Mappings::parse(std::string text, const std::string& file_name, const std::string& id_prefix,
                         const Ontology& ontology, const Vocabulary& vocabulary, Functions functions,
                         Diagnostics& diagnostics) {
  Mappings mappings;
  mappings.functions_ = std::move(functions);
  const TomlReader file(std::move(text), file_name, "mapping", diagnostics);
  WordLists lists;
  read_word_lists(file, vocabulary, lists);
  mappings.rules_ = read_rules(file, {ontology, vocabulary, mappings.functions_, lists, id_prefix});
  mappings.index();
  return mappings;
}

void Mappings::index() {
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    for (const Trigger& trigger : rules_[i].triggers) {
      if (trigger.lemma == language::no_lemma) {
        add_once(words_[word_key(trigger.word, trigger.word_class)], i);
      } else {
        add_once(index_[index_key(trigger.lemma, trigger.word_class)], i);
      }
    }
    for (Condition& condition : rules_[i].conditions) {
      for (const std::string& word : condition.words) condition.folded.push_back(utf8::fold(word));
    }
    if (!rules_[i].lexicon_trigger.empty()) add_once(lists_[rules_[i].lexicon_trigger], i);
  }
}

std::span<const std::uint32_t> Mappings::triggered_by(language::LemmaId lemma, TriggerClass word_class) const {
  return find_in(index_, index_key(lemma, word_class));
}

std::span<const std::uint32_t> Mappings::triggered_by_word(std::string_view word, TriggerClass word_class) const {
  if (words_.empty()) return {};
  return find_in(words_, word_key(word, word_class));
}

std::span<const std::uint32_t> Mappings::triggered_by_list(std::string_view list) const {
  return find_in(lists_, absl::string_view(list.data(), list.size()));
}

}  // namespace depeche::mapping
