// Expressions and terms (SPARQL 1.1, sections 4 and 17).
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sparql/functions.hpp"
#include "sparql/names.hpp"
#include "sparql/parser.hpp"

namespace depeche::sparql {
namespace {

constexpr std::array<std::string_view, 7> aggregate_names{"COUNT", "SUM",    "MIN",         "MAX",
                                                          "AVG",   "SAMPLE", "GROUP_CONCAT"};

Expression make_call(std::string name, std::vector<Expression> arguments) {
  Expression e;
  e.kind = Expression::Kind::call;
  e.name = std::move(name);
  e.arguments = std::move(arguments);
  return e;
}

}  // namespace

Expression Parser::parse_expression() {
  const Deeper deeper(*this);
  Expression left = parse_and();
  while (take_mark("||")) left = make_call("||", {std::move(left), parse_and()});
  return left;
}

Expression Parser::parse_and() {
  Expression left = parse_comparison();
  while (take_mark("&&")) left = make_call("&&", {std::move(left), parse_comparison()});
  return left;
}

Expression Parser::parse_comparison() {
  Expression left = parse_sum();
  for (const std::string_view mark : {"=", "!=", "<=", ">=", "<", ">"}) {
    if (take_mark(mark)) return make_call(std::string(mark), {std::move(left), parse_sum()});
  }
  const bool negated = take_word("NOT");
  if (!is_word("IN")) {
    if (negated) fail_expecting("IN");
    return left;
  }
  take();
  std::vector<Expression> arguments = parse_arguments();
  arguments.insert(arguments.begin(), std::move(left));
  Expression in = make_call("in", std::move(arguments));
  in.negated = negated;
  return in;
}

Expression Parser::parse_sum() {
  Expression left = parse_product();
  for (;;) {
    if (take_mark("+")) {
      left = make_call("+", {std::move(left), parse_product()});
    } else if (take_mark("-")) {
      left = make_call("-", {std::move(left), parse_product()});
    } else {
      return left;
    }
  }
}

Expression Parser::parse_product() {
  Expression left = parse_unary();
  for (;;) {
    if (take_mark("*")) {
      left = make_call("*", {std::move(left), parse_unary()});
    } else if (take_mark("/")) {
      left = make_call("/", {std::move(left), parse_unary()});
    } else {
      return left;
    }
  }
}

Expression Parser::parse_unary() {
  const Deeper deeper(*this);
  if (take_mark("!")) return make_call("!", {parse_unary()});
  if (take_mark("+")) {
    Expression zero;
    zero.constant = terms_.add({rdf::ReadTerm::Kind::literal, "0", std::string(xsd::integer), {}});
    return make_call("+", {std::move(zero), parse_unary()});
  }
  if (take_mark("-")) return make_call("negate", {parse_unary()});
  return parse_primary();
}

Expression Parser::parse_primary() {
  if (take_mark("(")) {
    Expression e = parse_expression();
    expect_mark(")");
    return e;
  }
  Expression e;
  if (peek().kind == Token::Kind::variable) {
    e.kind = Expression::Kind::variable;
    e.variable = parse_variable();
    return e;
  }
  if (take_word("NOT")) {
    expect_word("EXISTS");
    return parse_exists(true);
  }
  if (take_word("EXISTS")) return parse_exists(false);
  const Token& next = tokens_[std::min(at_ + 1, tokens_.size() - 1)];
  const bool called = next.kind == Token::Kind::mark && next.text == "(";
  if (called &&
      (peek().kind == Token::Kind::word || peek().kind == Token::Kind::name || peek().kind == Token::Kind::iri))
    return parse_call();
  e.constant = parse_term();
  return e;
}

Expression Parser::parse_call() {
  const Token token = take();
  if (token.kind != Token::Kind::word) {
    --at_;
    const std::string iri = parse_iri();
    if (!is_cast(iri)) throw SyntaxError(token.offset, fmt::format("there is no function <{}>", iri));
    Expression cast = make_call(iri, parse_arguments());
    if (cast.arguments.size() != 1) throw SyntaxError(token.offset, "a cast takes one argument");
    return cast;
  }
  const std::string name = upper(token.text);
  if (std::find(aggregate_names.begin(), aggregate_names.end(), name) != aggregate_names.end()) {
    if (aggregates_ == nullptr)
      throw SyntaxError(token.offset, fmt::format("{} has no place here", name),
                        "aggregates stand in SELECT, HAVING and ORDER BY");
    return parse_aggregate(name);
  }
  const Function* const function = find_function(name);
  if (function == nullptr) {
    std::string hint;
    if (const std::string_view near = nearest_function(name); !near.empty())
      hint = fmt::format("did you mean {}?", near);
    if (depends_on_run(name)) hint = "what depends on chance or time is not evaluated here";
    throw SyntaxError(token.offset, fmt::format("there is no function {}", token.text), std::move(hint));
  }
  Expression call = make_call(name, parse_arguments());
  const std::size_t n = call.arguments.size();
  if (n < function->least || n > function->most) {
    throw SyntaxError(token.offset,
                      fmt::format("{} takes {} arguments, not {}", name,
                                  function->least == function->most ? fmt::format("{}", function->least)
                                                                    : fmt::format("{} or more", function->least),
                                  n));
  }
  if (name == "BOUND" && call.arguments[0].kind != Expression::Kind::variable) {
    throw SyntaxError(token.offset, "BOUND takes a variable");
  }
  return call;
}

Expression Parser::parse_aggregate(const std::string& name) {
  Expression e;
  e.kind = Expression::Kind::aggregate;
  e.name = name;
  e.separator = " ";
  std::vector<Expression>* const list = std::exchange(aggregates_, nullptr);
  expect_mark("(");
  e.distinct = take_word("DISTINCT");
  if (name != "COUNT" || !take_mark("*")) e.arguments.push_back(parse_expression());
  if (take_mark(";")) {
    expect_word("SEPARATOR");
    expect_mark("=");
    if (peek().kind != Token::Kind::string) fail_expecting("a string");
    e.separator = take().text;
  }
  expect_mark(")");
  aggregates_ = list;
  e.number = list->size();
  list->push_back(e);
  return e;
}

Expression Parser::parse_exists(bool negated) {
  Expression e;
  e.kind = Expression::Kind::exists;
  e.negated = negated;
  std::vector<Expression>* const list = std::exchange(aggregates_, nullptr);
  e.pattern = std::make_shared<Group>(parse_group());
  aggregates_ = list;
  e.number = hidden_variable();
  return e;
}

Expression Parser::parse_constraint() {
  if (is_mark("(") || is_word("NOT") || is_word("EXISTS")) return parse_primary();
  if (peek().kind == Token::Kind::word || peek().kind == Token::Kind::name || peek().kind == Token::Kind::iri) {
    return parse_call();
  }
  fail_expecting("a condition in brackets, a function or EXISTS");
}

std::vector<Expression> Parser::parse_arguments() {
  std::vector<Expression> arguments;
  expect_mark("(");
  if (take_mark(")")) return arguments;
  do {
    arguments.push_back(parse_expression());
  } while (take_mark(","));
  expect_mark(")");
  return arguments;
}

TermId Parser::parse_term() {
  const Token& token = peek();
  switch (token.kind) {
    case Token::Kind::iri:
    case Token::Kind::name:
      return terms_.add_iri(parse_iri());
    case Token::Kind::integer:
    case Token::Kind::decimal:
    case Token::Kind::floating:
      return add_number(take(), false);
    case Token::Kind::string:
      return parse_literal();
    default:
      break;
  }
  if (is_word("TRUE") || is_word("FALSE")) {
    return terms_.add(
        {rdf::ReadTerm::Kind::literal, upper(take().text) == "TRUE" ? "true" : "false", std::string(xsd::boolean), {}});
  }
  if (is_mark("-") || is_mark("+")) {
    const bool negative = take().text == "-";
    if (peek().kind == Token::Kind::integer || peek().kind == Token::Kind::decimal ||
        peek().kind == Token::Kind::floating) {
      return add_number(take(), negative);
    }
    fail_expecting("a number");
  }
  fail_expecting(
      "a term", token.kind == Token::Kind::word ? "a string stands in quotes, an IRI in <…>, a variable behind ?" : "");
}

TermId Parser::parse_literal() {
  rdf::ReadTerm term{rdf::ReadTerm::Kind::literal, take().text, {}, {}};
  if (peek().kind == Token::Kind::language) {
    term.language = take().text;
  } else if (take_mark("^^")) {
    term.datatype = parse_iri();
  }
  return terms_.add(std::move(term));
}

TermId Parser::add_number(const Token& token, bool negative) {
  const std::string_view datatype = token.kind == Token::Kind::integer   ? xsd::integer
                                    : token.kind == Token::Kind::decimal ? xsd::decimal
                                                                         : xsd::floating;
  return terms_.add({rdf::ReadTerm::Kind::literal, (negative ? "-" : "") + token.text, std::string(datatype), {}});
}

std::string Parser::parse_iri() {
  if (peek().kind == Token::Kind::name) return resolve_name(take());
  if (peek().kind != Token::Kind::iri) fail_expecting("an IRI");
  const std::string& text = take().text;
  return text.find(':') == std::string::npos ? base_ + text : text;
}

std::string Parser::resolve_name(const Token& token) const {
  const std::size_t colon = token.text.find(':');
  const std::string prefix = token.text.substr(0, colon);
  const auto at = prefixes_.find(prefix);
  if (at != prefixes_.end()) return at->second + token.text.substr(colon + 1);
  throw SyntaxError(token.offset, fmt::format("the prefix '{}:' is not declared", prefix),
                    fmt::format("begin the query with PREFIX {}: <…>", prefix));
}

}  // namespace depeche::sparql
