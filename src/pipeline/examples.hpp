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
  std::string text;
  std::string missing;             ///< an expected relation that did not come; empty for a counter-example
  std::vector<std::string> given;  ///< what came, in the notation of mapping files
};

/// Runs the examples and counter-examples of every rule whose id begins with one of `rules` (all if empty).
std::vector<ExampleResult> run_examples(const extract::Extractor& extractor, const extract::Knowledge& knowledge,
                                        const std::vector<std::string>& rules);

/// An article of one paragraph and nothing else, for sentences that stand alone. The text is brought into NFC; it has
/// to be valid UTF-8.
article::Article article_of(std::string_view text, std::string id, article::PartialDate published);

}  // namespace depeche::pipeline
