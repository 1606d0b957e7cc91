#pragma once
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::sparql {

/// What is wrong with a query, and at which byte of its text.
struct SyntaxError : std::runtime_error {
  SyntaxError(std::size_t at, const std::string& message, std::string hint_text = {})
      : std::runtime_error(message), offset(at), hint(std::move(hint_text)) {}
  std::size_t offset;
  std::string hint;
};

struct Token {
  enum class Kind : unsigned char {
    end,
    iri,       ///< <…>, escapes resolved, without the brackets
    name,      ///< prefix:local, escapes resolved
    blank,     ///< _:label, the label
    variable,  ///< without ? or $
    language,  ///< without @
    integer,
    decimal,
    floating,
    string,  ///< escapes resolved
    word,    ///< keyword or function, as written
    mark     ///< operators and brackets
  };
  Kind kind = Kind::end;
  std::string text;
  std::size_t offset = 0;
};

/// Cuts a query into tokens, by the grammar of SPARQL 1.1 (sections 19.5 to 19.8). The last one is the end. Throws
/// SyntaxError.
std::vector<Token> cut_query(std::string_view text);

}  // namespace depeche::sparql
