#include "pipeline/examples.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "mapping/expected.hpp"
#include "pipeline/notation.hpp"

namespace depeche::pipeline {
namespace {

constexpr article::PartialDate day_of_examples{2024, 5, 17};

bool is_given(const extract::Extraction& extraction, const mapping::Ontology& ontology, std::string_view line) {
  std::string fault;
  const auto expected = mapping::parse_expected(line, fault);
  return expected && says(extraction, ontology, *expected);
}

}  // namespace

article::Article article_of(std::string_view text, std::string id, article::PartialDate published,
                            std::string_view title) {
  article::Article article;
  article.id = std::move(id);
  article.language = "fr";
  article.published = published;
  const auto add_block = [&](std::string_view block, article::BlockKind kind) {
    if (!article.text.empty()) article.text += '\n';
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += utf8::nfc(block);
    article.blocks.push_back({begin, static_cast<std::uint32_t>(article.text.size()), kind});
  };
  article.title = utf8::nfc(title);
  if (!title.empty()) add_block(title, article::BlockKind::title);
  add_block(text, article::BlockKind::paragraph);
  return article;
}

std::vector<ExampleResult> run_examples(const extract::Extractor& extractor, const extract::Knowledge& knowledge,
                                        const std::vector<std::string>& rules) {
  std::vector<ExampleResult> out;
  for (const mapping::Rule& rule : knowledge.mappings.rules()) {
    const auto wanted = [&](const std::string& r) { return rule.id.starts_with(r); };
    if (!rules.empty() && std::none_of(rules.begin(), rules.end(), wanted)) continue;
    const auto run = [&](const mapping::Example& example, bool counter) {
      const extract::Extraction x =
          extractor.extract(article_of(example.text, "example", day_of_examples, example.title));
      ExampleResult result{rule.id, rule.file, example.line, counter, true, example.title, example.text, {}, {}};
      bool fired = false;
      for (const extract::Claim& c : x.claims) {
        fired = fired || c.rule == rule.id;
        for (std::string& d : describe_claims(c, x, knowledge.ontology)) result.given.push_back(std::move(d));
      }
      if (counter) result.holds = !fired;
      for (const std::string& expected : example.gives) {
        if (is_given(x, knowledge.ontology, expected)) continue;
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

std::vector<RuleResult> sum_up(const std::vector<ExampleResult>& results) {
  std::vector<RuleResult> out;
  for (const ExampleResult& r : results) {
    if (out.empty() || out.back().rule != r.rule) {
      RuleResult next;
      next.rule = r.rule;
      out.push_back(std::move(next));
    }
    RuleResult& rule = out.back();
    ++(r.counterexample ? rule.counterexamples : rule.examples);
    if (r.holds) ++(r.counterexample ? rule.counterexamples_held : rule.examples_held);
  }
  return out;
}

}  // namespace depeche::pipeline
