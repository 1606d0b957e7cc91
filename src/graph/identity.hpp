#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "article/article.hpp"
#include "extract/claim.hpp"
#include "graph/entities.hpp"
#include "graph/vocabulary.hpp"

// When two claims speak of the same thing. Every IRI is the hash of a key, an ASCII string that one can read:
//   import|importer=Q881|exporter=Q159|commodity=arms        a state has no date
//   meeting|participant=Q23505,Q7747|day=2024-06-19          participants of a symmetric relation as a sorted set
//   visit|visitor=Q7747|host=Q881|month=2024-06
//   aid|donor=Q30|recipient=Q212|kind...|month=2024-06       then the key qualifier where the claim has one
//   meeting|participant=...|nodate:<article>                 what has no date never merges across articles
//   meeting|participant=...|time=2024-06|article=<article>   nor does what is known less precisely than its bucket
namespace depeche::graph {

/// 16 hexadecimal digits that name the article in all its IRIs: of its URL without fragment, with scheme and host in
/// lower case; else of its id; else of its text.
std::string article_digest(const article::Article& article);

/// One relation between given actors, in one article.
struct RelationOf {
  const extract::Claim& claim;
  const RelationTerms& terms;
  const std::vector<recognise::EntityId>& subjects;  ///< distinct, by id
  const std::vector<recognise::EntityId>& objects;
};

/// The identity key of the relation.
std::string relation_key(const RelationOf& relation, const EntityTerms& entities, std::string_view article);

/// "import-9e92c19328f8c1d0": local name of the relation's IRI.
std::string relation_name(const RelationTerms& terms, std::string_view key);

/// 8 hexadecimal digits that tell the claims of one sentence apart: of the relation's key, the status, who is cited,
/// the measure and the number.
std::string claim_digest(const extract::Claim& claim, std::string_view relation_key, const EntityTerms& entities);

/// The value of a qualifier as a part of a key: id of an entity, name of a concept, slug of a phrase.
std::string qualifier_key(const extract::QualifierValue& value, const EntityTerms& entities);

/// "asserted": local name of the status in dp:.
std::string_view status_name(mapping::Status status);

}  // namespace depeche::graph
