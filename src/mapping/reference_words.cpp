#include "mapping/reference_words.hpp"

#include <array>
#include <toml++/toml.h>

#include "base/mapped_file.hpp"

namespace depeche::mapping {

namespace {

Diagnostic fault(const std::string& path, std::string_view text, const toml::source_position& at, std::string code,
                 std::string message) {
  Diagnostic d;
  d.code = std::move(code);
  d.file = path;
  d.line = at.line;
  d.column = at.column;
  d.message = std::move(message);
  d.source_line = std::string(line_of(text, at.line));
  return d;
}

}  // namespace

Result<ReferenceWords> ReferenceWords::load(const std::string& path, const language::FormLexicon& forms,
                                            Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  ReferenceWords words;
  toml::table table;
  try {
    table = toml::parse(*text, path);
  } catch (const toml::parse_error& e) {
    diagnostics.push_back(
        fault(path, *text, e.source().begin, "reference-syntax", std::string(e.description())));
    return words;
  }
  const std::array<std::pair<std::string_view, Lemmas*>, 6> keys{{{"state", &words.state},
                                                                  {"state_plural_only", &words.state_plural_only},
                                                                  {"weak_state", &words.weak_state},
                                                                  {"country", &words.country},
                                                                  {"person", &words.person},
                                                                  {"counterpart", &words.counterpart}}};
  for (const auto& [key, node] : table) {
    const auto* entry = std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.first == key.str(); });
    const auto* list = node.as_array();
    if (entry == keys.end() || list == nullptr) {
      diagnostics.push_back(fault(path, *text, node.source().begin, "reference-unknown-key",
                                  "expected a list of lemmas under a known key, found '" + std::string(key.str()) + "'"));
      continue;
    }
    for (const toml::node& item : *list) {
      const auto word = item.value<std::string>();
      const language::LemmaId id = word ? forms.find_lemma(*word) : language::no_lemma;
      if (id == language::no_lemma) {
        diagnostics.push_back(fault(path, *text, item.source().begin, "reference-unknown-lemma",
                                    "the lexicon has no lemma '" + word.value_or("?") + "'"));
        continue;
      }
      entry->second->insert(id);
    }
  }
  return words;
}

}  // namespace depeche::mapping
