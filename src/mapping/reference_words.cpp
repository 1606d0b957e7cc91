#include "mapping/reference_words.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <array>

#include "base/mapped_file.hpp"
#include "base/utf8.hpp"

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

void read_office_classes(const toml::node& node, const std::string& path, std::string_view text,
                         std::vector<std::vector<std::string>>& out, Diagnostics& diagnostics) {
  const toml::array* lists = node.as_array();
  if (lists == nullptr) {
    diagnostics.push_back(fault(path, text, node.source().begin, "reference-bad-value", "expected a list of lists"));
    return;
  }
  for (const toml::node& list : *lists) {
    std::vector<std::string>& phrases = out.emplace_back();
    const toml::array* items = list.as_array();
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
      if (const auto phrase = (*items)[i].value<std::string>()) phrases.push_back(utf8::fold(*phrase));
    }
    if (phrases.empty()) {
      diagnostics.push_back(
          fault(path, text, list.source().begin, "reference-bad-value", "expected a list of phrases"));
    }
  }
}

void read_organisation_classes(const toml::node& node, const std::string& path, std::string_view text,
                               const language::FormLexicon& forms, ReferenceWords& words, Diagnostics& diagnostics) {
  const toml::array* classes = node.as_array();
  for (std::size_t c = 0; classes != nullptr && c < classes->size(); ++c) {
    ReferenceWords::OrganisationClass& out = words.organisation_classes.emplace_back();
    const toml::table* table = (*classes)[c].as_table();
    const toml::array* types = table == nullptr ? nullptr : (*table)["types"].as_array();
    const toml::array* nouns = table == nullptr ? nullptr : (*table)["words"].as_array();
    for (std::size_t i = 0; types != nullptr && i < types->size(); ++i) {
      out.types.push_back((*types)[i].value_or(std::string()));
    }
    for (std::size_t i = 0; nouns != nullptr && i < nouns->size(); ++i) {
      const std::string word = (*nouns)[i].value_or(std::string());
      const language::LemmaId id = forms.find_lemma(word);
      if (id == language::no_lemma) {
        diagnostics.push_back(fault(path, text, (*nouns)[i].source().begin, "reference-unknown-lemma",
                                    "the lexicon has no lemma '" + word + "'"));
        continue;
      }
      out.words.insert(id);
      words.organisation_words.insert(id);
    }
    if (out.types.empty() || out.words.empty()) {
      diagnostics.push_back(fault(path, text, (*classes)[c].source().begin, "reference-bad-value",
                                  "expected a table with 'types' and 'words'"));
    }
  }
  if (classes == nullptr)
    diagnostics.push_back(fault(path, text, node.source().begin, "reference-bad-value", "expected a list of tables"));
}

bool starts_phrase(std::string_view whole, std::string_view beginning) {
  return whole.size() > beginning.size() && whole.starts_with(beginning) && whole[beginning.size()] == ' ';
}

bool holds(const std::vector<std::string>& list, std::string_view phrase) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& p) { return phrase == p || starts_phrase(phrase, p); });
}

}  // namespace

bool ReferenceWords::same_office(std::string_view a, std::string_view b) const {
  if (a == b || starts_phrase(a, b) || starts_phrase(b, a)) return true;
  return std::any_of(office_classes.begin(), office_classes.end(),
                     [&](const auto& list) { return holds(list, a) && holds(list, b); });
}

bool ReferenceWords::calls_type(language::LemmaId word, std::string_view type) const {
  return std::any_of(organisation_classes.begin(), organisation_classes.end(), [&](const OrganisationClass& c) {
    return c.words.contains(word) && std::find(c.types.begin(), c.types.end(), type) != c.types.end();
  });
}

bool ReferenceWords::has_class(std::string_view phrase) const {
  return std::any_of(office_classes.begin(), office_classes.end(),
                     [&](const auto& list) { return holds(list, phrase); });
}

Result<ReferenceWords> ReferenceWords::load(const std::string& path, const language::FormLexicon& forms,
                                            Diagnostics& diagnostics) {
  auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  ReferenceWords words;
  toml::table table;
  try {
    table = toml::parse(*text, path);
  } catch (const toml::parse_error& e) {
    diagnostics.push_back(fault(path, *text, e.source().begin, "reference-syntax", std::string(e.description())));
    return words;
  }
  const std::array<std::pair<std::string_view, Lemmas*>, 29> keys{
      {{"state", &words.state},
       {"at_home", &words.at_home},
       {"state_plural_only", &words.state_plural_only},
       {"weak_state", &words.weak_state},
       {"fighters", &words.fighters},
       {"country", &words.country},
       {"person", &words.person},
       {"counterpart", &words.counterpart},
       {"people", &words.people},
       {"manners", &words.manners},
       {"audience", &words.audience},
       {"speeches", &words.speeches},
       {"acts", &words.acts},
       {"deeds", &words.deeds},
       {"time_nouns", &words.time_nouns},
       {"attitudes", &words.attitudes},
       {"pair_of_states", &words.pair_of_states},
       {"pair_of_persons", &words.pair_of_persons},
       {"perfect_with_etre", &words.perfect_with_etre},
       {"documents", &words.documents},
       {"issues", &words.issues},
       {"aimed_at", &words.aimed_at},
       {"delegations", &words.delegations},
       {"leads", &words.leads},
       {"quantities", &words.quantities},
       {"copulas", &words.copulas},
       {"agent_with_de", &words.agent_with_de},
       {"commanded", &words.commanded},
       {"organisation_adjectives", &words.organisation_adjectives}}};
  for (const auto& [key, node] : table) {
    if (key.str() == "office_classes") {
      read_office_classes(node, path, *text, words.office_classes, diagnostics);
      continue;
    }
    if (key.str() == "organisation_classes") {
      read_organisation_classes(node, path, *text, forms, words, diagnostics);
      continue;
    }
    const std::string_view name = key.str();
    const auto* entry = std::find_if(keys.begin(), keys.end(), [name](const auto& k) { return k.first == name; });
    const auto* list = node.as_array();
    if (entry == keys.end() || list == nullptr) {
      diagnostics.push_back(
          fault(path, *text, node.source().begin, "reference-unknown-key",
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
