// Expressions on rows (SPARQL 1.1, section 17).
#include <algorithm>
#include <utility>

#include "sparql/evaluator.hpp"
#include "sparql/functions.hpp"

namespace depeche::sparql {
namespace {

Value from_truth(std::optional<bool> truth) {
  return truth ? make_boolean(*truth) : Value{};
}

bool is_operator(const std::string& name) {
  return name.size() <= 2 && std::string_view("=!<>+-*/").find(name[0]) != std::string_view::npos;
}

Value apply_operator(const std::string& name, const Value& a, const Value& b) {
  if (name == "=") return from_truth(equal(a, b));
  if (name == "!=") {
    const auto same = equal(a, b);
    return same ? make_boolean(!*same) : Value{};
  }
  if (name[0] != '<' && name[0] != '>') return calculate(name[0], a, b);
  const auto order = compare(a, b);
  if (!order) return {};
  if (name == "<") return make_boolean(*order < 0);
  if (name == ">") return make_boolean(*order > 0);
  return make_boolean(name == "<=" ? *order <= 0 : *order >= 0);
}

void collect_exists(const Expression& e, std::vector<const Expression*>& out) {
  if (e.kind == Expression::Kind::exists) out.push_back(&e);
  for (const Expression& argument : e.arguments) collect_exists(argument, out);
}

}  // namespace

Value Evaluator::variable(Variable v, const Scope& scope) const {
  const TermId id = (*scope.rows)[scope.row][v];
  return id == unbound ? Value{} : value_of(data_.terms()[id]);
}

Value Evaluator::value(const Expression& e, const Scope& scope) const {
  switch (e.kind) {
    case Expression::Kind::constant:
      return value_of(data_.terms()[e.constant]);
    case Expression::Kind::variable:
      return variable(e.variable, scope);
    case Expression::Kind::exists:
      if (scope.exists == nullptr) return {};
      return make_boolean(scope.exists->at(e.number)[scope.row] != e.negated);
    case Expression::Kind::aggregate:
      return (*scope.aggregates)[e.number];
    case Expression::Kind::call:
      break;
  }
  return call(e, scope);
}

Value Evaluator::call(const Expression& e, const Scope& scope) const {
  const auto argument = [&](std::size_t i) { return value(e.arguments[i], scope); };
  if (e.name == "&&" || e.name == "||") return logic(e, scope);
  if (e.name == "in") return membership(e, scope);
  if (e.name == "!") {
    const auto t = truth(argument(0));
    return t ? make_boolean(!*t) : Value{};
  }
  if (e.name == "negate") return calculate('-', make_number(0, Value::Type::integer), argument(0));
  if (is_operator(e.name)) return apply_operator(e.name, argument(0), argument(1));
  if (e.name == "BOUND") return make_boolean((*scope.rows)[scope.row][e.arguments[0].variable] != unbound);
  if (e.name == "IF") {
    const auto t = truth(argument(0));
    return t ? argument(*t ? 1 : 2) : Value{};
  }
  if (e.name == "COALESCE") {
    for (std::size_t i = 0; i < e.arguments.size(); ++i) {
      if (Value v = argument(i); !v.is_error()) return v;
    }
    return {};
  }
  std::vector<Value> arguments;
  for (std::size_t i = 0; i < e.arguments.size(); ++i) arguments.push_back(argument(i));
  if (const Function* const function = find_function(e.name)) return function->apply(arguments);
  return cast(arguments[0], e.name);
}

Value Evaluator::logic(const Expression& e, const Scope& scope) const {
  const bool deciding = e.name == "||";  // the value of one side that decides, whatever the other is
  const auto a = truth(value(e.arguments[0], scope));
  if (a == deciding) return make_boolean(deciding);
  const auto b = truth(value(e.arguments[1], scope));
  if (b == deciding) return make_boolean(deciding);
  return a && b ? make_boolean(!deciding) : Value{};
}

Value Evaluator::membership(const Expression& e, const Scope& scope) const {
  const Value sought = value(e.arguments[0], scope);
  bool doubt = false;
  for (std::size_t i = 1; i < e.arguments.size(); ++i) {
    const auto same = equal(sought, value(e.arguments[i], scope));
    if (same == true) return make_boolean(!e.negated);
    doubt = doubt || !same;
  }
  return doubt ? Value{} : make_boolean(e.negated);
}

absl::flat_hash_map<std::size_t, std::vector<bool>> Evaluator::find_existing(const Expression& e,
                                                                             const Solutions& rows) {
  absl::flat_hash_map<std::size_t, std::vector<bool>> out;
  std::vector<const Expression*> patterns;
  collect_exists(e, patterns);
  for (const Expression* pattern : patterns) {
    const auto tag = static_cast<Variable>(pattern->number);
    std::vector<bool> holds(rows.size(), false);
    constexpr std::size_t at_once = 256;  // what is found is only counted: little of it need be in memory
    for (std::size_t begin = 0; begin < rows.size(); begin += at_once) {
      Solutions some = rows.like();
      for (std::size_t i = begin; i < std::min(rows.size(), begin + at_once); ++i) {
        some.add(rows[i])[tag] = static_cast<TermId>(i + 1);
      }
      const Solutions found = group(*pattern->pattern, std::move(some));
      for (std::size_t i = 0; i < found.size(); ++i) holds[found[i][tag] - 1] = true;
    }
    out[pattern->number] = std::move(holds);
  }
  return out;
}

std::vector<Value> Evaluator::column(const Expression& e, const Solutions& rows) {
  const auto existing = find_existing(e, rows);
  std::vector<Value> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(value(e, {&rows, i, nullptr, &existing}));
  return out;
}

Solutions Evaluator::filtered(const Expression& filter, const Solutions& rows) {
  const auto existing = find_existing(filter, rows);
  Solutions out = rows.like();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (truth(value(filter, {&rows, i, nullptr, &existing})) == true) out.add(rows[i]);
  }
  return out;
}

}  // namespace depeche::sparql
