#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "sparql/lexer.hpp"
#include "sparql/query.hpp"

namespace depeche::sparql {

/// One query being read, by recursive descent. Every function reads what its name says, from the next token on; all
/// throw SyntaxError.
class Parser {
 public:
  Parser(std::string_view text, TermPool& terms) : tokens_(cut_query(text)), terms_(terms) {}
  Query parse();

 private:
  /// Counts how deep the reading is nested: the stack is not endless.
  class Deeper {
   public:
    explicit Deeper(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > 250) throw SyntaxError(parser_.peek().offset, "this query is nested too deep");
    }
    ~Deeper() { --parser_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    Parser& parser_;
  };

  // The text as a row of tokens.
  const Token& peek() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool is_mark(std::string_view mark) const { return peek().kind == Token::Kind::mark && peek().text == mark; }
  bool is_word(std::string_view upper_case) const;
  bool take_mark(std::string_view mark);
  bool take_word(std::string_view upper_case);
  void expect_mark(std::string_view mark);
  void expect_word(std::string_view upper_case);
  /// Ends the reading: what was expected, and what stands there instead.
  [[noreturn]] void fail_expecting(const std::string& expected, std::string hint = {}) const;

  // Queries.
  void parse_prologue();
  void parse_construct();
  void parse_describe();
  /// The group and what follows it, for a query that names no columns of its own.
  void parse_where(bool optional);
  void check_dataset() const;
  void parse_select(Select& select);
  void parse_projection(Select& select, bool& everything);
  void parse_modifiers(Select& select);
  void parse_group_key(Select& select);
  void parse_limits(Select& select);
  void check_grouping(const Select& select, std::size_t offset) const;
  std::uint64_t parse_count();
  InlineData parse_values();

  // Patterns.
  Group parse_group();
  void parse_element(Group& group, bool& after_triples);
  void parse_alternatives(Group& group);
  void parse_graph(Group& group);
  void parse_triples_same_subject(Group& group);
  void parse_properties(Group& group, const Node& subject);
  Node parse_object(Group& group);
  Node parse_blank_properties(Group& group);
  Node parse_variable_or_term();
  Variable parse_variable();
  Path parse_path();
  Path parse_path_sequence();
  Path parse_path_step();
  Path parse_path_primary();
  Path parse_negated_set();
  void add_path(Group& group, const Node& subject, const Path& path, const Node& object);

  // Expressions and terms.
  Expression parse_expression();
  Expression parse_and();
  Expression parse_comparison();
  Expression parse_sum();
  Expression parse_product();
  Expression parse_unary();
  Expression parse_primary();
  Expression parse_call();
  Expression parse_aggregate(const std::string& name);
  Expression parse_exists(bool negated);
  Expression parse_constraint();
  std::vector<Expression> parse_arguments();
  TermId parse_term();
  TermId parse_literal();
  TermId add_number(const Token& token, bool negative);
  std::string parse_iri();
  std::string resolve_name(const Token& token) const;

  Variable variable(std::string_view name);
  Variable hidden_variable();

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  TermPool& terms_;
  Query query_;
  std::string base_;
  absl::flat_hash_map<std::string, std::string> prefixes_;
  absl::flat_hash_map<std::string, Variable> variables_;
  absl::flat_hash_map<std::string, Variable> blanks_;
  bool in_template_ = false;                       ///< of CONSTRUCT: no paths there
  Node graph_ = Node::of_term(default_graph);      ///< of the patterns being read
  std::vector<Expression>* aggregates_ = nullptr;  ///< where aggregates are allowed, their list
};

/// Upper case, ASCII.
std::string upper(std::string_view text);

/// The variables that an expression mentions, its EXISTS patterns included; of aggregates, without their arguments if
/// `outside_aggregates`.
void collect_variables(const Expression& expression, Variables& out, bool outside_aggregates = false);
/// All variables that a group binds or mentions, of subqueries only those that they give.
void collect_variables(const Group& group, Variables& out);
/// Those of them that SELECT * gives: not hidden, not of filters or MINUS alone.
void collect_visible(const Group& group, Variables& out);

}  // namespace depeche::sparql
