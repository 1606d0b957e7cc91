#include "mapping/rule_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace depeche::mapping {
namespace {

using language::no_lemma;

constexpr std::array<std::string_view, 4> kind_names = {"person", "country", "organisation", "place"};

template <class Names>
std::vector<std::string_view> views(const Names& names) {
  return {names.begin(), names.end()};
}

}  // namespace

KindSet RuleParts::kinds(const toml::node& node, KindSet allowed) const {
  unsigned set = 0;
  for (const Located& word : file_.strings(node, "a kind of actor or a list of them")) {
    const auto at = std::find(kind_names.begin(), kind_names.end(), word.text);
    if (at == kind_names.end()) {
      file_.error(word.where, "unknown-kind", fmt::format("unknown kind '{}'", word.text),
                  "a kind is " + enumerate(views(kind_names)));
      continue;
    }
    const unsigned bit = 1U << static_cast<unsigned>(at - kind_names.begin());
    if (allowed != 0 && (allowed & bit) == 0) {
      file_.error(word.where, "kind-not-allowed", fmt::format("the ontology admits no {} in this role", word.text));
      continue;
    }
    set |= bit;
  }
  return static_cast<KindSet>(set);
}

Filler RuleParts::filler(const toml::node& node, KindSet allowed) const {
  Filler filler;
  filler.kinds = allowed == 0 ? KindSet{15} : allowed;
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    filler.paths = paths_.read_all(node);
    return filler;
  }
  file_.check_keys(*table, {"from", "kind", "all"});
  if (const toml::node* from = table->get("from")) {
    filler.paths = paths_.read_all(*from);
  } else {
    file_.error(node.source(), "missing-key", "a filler needs 'from': { from = [\"subject\"], kind = [\"person\"] }");
  }
  if (const toml::node* kind = table->get("kind")) filler.kinds = kinds(*kind, allowed);
  filler.all_paths = file_.boolean(*table, "all", false);
  return filler;
}

std::vector<Condition> RuleParts::conditions(const toml::node& node) const {
  std::vector<Condition> out;
  const auto read = [&](const toml::node& item) {
    if (const toml::table* table = item.as_table()) {
      read_conditions(*table, {}, false, out);
    } else {
      file_.error(item.source(), "wrong-type",
                  "conditions are a table: { object = [\"accord\"], not = { par = true } }");
    }
  };
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& item : *list) read(item);
  } else {
    read(node);
  }
  return out;
}

/// `prefix` is the path of the table: TOML reads the unquoted key `object.genitive` as a table in a table.
void RuleParts::read_conditions(const toml::table& table, const std::string& prefix, bool negated,
                                std::vector<Condition>& out) const {
  for (const auto& [key, value] : table) {
    if (key.str() == "not" && prefix.empty() && !negated) {
      if (const toml::table* inner = value.as_table()) {
        read_conditions(*inner, {}, true, out);
      } else {
        file_.error(value.source(), "wrong-type", "'not' has to be a table of conditions");
      }
      continue;
    }
    const std::string path = prefix.empty() ? std::string(key.str()) : fmt::format("{}.{}", prefix, key.str());
    if (const toml::table* inner = value.as_table()) {
      read_conditions(*inner, path, negated, out);
    } else {
      read_condition({path, key.source()}, value, negated, out);
    }
  }
}

void RuleParts::read_condition(const Located& path, const toml::node& value, bool negated,
                               std::vector<Condition>& out) const {
  std::vector<Path> paths;
  if (!paths_.read(path, paths)) return;
  Condition condition;
  condition.path = std::move(paths.front());
  if (const auto* wanted = value.as_boolean()) {
    condition.present = wanted->get() != negated;
    out.push_back(std::move(condition));
    return;
  }
  condition.negated = negated;
  for (const Located& word : file_.strings(value, "true, false, a word or a list of words")) {
    if (word.text.front() != '@') check_word(file_, context_.vocabulary, word);
    for (const Located& w : expand_words(file_, context_.lists, {word})) {
      const language::LemmaId lemma = context_.vocabulary.find_lemma(w.text);
      if (lemma != no_lemma) condition.lemmas.push_back(lemma);
      condition.words.push_back(w.text);
    }
  }
  if (!condition.words.empty()) out.push_back(std::move(condition));
}

std::vector<Qualifier> RuleParts::qualifiers(const toml::node& node) const {
  std::vector<Qualifier> out;
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    file_.error(node.source(), "wrong-type", "'qualifier' has to be a table: { topic = [\"sur\"] }");
    return out;
  }
  for (const auto& [key, value] : *table) read_qualifier(key, value, out);
  return out;
}

void RuleParts::read_qualifier(const toml::key& key, const toml::node& value, std::vector<Qualifier>& out) const {
  const std::string_view property = key.str();
  if (!context_.ontology.has_qualifier(property)) {
    file_.error(key.source(), "unknown-qualifier", fmt::format("the ontology has no qualifier '{}'", property),
                suggest(property, views(context_.ontology.qualifiers())));
    return;
  }
  Qualifier qualifier;
  qualifier.property = property;
  if (property == "commodity") qualifier.as = Qualifier::As::commodity;
  if (property == "place") qualifier.as = Qualifier::As::place;
  if (property == "office") qualifier.as = Qualifier::As::office;
  if (const toml::table* table = value.as_table()) {
    file_.check_keys(*table, {"from", "as", "each"});
    if (const toml::node* from = table->get("from")) {
      qualifier.paths = paths_.read_all(*from);
    } else {
      file_.error(value.source(), "missing-key", "a qualifier needs 'from': { from = \"object\", as = \"commodity\" }");
    }
    if (const auto as = file_.string(*table, "as")) {
      const std::vector<std::string_view> names = {"phrase", "commodity", "place", "office"};
      const auto at = std::find(names.begin(), names.end(), as->text);
      if (at == names.end()) {
        file_.error(as->where, "unknown-form", fmt::format("unknown form '{}' of a qualifier", as->text),
                    "a qualifier comes as " + enumerate(names));
      } else {
        qualifier.as = static_cast<Qualifier::As>(at - names.begin());
      }
    }
    qualifier.each = file_.boolean(*table, "each", false);
  } else if (const auto* text = value.as_string(); text != nullptr && text->get().starts_with('=')) {
    read_constant({text->get().substr(1), value.source()}, qualifier);
  } else {
    qualifier.paths = paths_.read_all(value);
  }
  out.push_back(std::move(qualifier));
}

void RuleParts::read_constant(const Located& text, Qualifier& qualifier) const {
  qualifier.as = Qualifier::As::constant;
  qualifier.constant = text.text;
  if (text.text.empty()) {
    file_.error(text.where, "unknown-value", "the constant behind '=' is empty");
  } else if (context_.ontology.takes_concept(qualifier.property) && !context_.ontology.has_value(text.text)) {
    file_.error(text.where, "unknown-value", fmt::format("the ontology has no value '{}'", text.text),
                suggest(text.text, views(context_.ontology.values())));
  }
}

std::vector<FigureSpec> RuleParts::figures(const toml::node& node) const {
  std::vector<FigureSpec> out;
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& item : *list) read_figure(item, out);
  } else {
    read_figure(node, out);
  }
  return out;
}

void RuleParts::read_figure(const toml::node& node, std::vector<FigureSpec>& out) const {
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    file_.error(node.source(), "wrong-type", "a figure is a table: { measure = \"shareOfImports\", unit = \"%\" }");
    return;
  }
  file_.check_keys(*table, {"measure", "unit", "from"});
  FigureSpec figure;
  const auto measure = file_.string(*table, "measure");
  const auto unit = file_.string(*table, "unit");
  if (table->get("measure") == nullptr || table->get("unit") == nullptr) {
    file_.error(node.source(), "missing-key", "a figure needs 'measure' and 'unit'");
  }
  if (measure) {
    figure.measure = measure->text;
    if (!context_.ontology.has_measure(measure->text)) {
      file_.error(measure->where, "unknown-measure", fmt::format("the ontology has no measure '{}'", measure->text),
                  suggest(measure->text, views(context_.ontology.measures())));
    }
  }
  if (unit) {
    const std::vector<std::string_view> names = {"%", "money", "count"};
    const auto at = std::find(names.begin(), names.end(), unit->text);
    if (at == names.end()) {
      file_.error(unit->where, "unknown-unit", fmt::format("unknown unit '{}'", unit->text),
                  "a unit is " + enumerate(names));
    } else {
      figure.unit = static_cast<FigureSpec::Unit>(at - names.begin());
    }
  }
  if (const toml::node* from = table->get("from")) figure.paths = paths_.read_all(*from);
  out.push_back(std::move(figure));
}

std::optional<Continuation> RuleParts::continuation(const toml::node& node) const {
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    file_.error(node.source(), "wrong-type",
                "'continues' has to be a table: { from = \"object\", with = \"subject\" }");
    return std::nullopt;
  }
  file_.check_keys(*table, {"from", "with"});
  std::vector<Path> paths;
  for (const char* key : {"from", "with"}) {
    if (table->get(key) == nullptr)
      file_.error(node.source(), "missing-key", fmt::format("'continues' needs '{}'", key));
    if (const auto path = file_.string(*table, key)) paths_.read(*path, paths);
  }
  if (paths.size() != 2) return std::nullopt;
  return Continuation{std::move(paths[0]), std::move(paths[1])};
}

std::optional<Path> RuleParts::completion(const toml::node& node) const {
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    file_.error(node.source(), "wrong-type", "'completes' has to be a table: { with = \"de\" }");
    return std::nullopt;
  }
  file_.check_keys(*table, {"with"});
  if (table->get("with") == nullptr) file_.error(node.source(), "missing-key", "'completes' needs 'with'");
  std::vector<Path> paths;
  if (const auto path = file_.string(*table, "with")) paths_.read(*path, paths);
  if (paths.size() != 1) return std::nullopt;
  return std::move(paths[0]);
}

}  // namespace depeche::mapping
