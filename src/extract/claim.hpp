#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article/article.hpp"
#include "language/token.hpp"
#include "mapping/rule.hpp"
#include "recognise/mention.hpp"
#include "recognise/quantity.hpp"
#include "recognise/time.hpp"

namespace depeche::extract {

/// One figure of a claim. Numbers are decimal text in canonical form ("80.0", "3500000000.0"), so that no rounding
/// comes between the article and the graph.
struct Figure {
  std::string measure;  ///< local name in dpv:
  recognise::Quantity quantity;
};

/// The value of a qualifier: a phrase of the article, a concept (local name in dpv:), or an entity.
struct QualifierValue {
  enum class Type : std::uint8_t { phrase, concept_, entity, claim };
  Type type = Type::phrase;
  std::string text;
  std::uint32_t index = 0;  ///< entity or claim index for those types
};

/// One relation as one sentence states it.
struct Claim {
  std::uint16_t relation = 0;  ///< index in the relation table
  std::vector<recognise::EntityId> subjects;
  std::vector<recognise::EntityId> objects;  ///< for a mutual plural equal to subjects
  mapping::Status status = mapping::Status::asserted;
  recognise::EntityId attributed_to = recognise::no_entity;
  std::string cue;  ///< the words that set the status; empty if none
  bool ended = false;
  std::vector<std::pair<std::string, QualifierValue>> qualifiers;  ///< property (local name in dpq:) and value
  std::optional<Figure> figure;
  std::optional<recognise::TimeSpan> time;
  double confidence = 0.5;
  std::string rule;            ///< "fr.visit.se-rendre"
  std::uint32_t sentence = 0;  ///< index in Extraction::sentences
};

/// Everything that was read out of one article.
struct Extraction {
  article::Article article;
  std::vector<language::Sentence> sentences;
  std::vector<recognise::Entity> entities;  ///< those mentioned in the article
  std::vector<Claim> claims;                ///< in order of sentence, then of discovery; deterministic
};

}  // namespace depeche::extract
