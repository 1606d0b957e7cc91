#include "pipeline/examples.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace depeche::pipeline {

namespace {

article::Article article_of(const std::string& text) {
  article::Article article;
  article.id = "example";
  article.language = "fr";
  article.published = {2024, 5, 17};
  article.text = utf8::nfc(text);
  article.blocks.push_back({0, static_cast<std::uint32_t>(article.text.size()), article::BlockKind::paragraph});
  return article;
}

std::string_view notation_of(const recognise::Entity& e) {
  return e.kind == recognise::ActorKind::country && !e.iso.empty() ? std::string_view(e.iso) : std::string_view(e.label);
}

bool names(const recognise::Entity& e, std::string_view wanted) {
  if (e.kind == recognise::ActorKind::country && e.iso == wanted) return true;
  const std::string folded = utf8::fold(wanted);
  if (utf8::fold(e.label) == folded) return true;
  return std::any_of(e.names.begin(), e.names.end(), [&](const std::string& n) { return utf8::fold(n) == folded; });
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

/// True if a claim says what "Type: subject > object : status" says.
bool gives(const extract::Extraction& x, const mapping::Ontology& ontology, std::string_view expected) {
  const std::size_t colon = expected.find(':');
  const std::size_t arrow = expected.find('>', colon);
  const std::size_t last = expected.rfind(':');
  if (colon == std::string_view::npos || arrow == std::string_view::npos || last <= arrow) return false;
  const std::string_view type = trim(expected.substr(0, colon));
  const std::string_view subject = trim(expected.substr(colon + 1, arrow - colon - 1));
  const std::string_view object = trim(expected.substr(arrow + 1, last - arrow - 1));
  const std::string_view status = trim(expected.substr(last + 1));
  for (const extract::Claim& c : x.claims) {
    const mapping::RelationType& relation = ontology.relations()[c.relation];
    if (relation.name != type || name_of(c.status) != status) continue;
    const auto has = [&](const std::vector<recognise::EntityId>& ids, std::string_view name) {
      return std::any_of(ids.begin(), ids.end(), [&](recognise::EntityId id) { return names(x.entities[id], name); });
    };
    if (has(c.subjects, subject) && has(c.objects, object)) return true;
    if (relation.symmetric && has(c.subjects, object) && has(c.objects, subject)) return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(mapping::Status status) {
  static constexpr std::array<std::string_view, 8> names{"negated", "questioned", "conditional", "planned",
                                                         "possible", "alleged",    "attributed",  "asserted"};
  return names[static_cast<std::size_t>(status)];
}

std::vector<std::string> describe_claims(const extract::Claim& claim, const extract::Extraction& x,
                                         const mapping::Ontology& ontology) {
  std::vector<std::string> out;
  for (const auto s : claim.subjects) {
    for (const auto o : claim.objects) {
      if (s == o) continue;
      out.push_back(fmt::format("{}: {} > {} : {}", ontology.relations()[claim.relation].name, notation_of(x.entities[s]),
                                notation_of(x.entities[o]), name_of(claim.status)));
    }
  }
  return out;
}

std::vector<ExampleResult> run_examples(const extract::Extractor& extractor, const extract::Knowledge& knowledge,
                                        const std::vector<std::string>& rules) {
  std::vector<ExampleResult> out;
  for (const mapping::Rule& rule : knowledge.mappings.rules()) {
    const auto wanted = [&](const std::string& r) { return rule.id.starts_with(r); };
    if (!rules.empty() && std::none_of(rules.begin(), rules.end(), wanted)) continue;
    const auto run = [&](const mapping::Example& example, bool counter) {
      const extract::Extraction x = extractor.extract(article_of(example.text));
      ExampleResult result{rule.id, rule.file, example.line, counter, true, example.text, {}, {}};
      bool fired = false;
      for (const extract::Claim& c : x.claims) {
        fired = fired || c.rule == rule.id;
        for (std::string& d : describe_claims(c, x, knowledge.ontology)) result.given.push_back(std::move(d));
      }
      if (counter) result.holds = !fired;
      for (const std::string& expected : example.gives) {
        if (gives(x, knowledge.ontology, expected)) continue;
        result.holds = false;
        if (result.missing.empty()) result.missing = expected;
      }
      out.push_back(std::move(result));
    };
    for (const mapping::Example& e : rule.examples) run(e, false);
    for (const mapping::Example& e : rule.counterexamples) run(e, true);
  }
  return out;
}

}  // namespace depeche::pipeline
