#include "mapping/support_verbs.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "base/mapped_file.hpp"
#include "mapping/expected.hpp"
#include "mapping/toml_reader.hpp"
#include "mapping/trigger_words.hpp"

namespace depeche::mapping {
namespace {

SupportVerb read_properties(const TomlReader& file, const Vocabulary& vocabulary, const Functions& functions,
                            const toml::table& table) {
  SupportVerb support;
  if (const auto preposition = file.string(table, "preposition")) {
    support.preposition = preposition->text;
    if (functions.find(preposition->text) == no_function) {
      const auto& names = functions.names();
      file.error(preposition->where, "unknown-preposition", fmt::format("unknown preposition '{}'", preposition->text),
                 suggest(preposition->text, {names.begin(), names.end()}));
    }
  }
  for (const Located& word : file.strings(table, "noun", "a noun or a list of nouns")) {
    if (const auto noun = find_trigger(file, vocabulary, word, TriggerClass::noun, false)) {
      support.nouns.insert(noun->lemma);
    }
  }
  if (const auto word = file.string(table, "through")) {
    if (const auto noun = find_trigger(file, vocabulary, *word, TriggerClass::noun, false)) {
      support.through = noun->lemma;
    }
  }
  if (const auto word = file.string(table, "subject_is")) {
    if (word->text != "subject" && word->text != "object") {
      file.error(word->where, "unknown-function", fmt::format("'subject_is' cannot be '{}'", word->text),
                 "expected 'subject' or 'object'");
    }
    support.subject_is_object = word->text == "object";
  }
  support.ends = file.boolean(table, "ends", false);
  if (const auto word = file.string(table, "status")) {
    support.status = parse_status(word->text);
    if (!support.status) {
      file.error(word->where, "unknown-status", fmt::format("unknown status '{}'", word->text),
                 "a status is one of " + enumerate(status_names()));
    }
  }
  return support;
}

}  // namespace

SupportVerbs SupportVerbs::parse(std::string text, const std::string& file_name, const Vocabulary& vocabulary,
                                 const Functions& functions, Diagnostics& diagnostics) {
  SupportVerbs out;
  const TomlReader file(std::move(text), file_name, "support", diagnostics);
  file.check_keys(file.root(), {"support"});
  for (const toml::table* table : file.tables(file.root(), "support")) {
    file.check_keys(*table, {"verb", "noun", "preposition", "through", "subject_is", "ends", "status"});
    const std::size_t faults = file.error_count();
    const SupportVerb common = read_properties(file, vocabulary, functions, *table);
    if (table->get("verb") == nullptr) file.error(table->source(), "missing-key", "a support verb needs a 'verb'");
    if (file.error_count() != faults) continue;
    for (const Located& word : file.strings(*table, "verb", "a verb or a list of verbs")) {
      const auto verb = find_trigger(file, vocabulary, word, TriggerClass::verb, false);
      if (!verb) continue;
      SupportVerb support = common;
      support.pronominal = verb->pronominal;
      support.verb = verb->lemma;
      if (support.through == language::no_lemma) {
        out.entries_[verb->lemma].push_back(std::move(support));
      } else {
        out.through_[support.through].push_back(std::move(support));
      }
    }
  }
  return out;
}

Result<SupportVerbs> SupportVerbs::load(const std::string& path, const language::FormLexicon& forms,
                                        Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  // The prepositions are those of the grammar beside the table; its own faults are told where the mappings load it.
  Diagnostics of_grammar;
  const std::string grammar = (std::filesystem::path(path).parent_path() / "grammar.toml").string();
  auto functions = Functions::load(grammar, of_grammar);
  if (!functions) return tl::unexpected(functions.error());
  return parse(std::move(*text), path, LexiconVocabulary(forms), *functions, diagnostics);
}

namespace {

std::span<const SupportVerb> find_in(const absl::flat_hash_map<language::LemmaId, std::vector<SupportVerb>>& entries,
                                     language::LemmaId lemma) {
  const auto at = entries.find(lemma);
  return at == entries.end() ? std::span<const SupportVerb>() : std::span<const SupportVerb>(at->second);
}

}  // namespace

std::span<const SupportVerb> SupportVerbs::find(language::LemmaId verb) const {
  return find_in(entries_, verb);
}

std::span<const SupportVerb> SupportVerbs::find_through(language::LemmaId noun) const {
  return find_in(through_, noun);
}

}  // namespace depeche::mapping
