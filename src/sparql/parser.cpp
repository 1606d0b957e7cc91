#include "sparql/parser.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "sparql/parse.hpp"

namespace depeche::sparql {

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

bool Parser::is_word(std::string_view upper_case) const {
  return peek().kind == Token::Kind::word && upper(peek().text) == upper_case;
}

bool Parser::take_mark(std::string_view mark) {
  const bool found = is_mark(mark);
  if (found) take();
  return found;
}

bool Parser::take_word(std::string_view upper_case) {
  const bool found = is_word(upper_case);
  if (found) take();
  return found;
}

void Parser::expect_mark(std::string_view mark) {
  if (!take_mark(mark)) fail_expecting(fmt::format("'{}'", mark));
}

void Parser::expect_word(std::string_view upper_case) {
  if (!take_word(upper_case)) fail_expecting(std::string(upper_case));
}

void Parser::fail_expecting(const std::string& expected, std::string hint) const {
  const Token& token = peek();
  const std::string found = token.kind == Token::Kind::end ? "the query ends" : fmt::format("found '{}'", token.text);
  throw SyntaxError(token.offset, fmt::format("expected {}, {}", expected, found), std::move(hint));
}

Variable Parser::variable(std::string_view name) {
  const auto [at, is_new] = variables_.try_emplace(std::string(name), static_cast<Variable>(query_.variables.size()));
  if (is_new) query_.variables.emplace_back(name);
  return at->second;
}

Variable Parser::hidden_variable() {
  query_.variables.emplace_back();
  return static_cast<Variable>(query_.variables.size() - 1);
}

Query Parser::parse() {
  parse_prologue();
  if (take_word("ASK")) {
    query_.form = Query::Form::ask;
    parse_where(false);
  } else if (is_word("SELECT")) {
    parse_select(query_.select);
  } else if (take_word("CONSTRUCT")) {
    parse_construct();
  } else if (take_word("DESCRIBE")) {
    parse_describe();
  } else {
    fail_expecting("SELECT, ASK, CONSTRUCT or DESCRIBE",
                   "files are only read here: updates need a store, by its own means");
  }
  if (peek().kind != Token::Kind::end) fail_expecting("the end of the query");
  return std::move(query_);
}

void Parser::parse_prologue() {
  for (;;) {
    if (take_word("BASE")) {
      if (peek().kind != Token::Kind::iri) fail_expecting("an IRI in <…>");
      base_ = take().text;
    } else if (take_word("PREFIX")) {
      if (peek().kind != Token::Kind::name || !peek().text.ends_with(':')) fail_expecting("a prefix like dp:");
      std::string prefix = take().text;
      if (peek().kind != Token::Kind::iri) fail_expecting("an IRI in <…>");
      prefix.pop_back();
      prefixes_[prefix] = take().text;
    } else {
      return;
    }
  }
}

void Parser::check_dataset() const {
  if (!is_word("FROM")) return;
  fail_expecting("WHERE", "FROM is not evaluated over files: name the files on the command line and use GRAPH");
}

void Parser::parse_where(bool optional) {
  check_dataset();
  Select& select = query_.select;
  const bool has_group = take_word("WHERE") || !optional || is_mark("{");
  if (has_group) select.where = parse_group();
  aggregates_ = &select.aggregates;
  parse_modifiers(select);
  aggregates_ = nullptr;
  select.grouped = select.grouped || !select.aggregates.empty() || !select.having.empty();
}

void Parser::parse_construct() {
  query_.form = Query::Form::construct;
  const auto take_pattern = [&](const Group& group, std::size_t offset) {
    for (const Element& element : group.elements) {
      if (element.kind != Element::Kind::triple) {
        throw SyntaxError(offset, "CONSTRUCT WHERE takes triples alone",
                          "write what is to be made in front: CONSTRUCT { … } WHERE { … }");
      }
      query_.pattern.push_back(element.triple);
    }
  };
  const std::size_t begin = peek().offset;
  if (is_mark("{")) {
    in_template_ = true;
    Group made = parse_group();
    in_template_ = false;
    take_pattern(made, begin);
    blanks_.clear();
    parse_where(false);
  } else {
    parse_where(false);
    if (!query_.select.where.filters.empty()) fail_expecting("triples alone");
    take_pattern(query_.select.where, begin);
  }
  for (const TriplePattern& pattern : query_.pattern) {
    for (const Node& node : {pattern.subject, pattern.predicate, pattern.object}) {
      if (node.variable && !query_.variables[node.value].empty()) {
        query_.select.projection.push_back({node.value, std::nullopt});
      }
    }
  }
}

void Parser::parse_describe() {
  query_.form = Query::Form::describe;
  const bool everything = take_mark("*");
  while (!everything && (peek().kind == Token::Kind::variable || peek().kind == Token::Kind::iri ||
                         peek().kind == Token::Kind::name)) {
    query_.resources.push_back(parse_variable_or_term());
  }
  if (!everything && query_.resources.empty()) fail_expecting("a variable, an IRI, or *");
  parse_where(!everything);
  if (everything) {
    Variables visible;
    collect_visible(query_.select.where, visible);
    for (const Variable v : visible) {
      if (!query_.variables[v].empty()) query_.resources.push_back(Node::of_variable(v));
    }
  }
  for (const Node& node : query_.resources) {
    if (node.variable) query_.select.projection.push_back({node.value, std::nullopt});
  }
}

void Parser::parse_select(Select& select) {
  const std::size_t begin = peek().offset;
  expect_word("SELECT");
  select.distinct = take_word("DISTINCT") || take_word("REDUCED");
  bool everything = false;
  std::vector<Expression>* const outer = std::exchange(aggregates_, &select.aggregates);
  parse_projection(select, everything);
  check_dataset();
  take_word("WHERE");
  aggregates_ = nullptr;
  select.where = parse_group();
  aggregates_ = &select.aggregates;
  parse_modifiers(select);
  aggregates_ = outer;
  if (everything) {
    Variables visible;
    collect_visible(select.where, visible);
    if (select.values) visible.insert(visible.end(), select.values->variables.begin(), select.values->variables.end());
    std::sort(visible.begin(), visible.end());
    visible.erase(std::unique(visible.begin(), visible.end()), visible.end());
    for (const Variable v : visible) {
      if (!query_.variables[v].empty()) select.projection.push_back({v, std::nullopt});
    }
  }
  select.grouped = select.grouped || !select.aggregates.empty() || !select.having.empty();
  if (select.grouped) check_grouping(select, begin);
}

void Parser::parse_projection(Select& select, bool& everything) {
  if (take_mark("*")) {
    everything = true;
    return;
  }
  for (;;) {
    if (peek().kind == Token::Kind::variable) {
      select.projection.push_back({parse_variable(), std::nullopt});
    } else if (take_mark("(")) {
      Expression expression = parse_expression();
      if (!is_word("AS")) fail_expecting("AS and a variable", "an expression in SELECT needs a name: (… AS ?name)");
      take();
      const Variable target = parse_variable();
      expect_mark(")");
      select.projection.push_back({target, std::move(expression)});
    } else {
      break;
    }
  }
  if (select.projection.empty()) fail_expecting("a variable, an expression in brackets, or *");
}

void Parser::check_grouping(const Select& select, std::size_t offset) const {
  const auto is_key = [&](Variable v) {
    return std::any_of(select.keys.begin(), select.keys.end(), [&](const Projection& k) { return k.variable == v; });
  };
  for (std::size_t i = 0; i < select.projection.size(); ++i) {
    const Projection& p = select.projection[i];
    Variables used;
    if (p.expression) {
      collect_variables(*p.expression, used, true);
    } else {
      used.push_back(p.variable);
    }
    for (const Variable v : used) {
      const bool earlier =
          std::any_of(select.projection.begin(), select.projection.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Projection& before) { return before.expression && before.variable == v; });
      if (is_key(v) || earlier) continue;
      throw SyntaxError(offset, fmt::format("?{} is neither grouped nor aggregated", query_.variables[v]),
                        fmt::format("write GROUP BY ?{0}, or (SAMPLE(?{0}) AS ?{0}_)", query_.variables[v]));
    }
  }
}

void Parser::parse_modifiers(Select& select) {
  if (take_word("GROUP")) {
    expect_word("BY");
    select.grouped = true;
    do {
      parse_group_key(select);
    } while (peek().kind == Token::Kind::variable || is_mark("(") || peek().kind == Token::Kind::name ||
             (peek().kind == Token::Kind::word && !is_word("HAVING") && !is_word("ORDER") && !is_word("LIMIT") &&
              !is_word("OFFSET") && !is_word("VALUES")));
  }
  if (take_word("HAVING")) {
    do {
      select.having.push_back(parse_constraint());
    } while (is_mark("("));
  }
  if (take_word("ORDER")) {
    expect_word("BY");
    for (;;) {
      OrderKey key;
      key.descending = is_word("DESC");
      if (take_word("DESC") || take_word("ASC")) {
        expect_mark("(");
        key.expression = parse_expression();
        expect_mark(")");
      } else if (peek().kind == Token::Kind::variable) {
        key.expression.kind = Expression::Kind::variable;
        key.expression.variable = parse_variable();
      } else if (is_mark("(") || peek().kind == Token::Kind::name || peek().kind == Token::Kind::iri ||
                 (peek().kind == Token::Kind::word && !is_word("LIMIT") && !is_word("OFFSET") && !is_word("VALUES"))) {
        key.expression = parse_constraint();
      } else {
        break;
      }
      key.hidden = hidden_variable();
      select.order.push_back(std::move(key));
    }
    if (select.order.empty()) fail_expecting("a variable or an expression to order by");
  }
  parse_limits(select);
  if (take_word("VALUES")) select.values = parse_values();
}

void Parser::parse_group_key(Select& select) {
  if (peek().kind == Token::Kind::variable) {
    select.keys.push_back({parse_variable(), std::nullopt});
    return;
  }
  if (!take_mark("(")) {
    select.keys.push_back({hidden_variable(), parse_call()});
    return;
  }
  Expression expression = parse_expression();
  const Variable target = take_word("AS") ? parse_variable() : hidden_variable();
  expect_mark(")");
  select.keys.push_back({target, std::move(expression)});
}

void Parser::parse_limits(Select& select) {
  for (;;) {
    if (take_word("LIMIT")) {
      select.limit = parse_count();
    } else if (take_word("OFFSET")) {
      select.offset = parse_count();
    } else {
      return;
    }
  }
}

std::uint64_t Parser::parse_count() {
  std::uint64_t n = 0;
  const Token& token = peek();
  const char* const end = token.text.data() + token.text.size();
  if (token.kind != Token::Kind::integer || std::from_chars(token.text.data(), end, n).ptr != end) {
    fail_expecting("a number");
  }
  take();
  return n;
}

InlineData Parser::parse_values() {
  InlineData data;
  const bool several = take_mark("(");
  while (peek().kind == Token::Kind::variable && (several || data.variables.empty())) {
    data.variables.push_back(parse_variable());
  }
  if (several) expect_mark(")");
  if (!several && data.variables.empty()) fail_expecting("a variable, or several in brackets");
  expect_mark("{");
  while (!take_mark("}")) {
    if (several) expect_mark("(");
    std::vector<TermId> row;
    for (std::size_t i = 0; i < data.variables.size(); ++i) row.push_back(take_word("UNDEF") ? unbound : parse_term());
    if (several) expect_mark(")");
    data.rows.push_back(std::move(row));
  }
  return data;
}

tl::expected<Query, Diagnostic> parse_query(std::string_view text, const std::string& file, TermPool& terms) {
  try {
    return Parser(text, terms).parse();
  } catch (const SyntaxError& e) {
    const std::string_view before = text.substr(0, std::min(e.offset, text.size()));
    Diagnostic d;
    d.code = "query-syntax";
    d.file = file;
    d.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    if (utf8::find_invalid(line) == std::string_view::npos) {
      d.column = 1 + static_cast<std::uint32_t>(utf8::length(line));
      d.source_line = line_of(text, d.line);
    }
    d.message = e.what();
    d.hint = e.hint;
    return tl::unexpected<Diagnostic>(std::move(d));
  }
}

}  // namespace depeche::sparql
