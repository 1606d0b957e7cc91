#include "sparql/lexer.hpp"

#include <array>

#include "base/utf8.hpp"

namespace depeche::sparql {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> cut() {
    for (;;) {
      skip_space();
      const std::size_t begin = at_;
      Token token = at_ == text_.size() ? Token{} : next();
      token.offset = begin;
      tokens_.push_back(std::move(token));
      if (tokens_.back().kind == Token::Kind::end) return std::move(tokens_);
    }
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void skip_space() {
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        if (at_ == text_.size()) return;
      }
      if (std::string_view(" \t\r\n").find(text_[at_]) == std::string_view::npos) return;
    }
  }

  Token next() {
    const char c = peek();
    if (c == '<') {
      if (const std::size_t end = iri_end(); end != std::string_view::npos) {
        Token token{Token::Kind::iri, unescape(text_.substr(at_ + 1, end - at_ - 1), at_ + 1, false), 0};
        at_ = end + 1;
        return token;
      }
    }
    if (c == '?' || c == '$') {
      if (!is_name_character(peek(1))) return mark();  // the ? of a path
      ++at_;
      return {Token::Kind::variable, take_while(is_name_character), 0};
    }
    if (c == '@') return language();
    if (c == '"' || c == '\'') return string();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == '_' && peek(1) == ':') {
      at_ += 2;
      return {Token::Kind::blank, take_local(), 0};
    }
    if (c == ':' || is_letter(c)) return word();
    return mark();
  }

  template <class Predicate>
  std::string take_while(Predicate wanted) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && wanted(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// Where the '>' stands if this '<' opens an IRI and is not an operator.
  std::size_t iri_end() const {
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '>') return i;
      if (static_cast<unsigned char>(c) <= 0x20 || std::string_view("<\"{}|^`").find(c) != std::string_view::npos)
        break;
    }
    return std::string_view::npos;
  }

  Token language() {
    ++at_;
    Token token{Token::Kind::language, take_while([](char c) { return is_letter(c) || is_digit(c) || c == '-'; }), 0};
    if (token.text.empty()) throw SyntaxError(at_ - 1, "a language tag is expected after @");
    return token;
  }

  Token string() {
    const std::size_t begin = at_;
    const char quote = peek();
    const bool is_long = peek(1) == quote && peek(2) == quote;
    const std::string end(is_long ? 3 : 1, quote);
    at_ += end.size();
    const std::size_t inside = at_;
    while (at_ >= text_.size() || text_.substr(at_, end.size()) != end) {
      if (at_ >= text_.size() || (!is_long && (peek() == '\n' || peek() == '\r'))) {
        throw SyntaxError(begin, "this string has no end");
      }
      at_ += peek() == '\\' ? 2U : 1U;
    }
    Token token{Token::Kind::string, unescape(text_.substr(inside, at_ - inside), inside, true), 0};
    at_ += end.size();
    return token;
  }

  Token number() {
    Token token{Token::Kind::integer, take_while(is_digit), 0};
    if (peek() == '.' && is_digit(peek(1))) {
      token.kind = Token::Kind::decimal;
      ++at_;
      token.text += "." + take_while(is_digit);
    }
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if ((peek() == 'e' || peek() == 'E') && is_digit(peek(1 + sign))) {
      token.kind = Token::Kind::floating;
      token.text += text_.substr(at_, 1 + sign);
      at_ += 1 + sign;
      token.text += take_while(is_digit);
    }
    if (token.text.starts_with('.')) token.text.insert(0, "0");
    return token;
  }

  Token word() {
    const std::size_t begin = at_;
    std::string prefix = take_while([](char c) { return is_name_character(c) || c == '-' || c == '.'; });
    if (peek() == ':') {
      ++at_;
      return {Token::Kind::name, prefix + ":" + take_local(), 0};
    }
    at_ = begin;
    return {Token::Kind::word, take_while(is_name_character), 0};
  }

  /// The local part of a name or the label of a blank node. A dot at its end is the end of a triple.
  std::string take_local() {
    std::string local;
    std::size_t kept = 0, end = at_;
    while (at_ < text_.size()) {
      const char c = peek();
      if (c == '\\' && at_ + 1 < text_.size()) {
        local += peek(1);
        at_ += 2;
      } else if (is_name_character(c) || c == '-' || c == ':' || c == '%' || c == '.') {
        local += c;
        ++at_;
        if (c == '.') continue;
      } else {
        break;
      }
      kept = local.size();
      end = at_;
    }
    local.resize(kept);
    at_ = end;
    return local;
  }

  Token mark() {
    constexpr std::array<std::string_view, 6> two{"^^", "&&", "||", "!=", "<=", ">="};
    for (const std::string_view m : two) {
      if (text_.substr(at_, 2) != m) continue;
      at_ += 2;
      return {Token::Kind::mark, std::string(m), 0};
    }
    const char c = peek();
    if (std::string_view("{}()[].;,=<>!|/^*?+-").find(c) == std::string_view::npos) {
      throw SyntaxError(at_, "this character has no meaning here");
    }
    ++at_;
    return {Token::Kind::mark, std::string(1, c), 0};
  }

  /// Resolves \uXXXX and \UXXXXXXXX, and with `strings` the escapes of strings.
  static std::string unescape(std::string_view raw, std::size_t offset, bool strings) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '\\' || i + 1 == raw.size()) {
        out += raw[i];
        continue;
      }
      const char kind = raw[++i];
      if (kind == 'u' || kind == 'U') {
        const std::size_t digits = kind == 'u' ? 4 : 8;
        utf8::append(out, code_point(raw.substr(i + 1, digits), digits, offset + i - 1));
        i += digits;
        continue;
      }
      const std::size_t at = std::string_view("tbnrf\\\"'").find(kind);
      if (!strings || at == std::string_view::npos) throw SyntaxError(offset + i - 1, "there is no such escape");
      out += "\t\b\n\r\f\\\"'"[at];
    }
    return out;
  }

  static char32_t code_point(std::string_view hex, std::size_t digits, std::size_t offset) {
    char32_t value = 0;
    if (hex.size() < digits) throw SyntaxError(offset, "this escape needs more digits");
    for (const char c : hex) {
      const std::size_t digit =
          std::string_view("0123456789abcdef").find(is_digit(c) ? c : static_cast<char>(c | 0x20));
      if (digit == std::string_view::npos) throw SyntaxError(offset, "this escape needs hexadecimal digits");
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) throw SyntaxError(offset, "this is no character");
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> cut_query(std::string_view text) {
  if (const std::size_t bad = utf8::find_invalid(text); bad != std::string_view::npos) {
    throw SyntaxError(bad, "the query is not valid UTF-8");
  }
  return Lexer(text).cut();
}

}  // namespace depeche::sparql
