// Groups, triples and property paths (SPARQL 1.1, sections 5 to 9).
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sparql/names.hpp"
#include "sparql/parser.hpp"

namespace depeche::sparql {
namespace {

bool only_triples(const Group& group) {
  return group.filters.empty() && std::all_of(group.elements.begin(), group.elements.end(),
                                              [](const Element& e) { return e.kind == Element::Kind::triple; });
}

bool holds_select(const Group& group) {
  return std::any_of(group.elements.begin(), group.elements.end(), [](const Element& e) {
    return e.kind == Element::Kind::select || std::any_of(e.groups.begin(), e.groups.end(), holds_select);
  });
}

/// True if the patterns of a GRAPH ?g group bind ?g themselves, before anything depends on it.
bool binds_its_graph(const Group& group) {
  if (group.elements.empty() || holds_select(group)) return false;
  const Element& first = group.elements.front();
  switch (first.kind) {
    case Element::Kind::triple:
      return true;
    case Element::Kind::group:
    case Element::Kind::alternatives:
      return std::all_of(first.groups.begin(), first.groups.end(), binds_its_graph);
    default:
      return false;
  }
}

Element make_element(Element::Kind kind) {
  Element element;
  element.kind = kind;
  return element;
}

}  // namespace

Group Parser::parse_group() {
  const Deeper deeper(*this);
  expect_mark("{");
  Group group;
  if (is_word("SELECT")) {
    Element element = make_element(Element::Kind::select);
    element.select = std::make_shared<Select>();
    parse_select(*element.select);
    group.elements.push_back(std::move(element));
    expect_mark("}");
    return group;
  }
  bool after_triples = false;  // between two blocks of triples a dot is needed
  while (!take_mark("}")) parse_element(group, after_triples);
  return group;
}

void Parser::parse_element(Group& group, bool& after_triples) {
  using Kind = Element::Kind;
  const bool dot_missing = std::exchange(after_triples, false);
  if (take_word("FILTER")) {
    group.filters.push_back(parse_constraint());
  } else if (is_word("OPTIONAL") || is_word("MINUS")) {
    Element element = make_element(is_word("MINUS") ? Kind::minus : Kind::optional);
    take();
    element.tag = hidden_variable();
    element.groups.push_back(parse_group());
    group.elements.push_back(std::move(element));
  } else if (take_word("GRAPH")) {
    parse_graph(group);
  } else if (take_word("BIND")) {
    Element element = make_element(Kind::bind);
    expect_mark("(");
    element.expression = parse_expression();
    expect_word("AS");
    const std::size_t at = peek().offset;
    element.target = parse_variable();
    expect_mark(")");
    Variables used;
    collect_variables(group, used);
    if (std::find(used.begin(), used.end(), element.target) != used.end()) {
      throw SyntaxError(at, fmt::format("?{} has a meaning already", query_.variables[element.target]),
                        "BIND needs a variable that does not occur before");
    }
    group.elements.push_back(std::move(element));
  } else if (take_word("VALUES")) {
    Element element = make_element(Kind::values);
    element.values = parse_values();
    group.elements.push_back(std::move(element));
  } else if (is_word("SERVICE")) {
    fail_expecting("a pattern", "SERVICE is not evaluated here: depeche query uses no network of its own");
  } else if (is_mark("{")) {
    parse_alternatives(group);
  } else if (take_mark(".") && !group.elements.empty()) {
    return;
  } else {
    if (dot_missing) fail_expecting("'.', ';', ',' or '}'");
    parse_triples_same_subject(group);
    after_triples = !take_mark(".");
  }
}

void Parser::parse_alternatives(Group& group) {
  Element element = make_element(Element::Kind::alternatives);
  do {
    element.groups.push_back(parse_group());
  } while (take_word("UNION"));
  if (element.groups.size() == 1) element.kind = Element::Kind::group;
  group.elements.push_back(std::move(element));
}

void Parser::parse_graph(Group& group) {
  const Node graph = parse_variable_or_term();
  const Node outer = std::exchange(graph_, graph);
  Group inner = parse_group();
  graph_ = outer;
  if (only_triples(inner) && !inner.elements.empty()) {
    group.elements.insert(group.elements.end(), inner.elements.begin(), inner.elements.end());
    return;
  }
  Element element =
      make_element(!graph.variable || binds_its_graph(inner) ? Element::Kind::group : Element::Kind::graph);
  element.graph = graph;
  element.groups.push_back(std::move(inner));
  group.elements.push_back(std::move(element));
}

void Parser::parse_triples_same_subject(Group& group) {
  if (is_mark("[")) {
    const Node subject = parse_blank_properties(group);
    if (!is_mark(".") && !is_mark("}")) parse_properties(group, subject);
    return;
  }
  const Node subject = parse_variable_or_term();
  parse_properties(group, subject);
}

void Parser::parse_properties(Group& group, const Node& subject) {
  for (;;) {
    Path path;
    Node predicate;
    const bool is_variable = peek().kind == Token::Kind::variable;
    if (is_variable) {
      predicate = Node::of_variable(parse_variable());
    } else {
      const std::size_t offset = peek().offset;
      path = parse_path();
      if (in_template_ && path.kind != Path::Kind::link) throw SyntaxError(offset, "no path can be constructed");
    }
    do {
      const Node object = parse_object(group);
      if (!is_variable) {
        add_path(group, subject, path, object);
        continue;
      }
      Element element = make_element(Element::Kind::triple);
      element.triple = {subject, predicate, object};
      element.graph = graph_;
      group.elements.push_back(std::move(element));
    } while (take_mark(","));
    if (!take_mark(";")) return;
    while (take_mark(";")) {
    }
    if (is_mark(".") || is_mark("}") || is_mark("]")) return;
  }
}

Node Parser::parse_object(Group& group) {
  return is_mark("[") ? parse_blank_properties(group) : parse_variable_or_term();
}

Node Parser::parse_blank_properties(Group& group) {
  const Deeper deeper(*this);
  expect_mark("[");
  const Node node = Node::of_variable(hidden_variable());
  if (!is_mark("]")) parse_properties(group, node);
  expect_mark("]");
  return node;
}

Node Parser::parse_variable_or_term() {
  if (peek().kind == Token::Kind::variable) return Node::of_variable(parse_variable());
  if (peek().kind == Token::Kind::blank) {
    const auto [at, is_new] = blanks_.try_emplace(peek().text, 0);
    if (is_new) at->second = hidden_variable();
    take();
    return Node::of_variable(at->second);
  }
  if (is_mark("(")) fail_expecting("a variable or a term", "lists in brackets are not evaluated here");
  return Node::of_term(parse_term());
}

Variable Parser::parse_variable() {
  if (peek().kind != Token::Kind::variable) fail_expecting("a variable");
  return variable(take().text);
}

Path Parser::parse_path() {
  const Deeper deeper(*this);
  Path path = parse_path_sequence();
  if (!is_mark("|")) return path;
  Path all{Path::Kind::alternative, unbound, {std::move(path)}};
  while (take_mark("|")) all.parts.push_back(parse_path_sequence());
  return all;
}

Path Parser::parse_path_sequence() {
  Path path = parse_path_step();
  if (!is_mark("/")) return path;
  Path all{Path::Kind::sequence, unbound, {std::move(path)}};
  while (take_mark("/")) all.parts.push_back(parse_path_step());
  return all;
}

Path Parser::parse_path_step() {
  if (take_mark("^")) return {Path::Kind::inverse, unbound, {parse_path_step()}};
  Path path = parse_path_primary();
  if (take_mark("*")) return {Path::Kind::zero_or_more, unbound, {std::move(path)}};
  if (take_mark("+")) return {Path::Kind::one_or_more, unbound, {std::move(path)}};
  if (take_mark("?")) return {Path::Kind::zero_or_one, unbound, {std::move(path)}};
  return path;
}

Path Parser::parse_path_primary() {
  if (take_mark("(")) {
    Path path = parse_path();
    expect_mark(")");
    return path;
  }
  if (take_mark("!")) return parse_negated_set();
  if (peek().kind == Token::Kind::word && peek().text == "a") {
    take();
    return {Path::Kind::link, terms_.add_iri(rdf_type), {}};
  }
  if (peek().kind != Token::Kind::iri && peek().kind != Token::Kind::name) fail_expecting("a property");
  return {Path::Kind::link, terms_.add_iri(parse_iri()), {}};
}

Path Parser::parse_negated_set() {
  Path path{Path::Kind::none_of, unbound, {}};
  const bool several = take_mark("(");
  do {
    path.parts.push_back(is_mark("^") ? parse_path_step() : parse_path_primary());
  } while (several && take_mark("|"));
  if (several) expect_mark(")");
  return path;
}

void Parser::add_path(Group& group, const Node& subject, const Path& path, const Node& object) {
  Element element = make_element(Element::Kind::triple);
  element.graph = graph_;
  switch (path.kind) {
    case Path::Kind::link:
      element.triple = {subject, Node::of_term(path.link), object};
      break;
    case Path::Kind::inverse:
      return add_path(group, object, path.parts[0], subject);
    case Path::Kind::sequence: {
      Node from = subject;
      for (std::size_t i = 0; i + 1 < path.parts.size(); ++i) {
        const Node to = Node::of_variable(hidden_variable());
        add_path(group, from, path.parts[i], to);
        from = to;
      }
      return add_path(group, from, path.parts.back(), object);
    }
    case Path::Kind::alternative:
      element.kind = Element::Kind::alternatives;
      for (const Path& part : path.parts) {
        Group branch;
        add_path(branch, subject, part, object);
        element.groups.push_back(std::move(branch));
      }
      break;
    default:
      element.kind = Element::Kind::path;
      element.triple = {subject, {}, object};
      element.path = path;
  }
  group.elements.push_back(std::move(element));
}

}  // namespace depeche::sparql
