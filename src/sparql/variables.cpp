// Which variables a part of a query mentions.
#include "sparql/parser.hpp"

namespace depeche::sparql {
namespace {

void add(const Node& node, Variables& out) {
  if (node.variable) out.push_back(node.value);
}

void collect(const Group& group, bool mentioned, Variables& out) {
  for (const Element& e : group.elements) {
    using Kind = Element::Kind;
    if (e.kind == Kind::triple || e.kind == Kind::path) {
      add(e.triple.subject, out);
      if (e.kind == Kind::triple) add(e.triple.predicate, out);
      add(e.triple.object, out);
    }
    if (e.kind == Kind::triple || e.kind == Kind::path || e.kind == Kind::graph) add(e.graph, out);
    if (e.kind == Kind::bind) {
      out.push_back(e.target);
      if (mentioned) collect_variables(e.expression, out);
    }
    out.insert(out.end(), e.values.variables.begin(), e.values.variables.end());
    if (e.kind == Kind::minus && !mentioned) continue;
    for (const Group& inner : e.groups) collect(inner, mentioned, out);
    if (e.select == nullptr) continue;
    for (const Projection& p : e.select->projection) out.push_back(p.variable);
  }
  if (!mentioned) return;
  for (const Expression& filter : group.filters) collect_variables(filter, out);
}

}  // namespace

void collect_variables(const Expression& expression, Variables& out, bool outside_aggregates) {
  if (expression.kind == Expression::Kind::variable) out.push_back(expression.variable);
  if (expression.kind == Expression::Kind::aggregate && outside_aggregates) return;
  for (const Expression& argument : expression.arguments) collect_variables(argument, out, outside_aggregates);
  if (expression.pattern != nullptr) collect(*expression.pattern, true, out);
}

void collect_variables(const Group& group, Variables& out) {
  collect(group, true, out);
}

void collect_visible(const Group& group, Variables& out) {
  collect(group, false, out);
}

}  // namespace depeche::sparql
