// Queries: grouping, aggregates, projection, order (SPARQL 1.1, sections 11, 15 and 18.5).
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "sparql/evaluate.hpp"
#include "sparql/evaluate_graph.hpp"
#include "sparql/evaluator.hpp"

namespace depeche::sparql {
namespace {

/// Whether the same value, as a term, was there before.
class Seen {
 public:
  explicit Seen(TermPool& terms) : terms_(terms) {}
  bool add(const Value& value) { return ids_.insert(terms_.add(term_of(value))).second; }

 private:
  TermPool& terms_;
  absl::flat_hash_set<TermId> ids_;
};

}  // namespace

Value Evaluator::aggregate(const Expression& e, const Solutions& rows, const std::vector<std::size_t>& members) const {
  if (e.arguments.empty()) {  // COUNT(*)
    if (!e.distinct) return make_number(static_cast<long double>(members.size()), Value::Type::integer);
    absl::flat_hash_set<std::vector<TermId>> seen;
    for (const std::size_t i : members) seen.insert({rows[i].begin(), rows[i].end()});
    return make_number(static_cast<long double>(seen.size()), Value::Type::integer);
  }
  std::vector<Value> values;
  Seen seen(data_.terms());
  bool failed = false;
  for (const std::size_t i : members) {
    Value v = value(e.arguments[0], {&rows, i, nullptr, nullptr});
    failed = failed || v.is_error();
    if (!v.is_error() && (!e.distinct || seen.add(v))) values.push_back(std::move(v));
  }
  if (e.name == "COUNT") return make_number(static_cast<long double>(values.size()), Value::Type::integer);
  if (e.name == "SAMPLE") return values.empty() ? Value{} : values.front();
  if (failed) return {};
  if (e.name == "MIN" || e.name == "MAX") {
    const auto less = [](const Value& a, const Value& b) { return sort_order(a, b) < 0; };
    if (values.empty()) return {};
    return e.name == "MIN" ? *std::min_element(values.begin(), values.end(), less)
                           : *std::max_element(values.begin(), values.end(), less);
  }
  if (e.name == "GROUP_CONCAT") {
    std::string text;
    for (const Value& v : values) {
      if (!v.is_literal() && v.type != Value::Type::iri) return {};
      if (&v != values.data()) text += e.separator;
      text += lexical_form(v);
    }
    return make_string(std::move(text));
  }
  Value sum = make_number(0, Value::Type::integer);
  for (const Value& v : values) sum = calculate('+', sum, v);
  if (e.name == "SUM" || values.empty()) return sum;
  return calculate('/', sum, make_number(static_cast<long double>(values.size()), Value::Type::integer));
}

Solutions Evaluator::grouped(const Select& select, const Solutions& rows) {
  Solutions keyed = rows;
  for (const Projection& key : select.keys) {
    if (!key.expression) continue;
    const std::vector<Value> values = column(*key.expression, keyed);
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      if (!values[i].is_error()) keyed[i][key.variable] = data_.terms().add(term_of(values[i]));
    }
  }
  absl::flat_hash_map<std::vector<TermId>, std::size_t> numbers;
  std::vector<std::vector<std::size_t>> groups;
  if (select.keys.empty()) groups.emplace_back();
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    std::vector<TermId> key;
    for (const Projection& k : select.keys) key.push_back(keyed[i][k.variable]);
    const auto at = numbers.try_emplace(std::move(key), numbers.size()).first;
    if (at->second == groups.size()) groups.emplace_back();
    groups[at->second].push_back(i);
  }
  Solutions out(width_);
  for (const std::vector<std::size_t>& members : groups) {
    std::vector<Value> aggregates;
    for (const Expression& e : select.aggregates) aggregates.push_back(aggregate(e, keyed, members));
    const std::size_t at = out.size();
    const std::span<TermId> row = out.add_empty();
    for (const Projection& k : select.keys) row[k.variable] = keyed[members.front()][k.variable];
    const Scope scope{&out, at, &aggregates, nullptr};
    bool kept = true;
    for (const Expression& condition : select.having) kept = kept && truth(value(condition, scope)) == true;
    for (const Projection& p : select.projection) {
      if (!p.expression) continue;
      const Value v = value(*p.expression, scope);
      if (!v.is_error()) out[at][p.variable] = data_.terms().add(term_of(v));
    }
    // Aggregates may also stand in ORDER BY: their values wait in hidden columns.
    for (const OrderKey& key : select.order) {
      const Value v = value(key.expression, scope);
      if (!v.is_error()) out[at][key.hidden] = data_.terms().add(term_of(v));
    }
    if (!kept) out.remove_last();
  }
  return out;
}

Solutions Evaluator::select(const Select& select) {
  Solutions rows = group(select.where, unit());
  if (select.values) rows = join(rows, inline_data(*select.values));
  if (select.grouped) {
    rows = grouped(select, rows);
  } else {
    for (const Projection& p : select.projection) {
      if (!p.expression) continue;
      const std::vector<Value> values = column(*p.expression, rows);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!values[i].is_error()) rows[i][p.variable] = data_.terms().add(term_of(values[i]));
      }
    }
  }
  if (!select.order.empty()) {
    std::vector<std::vector<Value>> keys;
    for (const OrderKey& key : select.order) {
      Expression hidden;
      hidden.kind = Expression::Kind::variable;
      hidden.variable = key.hidden;
      keys.push_back(column(select.grouped ? hidden : key.expression, rows));
    }
    sort(select, rows, keys);
  }
  return sliced(select, rows);
}

void Evaluator::sort(const Select& select, Solutions& rows, const std::vector<std::vector<Value>>& keys) const {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const auto c = sort_order(keys[k][a], keys[k][b]);
      if (c != 0) return select.order[k].descending ? c > 0 : c < 0;
    }
    return false;
  });
  Solutions sorted = rows.like();
  sorted.reserve(rows.size());
  for (const std::size_t i : order) sorted.add(rows[i]);
  rows = std::move(sorted);
}

/// What is projected, DISTINCT, and between OFFSET and LIMIT; nothing else has a value afterwards.
Solutions Evaluator::sliced(const Select& select, const Solutions& rows) const {
  Solutions out(width_);
  absl::flat_hash_set<std::vector<TermId>> seen;
  std::uint64_t passed = 0;
  for (std::size_t i = 0; i < rows.size() && (!select.limit || out.size() < *select.limit); ++i) {
    std::vector<TermId> row(width_, unbound);
    for (const Projection& p : select.projection) row[p.variable] = rows[i][p.variable];
    if (select.distinct && !seen.insert(row).second) continue;
    if (passed++ >= select.offset) out.add(row);
  }
  out.find_certain();
  return out;
}

Result<Answer> evaluate(const Query& query, Dataset& data, std::size_t most_rows) {
  try {
    Evaluator evaluator(query, data, most_rows);
    Answer answer;
    answer.form = query.form;
    if (query.form == Query::Form::ask) {
      answer.yes = evaluator.where(query.select.where).size() > 0;
      return answer;
    }
    const Solutions rows = evaluator.select(query.select);
    if (answer.is_graph()) {
      answer.triples =
          query.form == Query::Form::construct ? construct(query, rows, data) : describe(query, rows, data);
      return answer;
    }
    for (const Projection& p : query.select.projection) answer.columns.push_back(query.variables[p.variable]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<Cell> row;
      for (const Projection& p : query.select.projection) {
        const TermId id = rows[i][p.variable];
        row.push_back(id == unbound ? Cell() : Cell(data.terms()[id]));
      }
      answer.rows.push_back(std::move(row));
    }
    return answer;
  } catch (const TooManyRows& e) {
    return fail(e.what());
  }
}

}  // namespace depeche::sparql
