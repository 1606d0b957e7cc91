#pragma once
#include <cstdint>
#include <string>
#include <string_view>
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

/// A claim in the notation of mapping files: "Visit: Mevlut Demir > IT : asserted".
std::vector<std::string> describe_claims(const extract::Claim& claim, const extract::Extraction& extraction,
                                         const mapping::Ontology& ontology);

std::string_view name_of(mapping::Status status);

/// Runs the examples and counter-examples of every rule whose id begins with one of `rules` (all if empty).
std::vector<ExampleResult> run_examples(const extract::Extractor& extractor, const extract::Knowledge& knowledge,
                                        const std::vector<std::string>& rules);

}  // namespace depeche::pipeline
