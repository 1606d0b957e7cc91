#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "sparql/dataset.hpp"
#include "sparql/query.hpp"
#include "sparql/solutions.hpp"
#include "sparql/value.hpp"

namespace depeche::sparql {

/// Thrown inside the evaluation where intermediate results grow beyond all measure.
struct TooManyRows : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What an expression is evaluated on.
struct Scope {
  const Solutions* rows = nullptr;
  std::size_t row = 0;
  const std::vector<Value>* aggregates = nullptr;
  /// For EXISTS, by its hidden variable: whether it holds, row by row.
  const absl::flat_hash_map<std::size_t, std::vector<bool>>* exists = nullptr;
};

/// One evaluation. A group is evaluated from left to right on the solutions found so far, all at once: patterns extend
/// each row by what an index finds. Where that would give a part of the group knowledge that it must not have
/// (SPARQL 1.1, 18.2.2), the part is evaluated on its own and joined.
class Evaluator {
 public:
  Evaluator(const Query& query, Dataset& data, std::size_t most_rows)
      : query_(query), data_(data), width_(query.variables.size()), most_rows_(most_rows), fixed_(width_, unbound) {}

  Solutions select(const Select& select);
  Solutions where(const Group& group) { return this->group(group, unit()); }

 private:
  // Groups.
  Solutions unit() const;
  Solutions group(const Group& group, Solutions rows, bool with_filters = true);
  /// The group on the given rows: extended directly if that is the same as a join, else joined.
  Solutions joined(const Group& group, Solutions rows);
  bool may_extend(const Group& group, const Solutions& rows, bool filters_see_all) const;
  Solutions optional(const Element& element, Solutions rows);
  Solutions alternatives(const Element& element, const Solutions& rows);
  Solutions each_graph(const Element& element, const Solutions& rows);
  Solutions bind(const Element& element, Solutions rows);
  Solutions inline_data(const InlineData& data) const;

  // Triples and paths.
  Solutions patterns(std::vector<const Element*> run, Solutions rows, std::vector<const Expression*>& filters);
  double cost(const Element& element, const Solutions& rows) const;
  Solutions triple(const Element& element, const Solutions& rows) const;
  Solutions path(const Element& element, const Solutions& rows) const;
  void check_size(const Solutions& rows) const;

  // Expressions.
  Value value(const Expression& e, const Scope& scope) const;
  Value call(const Expression& e, const Scope& scope) const;
  Value logic(const Expression& e, const Scope& scope) const;
  Value membership(const Expression& e, const Scope& scope) const;
  Value variable(Variable v, const Scope& scope) const;
  Solutions filtered(const Expression& filter, const Solutions& rows);
  std::vector<Value> column(const Expression& e, const Solutions& rows);
  absl::flat_hash_map<std::size_t, std::vector<bool>> find_existing(const Expression& e, const Solutions& rows);

  // Queries.
  Solutions grouped(const Select& select, const Solutions& rows);
  Value aggregate(const Expression& e, const Solutions& rows, const std::vector<std::size_t>& members) const;
  void sort(const Select& select, Solutions& rows, const std::vector<std::vector<Value>>& keys) const;
  Solutions sliced(const Select& select, const Solutions& rows) const;

  const Query& query_;
  Dataset& data_;
  std::size_t width_;
  std::size_t most_rows_;
  std::vector<TermId> fixed_;  ///< variables that have one value throughout a part: the graph of a GRAPH ?g
};

}  // namespace depeche::sparql
