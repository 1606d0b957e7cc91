#include <fmt/format.h>

#include "mapping/expected.hpp"
#include "mapping/rule_reader.hpp"

namespace depeche::mapping {
namespace {

std::vector<std::string_view> relation_names(const Ontology& ontology) {
  std::vector<std::string_view> names;
  for (const RelationType& type : ontology.relations()) names.push_back(type.name);
  return names;
}

/// True if the line is well-formed and gives the relation `own`.
bool check_expected(const TomlReader& file, const Ontology& ontology, const Located& line, std::string_view own) {
  std::string fault;
  const auto expected = parse_expected(line.text, fault);
  if (!expected) {
    file.error(line.where, "bad-example", fmt::format("'{}': {}", line.text, fault),
               fault.starts_with("unknown status") ? "a status is one of " + enumerate(status_names()) : std::string());
    return true;  // said once
  }
  if (ontology.find(expected->relation) < 0) {
    file.error(line.where, "unknown-relation",
               fmt::format("the ontology has no relation type '{}'", expected->relation),
               suggest(expected->relation, relation_names(ontology)));
    return true;
  }
  for (const auto& [key, value] : expected->qualifiers) {
    if (key == "phase" || ontology.has_qualifier(key)) continue;
    const auto& names = ontology.qualifiers();
    file.error(line.where, "unknown-qualifier", fmt::format("the ontology has no qualifier '{}'", key),
               suggest(key, {names.begin(), names.end()}));
  }
  return expected->relation == own;
}

std::string title_of(const TomlReader& file, const toml::table& example) {
  if (example.get("title") == nullptr) return {};
  const auto title = file.string(example, "title");
  return title ? title->text : std::string();
}

/// A sentence, or { title, text }.
void read_counterexample(const TomlReader& file, const toml::node& node, Rule& rule) {
  const auto line = static_cast<std::uint32_t>(node.source().begin.line);
  if (const auto text = node.value<std::string>(); text && !text->empty()) {
    rule.counterexamples.push_back({{}, *text, {}, line});
    return;
  }
  if (const toml::table* table = node.as_table()) {
    file.check_keys(*table, {"title", "text"});
    if (const auto text = file.string(*table, "text")) {
      rule.counterexamples.push_back({title_of(file, *table), text->text, {}, line});
      return;
    }
  }
  file.error(node.source(), "bad-example", "a counter-example is a sentence, or { title = \"…\", text = \"…\" }");
}

void read_example(const TomlReader& file, const Ontology& ontology, const toml::node& node, Rule& rule) {
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    file.error(node.source(), "bad-example",
               "an example is { text = \"…\", gives = [\"Type: subject > object : status\"] }");
    return;
  }
  file.check_keys(*table, {"title", "text", "gives"});
  const auto text = file.string(*table, "text");
  const auto gives = file.strings(*table, "gives", "what the sentence gives: \"Type: subject > object : status\"");
  if (!text || gives.empty()) {
    if (table->get("text") == nullptr || table->get("gives") == nullptr) {
      file.error(node.source(), "bad-example", "an example needs both 'text' and 'gives'");
    }
    return;
  }
  Example example{title_of(file, *table), text->text, {}, static_cast<std::uint32_t>(node.source().begin.line)};
  bool own = false;
  for (const Located& line : gives) {
    own = check_expected(file, ontology, line, rule.relation) || own;
    example.gives.push_back(line.text);
  }
  if (!own) {
    file.error(gives.front().where, "example-of-another",
               fmt::format("the example of a rule for {} gives no {}", rule.relation, rule.relation));
  }
  rule.examples.push_back(std::move(example));
}

}  // namespace

void read_examples(const TomlReader& file, const Ontology& ontology, const toml::table& table, Rule& rule) {
  if (const toml::node* node = table.get("examples")) {
    if (const toml::array* list = node->as_array()) {
      for (const toml::node& item : *list) read_example(file, ontology, item, rule);
    } else {
      file.error(node->source(), "wrong-type", "'examples' has to be a list of { text, gives }");
    }
  }
  if (const toml::node* node = table.get("counterexamples")) {
    if (const toml::array* list = node->as_array()) {
      for (const toml::node& item : *list) read_counterexample(file, item, rule);
    } else {
      file.error(node->source(), "wrong-type", "'counterexamples' has to be a list of sentences");
    }
  }
  if (rule.examples.size() < 2) {
    file.warn(
        table.source(), "few-examples",
        fmt::format("rule '{}' has {} of the two examples that every rule carries", rule.id, rule.examples.size()));
  }
  if (rule.counterexamples.size() < 2) {
    file.warn(table.source(), "few-counterexamples",
              fmt::format("rule '{}' has {} of the two counter-examples that every rule carries", rule.id,
                          rule.counterexamples.size()));
  }
}

}  // namespace depeche::mapping
