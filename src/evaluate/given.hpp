#pragma once
#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "evaluate/names.hpp"
#include "rdf/reader.hpp"
#include "rdf/statement.hpp"

namespace depeche::evaluate {

/// One relation that a graph gives for an article; of several claims about one relation, all in one.
struct GivenRelation {
  std::string article, type;
  GivenActor subject, object;
  std::set<std::string> statuses;
  std::set<double> figures;
  std::set<std::string> rules;  ///< local names of the rules of all claims
  std::string quote;            ///< sentence of the first claim
};

/// What a graph says about its articles, in the order in which it says it.
struct Given {
  std::vector<GivenRelation> relations;
  std::map<std::string, std::vector<GivenActor>> mentions;  ///< by article, each entity once, in the order of IRIs
};

/// Gathers what is to be measured from the statements of a graph, whatever their order and graph names: claims with
/// their sentences, articles with whom they mention, names and kinds of entities.
class GivenReader final : public rdf::StatementSink {
 public:
  GivenReader();

  using StatementSink::write;
  void write(const rdf::Iri& subject, const rdf::Iri& predicate, const rdf::Term& object, const rdf::Iri*) override;
  void add(const rdf::ReadTriple& triple);

  Given finish() const;

 private:
  enum Property : std::size_t {
    type,
    label,
    iso,
    identifier,
    mentions,
    relation_type,
    subject,
    object,
    status,
    rule,
    sentence,
    context,
    quote,
    figure,
    properties
  };
  struct Node {
    std::string iri;
    std::array<std::vector<std::string>, properties> values;
  };

  void add(const std::string& subject, const std::string& predicate, const std::string& object);
  const std::string* first(const std::string& node, Property property) const;
  GivenActor actor(const std::string& iri) const;

  std::unordered_map<std::string, Property> property_of_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> place_of_;
};

}  // namespace depeche::evaluate
