// Groups and what they are made of (SPARQL 1.1, 18.2 to 18.5).
#include <algorithm>
#include <iterator>
#include <utility>

#include "sparql/evaluator.hpp"
#include "sparql/parser.hpp"

namespace depeche::sparql {
namespace {

using Kind = Element::Kind;

void add_certain(const Element& e, std::vector<bool>& certain);

/// The variables that a group gives a value in every solution.
std::vector<bool> certain_of(const Group& group, std::size_t width) {
  std::vector<bool> certain(width, false);
  for (const Element& e : group.elements) add_certain(e, certain);
  return certain;
}

void add_certain(const Element& e, std::vector<bool>& certain) {
  const auto add = [&](const Node& node) {
    if (node.variable) certain[node.value] = true;
  };
  if (e.kind == Kind::triple || e.kind == Kind::path) {
    add(e.triple.subject);
    if (e.kind == Kind::triple) add(e.triple.predicate);
    add(e.triple.object);
    add(e.graph);
  } else if (e.kind == Kind::group || e.kind == Kind::graph || e.kind == Kind::alternatives) {
    std::vector<bool> common(certain.size(), true);
    for (const Group& inner : e.groups) {
      const std::vector<bool> own = certain_of(inner, certain.size());
      for (std::size_t v = 0; v < own.size(); ++v) common[v] = common[v] && own[v];
    }
    for (std::size_t v = 0; v < common.size(); ++v) certain[v] = certain[v] || common[v];
    if (e.kind == Kind::graph) add(e.graph);
  } else if (e.kind == Kind::values) {
    for (std::size_t c = 0; c < e.values.variables.size(); ++c) {
      if (std::all_of(e.values.rows.begin(), e.values.rows.end(), [&](const auto& row) { return row[c] != unbound; }))
        certain[e.values.variables[c]] = true;
    }
  }
}

void append(Solutions& out, const Solutions& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) out.add(rows[i]);
}

}  // namespace

Solutions Evaluator::unit() const {
  Solutions rows(width_);
  const std::span<TermId> row = rows.add_empty();
  std::copy(fixed_.begin(), fixed_.end(), row.begin());
  rows.find_certain();
  return rows;
}

bool Evaluator::may_extend(const Group& group, const Solutions& rows, bool filters_see_all) const {
  std::vector<bool> known(width_, false), certain(width_, false);
  for (Variable v = 0; v < width_; ++v) known[v] = fixed_[v] == unbound && rows.occurs(v);
  const auto sees_too_much = [&](const Variables& used) {
    return std::any_of(used.begin(), used.end(), [&](Variable v) { return known[v] && !certain[v]; });
  };
  for (const Element& e : group.elements) {
    Variables used;
    if (e.kind == Kind::bind) {
      collect_variables(e.expression, used);
      if (known[e.target]) return false;
    }
    if (e.kind == Kind::optional || e.kind == Kind::minus) collect_variables(e.groups[0], used);
    if (sees_too_much(used)) return false;
    add_certain(e, certain);
  }
  return filters_see_all || std::none_of(group.filters.begin(), group.filters.end(), [&](const Expression& filter) {
           Variables used;
           collect_variables(filter, used);
           return sees_too_much(used);
         });
}

Solutions Evaluator::group(const Group& group, Solutions rows, bool with_filters) {
  std::vector<const Expression*> filters;
  if (with_filters) {
    for (const Expression& filter : group.filters) filters.push_back(&filter);
  }
  const auto is_pattern = [](const Element& e) { return e.kind == Kind::triple || e.kind == Kind::path; };
  for (auto at = group.elements.begin(); at != group.elements.end();) {
    const Element& e = *at;
    switch (e.kind) {
      case Kind::triple:
      case Kind::path: {
        const auto end = std::find_if_not(at, group.elements.end(), is_pattern);
        std::vector<const Element*> run;
        std::transform(at, end, std::back_inserter(run), [](const Element& part) { return &part; });
        rows = patterns(std::move(run), std::move(rows), filters);
        at = end;
        continue;
      }
      case Kind::bind:
        rows = bind(e, std::move(rows));
        break;
      case Kind::values:
        rows = join(rows, inline_data(e.values));
        break;
      case Kind::optional:
        rows = optional(e, std::move(rows));
        break;
      case Kind::minus:
        rows = subtract(rows, this->group(e.groups[0], unit()));
        break;
      case Kind::alternatives:
        rows = alternatives(e, rows);
        break;
      case Kind::group:
        rows = joined(e.groups[0], std::move(rows));
        break;
      case Kind::graph:
        rows = each_graph(e, rows);
        break;
      case Kind::select:
        rows = join(rows, select(*e.select));
        break;
    }
    check_size(rows);
    ++at;
  }
  for (const Expression* filter : filters) rows = filtered(*filter, rows);
  return rows;
}

Solutions Evaluator::joined(const Group& group, Solutions rows) {
  if (may_extend(group, rows, false)) return this->group(group, std::move(rows));
  return join(rows, this->group(group, unit()));
}

Solutions Evaluator::optional(const Element& element, Solutions rows) {
  const Group& inner = element.groups[0];
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i][element.tag] = static_cast<TermId>(i + 1);
  rows.set_certain(element.tag);
  Solutions found(width_);
  if (may_extend(inner, rows, true)) {
    found = group(inner, rows);
  } else {
    found = join(rows, group(inner, unit(), false));
    for (const Expression& filter : inner.filters) found = filtered(filter, found);
  }
  std::vector<bool> matched(rows.size(), false);
  for (std::size_t i = 0; i < found.size(); ++i) {
    matched[found[i][element.tag] - 1] = true;
    found[i][element.tag] = unbound;
  }
  bool all = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (matched[i]) continue;
    all = false;
    found.add(rows[i])[element.tag] = unbound;
  }
  if (!all) {
    for (Variable v = 0; v < width_; ++v) found.set_certain(v, rows.is_certain(v));
  }
  found.set_certain(element.tag, false);
  return found;
}

Solutions Evaluator::alternatives(const Element& element, const Solutions& rows) {
  Solutions out(width_);
  std::vector<bool> certain(width_, true);
  for (const Group& branch : element.groups) {
    const Solutions found = joined(branch, rows);
    append(out, found);
    for (Variable v = 0; v < width_; ++v) certain[v] = certain[v] && (found.is_certain(v) || found.size() == 0);
  }
  for (Variable v = 0; v < width_; ++v) out.set_certain(v, certain[v]);
  return out;
}

Solutions Evaluator::each_graph(const Element& element, const Solutions& rows) {
  Solutions found(width_);
  const Variable v = element.graph.value;
  const TermId outer = fixed_[v];
  for (const TermId graph : data_.graphs()) {
    if (outer != unbound && outer != graph) continue;
    fixed_[v] = graph;
    append(found, group(element.groups[0], unit()));
    check_size(found);
  }
  fixed_[v] = outer;
  found.find_certain();
  return join(rows, found);
}

Solutions Evaluator::bind(const Element& element, Solutions rows) {
  const std::vector<Value> values = column(element.expression, rows);
  bool all = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    all = all && !values[i].is_error();
    if (!values[i].is_error()) rows[i][element.target] = data_.terms().add(term_of(values[i]));
  }
  rows.set_certain(element.target, all);
  return rows;
}

Solutions Evaluator::inline_data(const InlineData& data) const {
  Solutions rows(width_);
  for (const std::vector<TermId>& given : data.rows) {
    const std::span<TermId> row = rows.add_empty();
    for (std::size_t c = 0; c < given.size(); ++c) row[data.variables[c]] = given[c];
  }
  rows.find_certain();
  return rows;
}

}  // namespace depeche::sparql
