#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sparql/term_pool.hpp"

// A query as it was read, names and prefixes resolved.
namespace depeche::sparql {

/// Index of a variable in Query::variables.
using Variable = std::uint32_t;
using Variables = std::vector<Variable>;

/// A term or a variable in a pattern.
struct Node {
  bool variable = false;
  std::uint32_t value = unbound;  ///< TermId or Variable
  static Node of_term(TermId id) { return {false, id}; }
  static Node of_variable(Variable v) { return {true, v}; }
};

/// Its graph is default_graph, another term, or a variable that stands for any named graph.
struct TriplePattern {
  Node subject, predicate, object;
};

/// A property path that does not dissolve into triple patterns.
struct Path {
  enum class Kind : std::uint8_t {
    link,
    inverse,
    sequence,
    alternative,
    zero_or_more,
    one_or_more,
    zero_or_one,
    none_of
  };
  Kind kind = Kind::link;
  TermId link = unbound;
  std::vector<Path> parts;
};

struct Group;
struct Select;

struct Expression {
  enum class Kind : std::uint8_t { constant, variable, call, exists, aggregate };
  Kind kind = Kind::constant;
  TermId constant = unbound;
  Variable variable = 0;
  std::string name;  ///< of a call: "+", "!", "&&", "in", upper-case function, IRI of a cast; of an aggregate: "COUNT"
  std::vector<Expression> arguments;  ///< of COUNT(*): none
  bool negated = false;               ///< NOT IN, NOT EXISTS
  bool distinct = false;              ///< in an aggregate
  std::string separator;              ///< of GROUP_CONCAT
  std::size_t number = 0;          ///< of an aggregate: its place in Select::aggregates; of EXISTS: a hidden variable
  std::shared_ptr<Group> pattern;  ///< of EXISTS
};

/// VALUES: rows of terms, `unbound` for UNDEF.
struct InlineData {
  Variables variables;
  std::vector<std::vector<TermId>> rows;
};

/// One part of a group, in the order of the text.
struct Element {
  enum class Kind : std::uint8_t { triple, path, bind, values, optional, minus, alternatives, group, graph, select };
  Kind kind = Kind::triple;
  TriplePattern triple;            ///< its predicate counts for triples only
  Path path;                       ///< path
  Node graph;                      ///< graph; triple and path: where it is to be found
  Expression expression;           ///< bind
  Variable target = 0;             ///< bind
  Variable tag = 0;                ///< optional: a hidden variable for the evaluation
  InlineData values;               ///< values
  std::vector<Group> groups;       ///< optional, minus, group, graph: one; alternatives: all
  std::shared_ptr<Select> select;  ///< select
};

struct Group {
  std::vector<Element> elements;
  std::vector<Expression> filters;
};

struct Projection {
  Variable variable = 0;
  std::optional<Expression> expression;
};

struct OrderKey {
  Expression expression;
  bool descending = false;
  Variable hidden = 0;  ///< where the query is grouped: a variable that takes its value
};

struct Select {
  std::vector<Projection> projection;
  bool distinct = false;
  Group where;
  bool grouped = false;  ///< GROUP BY, HAVING or an aggregate
  std::vector<Projection> keys;
  std::vector<Expression> having;
  std::vector<OrderKey> order;
  std::vector<Expression> aggregates;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  std::optional<InlineData> values;
};

struct Query {
  enum class Form : std::uint8_t { select, ask, construct, describe };
  Form form = Form::select;
  std::vector<std::string> variables;  ///< names; those of hidden variables are empty
  std::vector<TriplePattern> pattern;  ///< of CONSTRUCT; hidden variables stand for new blank nodes
  std::vector<Node> resources;         ///< of DESCRIBE
  Select select;                       ///< of CONSTRUCT and DESCRIBE what is needed for those
};

}  // namespace depeche::sparql
