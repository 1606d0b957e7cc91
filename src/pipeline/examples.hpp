#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "mapping/mappings.hpp"

namespace depeche::pipeline {

/// How one example of a rule came out.
struct ExampleResult {
  std::string rule;
  std::string file;
  std::uint32_t line = 0;
  bool counterexample = false;
  bool holds = false;
  std::string title, text;
  std::string missing;             ///< an expected relation that did not come; empty for a counter-example
  std::vector<std::string> given;  ///< what came, in the notation of mapping files
};

/// Runs the examples and counter-examples of every rule whose id begins with one of `rules` (all if empty).
std::vector<ExampleResult> run_examples(const extract::Extractor& extractor, const extract::Knowledge& knowledge,
                                        const std::vector<std::string>& rules);

/// How the examples of one rule came out.
struct RuleResult {
  std::string rule;
  std::size_t examples = 0, examples_held = 0;
  std::size_t counterexamples = 0, counterexamples_held = 0;

  bool holds() const { return examples == examples_held && counterexamples == counterexamples_held; }
};

/// The same by rule, in the order of the rules.
std::vector<RuleResult> sum_up(const std::vector<ExampleResult>& results);

/// An article of one paragraph and nothing else but perhaps a title, for sentences that stand alone. The text is
/// brought into NFC; it has to be valid UTF-8.
article::Article article_of(std::string_view text, std::string id, article::PartialDate published,
                            std::string_view title = {});

}  // namespace depeche::pipeline
