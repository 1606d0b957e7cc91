#pragma once
#include <memory>
#include <string>
#include <vector>

#include "pipeline/notation.hpp"
#include "pipeline/resources.hpp"

namespace depeche::testing {

/// The delivered mappings, lexicons and model, loaded once for all tests of the program.
inline const pipeline::Resources& delivered() {
  static const std::unique_ptr<pipeline::Resources> resources = [] {
    pipeline::ResourcePaths paths;
    paths.share = std::string(DEPECHE_BUILD_DIR) + "/share/depeche";
    paths.mappings = std::string(DEPECHE_SOURCE_DIR) + "/mappings";
    paths.ontology = std::string(DEPECHE_SOURCE_DIR) + "/ontology";
    Diagnostics diagnostics;
    auto loaded = pipeline::Resources::load(paths, diagnostics);
    return loaded ? std::move(*loaded) : nullptr;
  }();
  return *resources;
}

/// An article of one paragraph per string, published on Friday, 17 May 2024.
inline article::Article article_of(const std::vector<std::string>& paragraphs) {
  article::Article a;
  a.id = "test";
  a.language = "fr";
  a.published = {2024, 5, 17};
  for (const std::string& p : paragraphs) {
    if (!a.text.empty()) a.text += '\n';
    const auto begin = static_cast<std::uint32_t>(a.text.size());
    a.text += p;
    a.blocks.push_back({begin, static_cast<std::uint32_t>(a.text.size()), article::BlockKind::paragraph});
  }
  return a;
}

inline extract::Extraction read(const std::vector<std::string>& paragraphs) {
  return delivered().extractor().extract(article_of(paragraphs));
}

/// What was read, in the notation of mapping files, one line a claim and pair.
inline std::vector<std::string> claims(const std::vector<std::string>& paragraphs) {
  const extract::Extraction x = read(paragraphs);
  std::vector<std::string> out;
  for (const extract::Claim& c : x.claims) {
    for (std::string& line : pipeline::describe_claims(c, x, delivered().knowledge().ontology))
      out.push_back(line.substr(0, line.find(" ; ")));  // without qualifiers
  }
  return out;
}

}  // namespace depeche::testing
