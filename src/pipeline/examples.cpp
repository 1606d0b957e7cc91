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

article::Article article_of(std::string_view text, std::string id, article::PartialDate published) {
  article::Article article;
  article.id = std::move(id);
  article.language = "fr";
  article.published = published;
  article.text = utf8::nfc(text);
  article.blocks.push_back({0, static_cast<std::uint32_t>(article.text.size()), article::BlockKind::paragraph});
  return article;
}

std::vector<ExampleResult> run_examples(const extract::Extractor& extractor, const extract::Knowledge& knowledge,
                                        const std::vector<std::string>& rules) {
  std::vector<ExampleResult> out;
  for (const mapping::Rule& rule : knowledge.mappings.rules()) {
    const auto wanted = [&](const std::string& r) { return rule.id.starts_with(r); };
    if (!rules.empty() && std::none_of(rules.begin(), rules.end(), wanted)) continue;
    const auto run = [&](const mapping::Example& example, bool counter) {
      const extract::Extraction x = extractor.extract(article_of(example.text, "example", day_of_examples));
      ExampleResult result{rule.id, rule.file, example.line, counter, true, example.text, {}, {}};
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

}  // namespace depeche::pipeline
