// One [[rule]] table into one Rule. Each part of the table (trigger, roles, conditions, what the claim carries) has its
// function; they report and go on, so that one run shows all faults of a file.
#include "mapping/rule_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mapping/expected.hpp"
#include "mapping/path_reader.hpp"
#include "mapping/rule_parts.hpp"
#include "mapping/trigger_words.hpp"

namespace depeche::mapping {
namespace {

constexpr std::array<std::string_view, 17> fixed_keys = {
    "name",   "relation", "verb",    "noun",  "adjective", "list",      "mutual",   "where",          "qualifier",
    "figure", "status",   "negates", "ended", "continues", "completes", "examples", "counterexamples"};

class RuleReader {
 public:
  RuleReader(const TomlReader& file, const RuleContext& context, const toml::table& table)
      : file_(file), context_(context), table_(table), parts_(file, context) {}

  /// The rule; without a relation type if that is missing or unknown, when nothing else can be checked.
  Rule read() {
    rule_.file = file_.name();
    rule_.line = static_cast<std::uint32_t>(table_.source().begin.line);
    if (const auto name = file_.string(table_, "name")) {
      rule_.id = context_.id_prefix + name->text;
    } else if (table_.get("name") == nullptr) {
      file_.error(table_.source(), "missing-key", "a rule needs a 'name'");
    }
    if (!read_relation()) return std::move(rule_);
    check_keys();
    read_triggers();
    if (const toml::node* node = table_.get("continues")) rule_.continues = parts_.continuation(*node);
    if (const toml::node* node = table_.get("completes")) rule_.completes = parts_.completion(*node);
    read_roles();
    if (const toml::node* node = table_.get("where")) rule_.conditions = parts_.conditions(*node);
    if (const toml::node* node = table_.get("qualifier")) rule_.qualifiers = parts_.qualifiers(*node);
    if (const toml::node* node = table_.get("figure")) rule_.figures = parts_.figures(*node);
    read_status();
    read_examples(file_, context_.ontology, table_, rule_);
    return std::move(rule_);
  }

 private:
  const RelationType& relation() const { return context_.ontology.relations()[rule_.relation_index]; }

  bool read_relation() {
    const auto name = file_.string(table_, "relation");
    if (!name) {
      if (table_.get("relation") == nullptr) file_.error(table_.source(), "missing-key", "a rule needs a 'relation'");
      return false;
    }
    const int index = context_.ontology.find(name->text);
    if (index < 0) {
      std::vector<std::string_view> names;
      for (const RelationType& type : context_.ontology.relations()) names.push_back(type.name);
      file_.error(name->where, "unknown-relation", fmt::format("the ontology has no relation type '{}'", name->text),
                  suggest(name->text, names));
      return false;
    }
    rule_.relation = name->text;
    rule_.relation_index = static_cast<std::uint16_t>(index);
    return true;
  }

  void check_keys() {
    const RelationType& type = relation();
    std::vector<std::string_view> known(fixed_keys.begin(), fixed_keys.end());
    known.emplace_back("unknown_words");
    known.emplace_back(type.subject_role);
    known.emplace_back(type.object_role);
    for (const auto& [key, value] : table_) {
      const std::string_view name = key.str();
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string_view nearest = nearest_word(name, known);
      const bool near_role = nearest == type.subject_role || nearest == type.object_role;
      const bool other_role = std::any_of(
          context_.ontology.relations().begin(), context_.ontology.relations().end(),
          [&](const RelationType& other) { return other.subject_role == name || other.object_role == name; });
      const std::string hint = nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest);
      if (near_role || other_role) {
        const std::string roles = type.symmetric
                                      ? fmt::format("its role is '{}'", type.subject_role)
                                      : fmt::format("its roles are '{}' and '{}'", type.subject_role, type.object_role);
        file_.error(key.source(), "unknown-role", fmt::format("{} has no role '{}'; {}", type.name, name, roles), hint);
      } else {
        file_.error(key.source(), "unknown-key", fmt::format("unknown key '{}'", name), hint);
      }
    }
  }

  void read_triggers() {
    const bool unknown_words = file_.boolean(table_, "unknown_words", false);
    constexpr std::array<std::pair<std::string_view, TriggerClass>, 3> classes = {
        {{"verb", TriggerClass::verb}, {"noun", TriggerClass::noun}, {"adjective", TriggerClass::adjective}}};
    for (const auto& [key, word_class] : classes) {
      for (const Located& word :
           expand_words(file_, context_.lists, file_.strings(table_, key, "a lemma or a list of lemmas"))) {
        auto trigger = find_trigger(file_, context_.vocabulary, word, word_class, unknown_words);
        if (trigger) rule_.triggers.push_back(std::move(*trigger));
      }
    }
    if (const auto list = file_.string(table_, "list")) {
      if (list->text != "office" && list->text != "affiliation") {
        file_.error(list->where, "unknown-name-list", fmt::format("there is no list of names '{}'", list->text),
                    "the lists are 'office' and 'affiliation'");
      }
      rule_.lexicon_trigger = list->text;
    }
    const bool named = table_.get("verb") || table_.get("noun") || table_.get("adjective") || table_.get("list");
    if (!named) file_.error(table_.source(), "no-trigger", "a rule needs a 'verb', 'noun', 'adjective' or 'list'");
  }

  bool needs_no_roles() const { return rule_.continues || rule_.completes; }

  void read_roles() {
    const RelationType& type = relation();
    const toml::node* subject = table_.get(type.subject_role);
    const toml::node* object = table_.get(type.object_role);
    if (type.symmetric) {
      if (subject != nullptr) {
        read_sides(*subject, type);
      } else if (!needs_no_roles()) {
        missing_role(type.subject_role);
      }
    } else {
      if (subject != nullptr) rule_.subject = parts_.filler(*subject, type.subject_kinds);
      if (object != nullptr) rule_.object = parts_.filler(*object, type.object_kinds);
      if (subject == nullptr && !needs_no_roles()) missing_role(type.subject_role);
      if (object == nullptr && !needs_no_roles()) missing_role(type.object_role);
    }
    const toml::node* mutual = table_.get("mutual");
    rule_.mutual = file_.boolean(table_, "mutual", type.symmetric) && type.symmetric;
    if (mutual != nullptr && !type.symmetric) {
      file_.error(mutual->source(), "mutual-on-directed",
                  fmt::format("'mutual' is for symmetric relations; {} goes from '{}' to '{}'", type.name,
                              type.subject_role, type.object_role));
    }
    if (type.symmetric && subject != nullptr && !rule_.mutual && rule_.object.paths.empty()) {
      file_.error(subject->source(), "missing-side",
                  "without 'mutual' both sides have to be given: [side one, side two]");
    }
  }

  void missing_role(std::string_view role) {
    file_.error(table_.source(), "missing-role",
                fmt::format("a rule for {} has to say where '{}' stands", rule_.relation, role));
  }

  /// A symmetric relation: one filler, or a list of two.
  void read_sides(const toml::node& node, const RelationType& type) {
    const toml::array* sides = node.as_array();
    if (sides == nullptr) {
      rule_.subject = parts_.filler(node, type.subject_kinds);
      return;
    }
    if (sides->empty() || sides->size() > 2) {
      file_.error(node.source(), "wrong-sides",
                  fmt::format("'{}' takes the two sides of the relation, [side one, side two], not {}",
                              type.subject_role, sides->size()),
                  "put several paths of one side into a list of their own");
      return;
    }
    rule_.subject = parts_.filler((*sides)[0], type.subject_kinds);
    if (sides->size() == 2) rule_.object = parts_.filler((*sides)[1], type.object_kinds);
  }

  void read_status() {
    if (const auto word = file_.string(table_, "status")) {
      rule_.status = parse_status(word->text);
      if (!rule_.status) {
        file_.error(word->where, "unknown-status", fmt::format("unknown status '{}'", word->text),
                    "a status is one of " + enumerate(status_names()));
      }
    }
    rule_.negates = file_.boolean(table_, "negates", false);
    rule_.ended = file_.boolean(table_, "ended", false);
    if (rule_.ended && relation().event) {
      file_.error(table_.get("ended")->source(), "ended-event",
                  fmt::format("'ended' is for states; {} is an event", relation().name));
    }
  }

  const TomlReader& file_;
  const RuleContext& context_;
  const toml::table& table_;
  RuleParts parts_;
  Rule rule_;
};

}  // namespace

std::vector<Rule> read_rules(const TomlReader& file, const RuleContext& context) {
  std::vector<Rule> rules;
  file.check_keys(file.root(), {"rule", "words"});
  for (const toml::table* table : file.tables(file.root(), "rule")) {
    const std::size_t faults = file.error_count();
    Rule rule = RuleReader(file, context, *table).read();
    const auto same = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == rule.id; });
    if (!rule.id.empty() && same != rules.end()) {
      file.error(table->get("name")->source(), "duplicate-name",
                 fmt::format("there is a rule '{}' already, on line {}", rule.id, same->line));
    }
    if (file.error_count() == faults) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace depeche::mapping
