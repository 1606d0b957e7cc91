#pragma once
#include <cstdint>
#include <string_view>

#include "extract/claim.hpp"
#include "graph/entities.hpp"
#include "graph/plan.hpp"
#include "graph/vocabulary.hpp"
#include "rdf/statement.hpp"

namespace depeche::graph {

/// How much of the article's words a sentence repeats.
enum class Quotes : std::uint8_t {
  full,     ///< the sentence
  snippet,  ///< its first 120 code points, cut at a word
  none
};

/// Everything that the statements of one article are made from.
struct ArticleTerms {
  const extract::Extraction& extraction;
  const Vocabulary& vocabulary;
  const std::vector<RelationTerms>& table;
  const EntityTerms& entities;
  std::string_view digest;    ///< of the article, as in its IRIs
  std::string_view language;  ///< of its phrases
};

/// The value of a qualifier in the graph: nothing for an empty phrase, several where a claim became several.
std::vector<rdf::Term> qualifier_terms(const extract::QualifierValue& value, const ArticleTerms& article,
                                       const Plan& plan);

/// Writes the article's graph: its metadata, and sentence by sentence the claims.
void write_evidence(const ArticleTerms& article, const Plan& plan, std::string_view text_sha256, Quotes quotes,
                    rdf::StatementSink& sink);

}  // namespace depeche::graph
