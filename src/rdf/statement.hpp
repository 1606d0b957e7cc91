#pragma once
#include <optional>
#include <variant>
#include <vector>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"

namespace depeche::rdf {

/// The object of a statement. There are no blank nodes.
using Term = std::variant<Iri, Literal>;

/// A quad; without a graph it stands in the default graph.
struct Statement {
  Iri subject;
  Iri predicate;
  Term object;
  std::optional<Iri> graph;
  auto operator<=>(const Statement&) const = default;
};

struct ReadTriple;

/// The statement that a Turtle document makes, checked. Fails on blank nodes, relative or malformed IRIs and faulty
/// literals.
Result<Statement> make_statement(const ReadTriple& triple);

/// Where statements go.
class StatementSink {
 public:
  virtual ~StatementSink() = default;
  /// `graph` is null for the default graph.
  virtual void write(const Iri& subject, const Iri& predicate, const Term& object, const Iri* graph) = 0;
  void write(const Statement& statement) {
    write(statement.subject, statement.predicate, statement.object, statement.graph ? &*statement.graph : nullptr);
  }
};

/// Collects statements in memory.
class StatementList final : public StatementSink {
 public:
  using StatementSink::write;
  void write(const Iri& subject, const Iri& predicate, const Term& object, const Iri* graph) override {
    list_.push_back({subject, predicate, object, graph == nullptr ? std::nullopt : std::optional<Iri>(*graph)});
  }
  const std::vector<Statement>& list() const { return list_; }

 private:
  std::vector<Statement> list_;
};

}  // namespace depeche::rdf
