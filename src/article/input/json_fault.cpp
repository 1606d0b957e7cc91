#include "article/input/json_fault.hpp"

#include <fmt/format.h>

#include <vector>

namespace depeche::article {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A reader that keeps the open brackets in a list, so that no input can exhaust the stack.
class Reader {
 public:
  Reader(std::string_view text, std::size_t nesting) : text_(text), nesting_(nesting) {}

  std::optional<JsonFault> run() {
    bool more = value();
    while (more && !open_.empty()) more = open_.back() == '{' ? member_end() : element_end();
    if (more) {
      skip_space();
      if (at_ < text_.size()) fault("json-syntax", "expected the end of the line after the value");
    }
    return fault_;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n'))
      ++at_;
  }

  bool fault(std::string_view code, std::string message) {
    if (at_ >= text_.size()) {
      code = "json-truncated";
      message = "the JSON ends too early: " + message;
    }
    fault_ = JsonFault{at_, std::string(code), std::move(message)};
    return false;
  }

  /// Reads a scalar, or opens an array or object and reads up to its first scalar.
  bool value() {
    for (;;) {
      skip_space();
      const char c = peek();
      if (c != '{' && c != '[') return scalar(c);
      if (open_.size() == nesting_) {
        return fault("json-depth", fmt::format("more than {} objects and lists within each other", nesting_));
      }
      open_.push_back(c);
      ++at_;
      skip_space();
      if (peek() == (c == '{' ? '}' : ']')) {
        ++at_;
        open_.pop_back();
        return true;
      }
      if (c == '{' && !key()) return false;
    }
  }

  bool scalar(char c) {
    if (c == '"') return string();
    if (c == '-' || is_digit(c)) return number();
    for (const std::string_view word : {"true", "false", "null"}) {
      if (c == word[0]) {
        for (const char wanted : word) {
          if (peek() != wanted) return fault("json-syntax", fmt::format("expected '{}'", word));
          ++at_;
        }
        return true;
      }
    }
    return fault("json-syntax", "expected a value");
  }

  bool key() {
    skip_space();
    if (peek() != '"') return fault("json-syntax", "expected a key in double quotes");
    if (!string()) return false;
    skip_space();
    if (peek() != ':') return fault("json-syntax", "expected ':' after the key");
    ++at_;
    return true;
  }

  bool member_end() {
    skip_space();
    if (peek() == ',') {
      ++at_;
      return key() && value();
    }
    return close('}', "expected ',' or '}' after the value");
  }

  bool element_end() {
    skip_space();
    if (peek() == ',') {
      ++at_;
      return value();
    }
    return close(']', "expected ',' or ']' after the value");
  }

  bool close(char bracket, const char* message) {
    if (peek() != bracket) return fault("json-syntax", message);
    ++at_;
    open_.pop_back();
    return true;
  }

  bool digits() {
    if (!is_digit(peek())) return fault("json-syntax", "expected a digit");
    while (is_digit(peek())) ++at_;
    return true;
  }

  bool number() {
    if (peek() == '-') ++at_;
    if (peek() == '0') {
      ++at_;
      if (is_digit(peek())) return fault("json-syntax", "a number must not begin with 0");
    } else if (!digits()) {
      return false;
    }
    if (peek() == '.') {
      ++at_;
      if (!digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      return digits();
    }
    return true;
  }

  bool string() {
    ++at_;
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '"') {
        ++at_;
        return true;
      }
      if (c < 0x20) return fault("json-control-character", fmt::format("character U+{:04X} has to be escaped", c));
      if (c == '\\') {
        if (!escape()) return false;
      } else {
        ++at_;
      }
    }
    return fault("json-truncated", "a string is not closed");
  }

  bool escape() {
    const std::size_t start = at_++;
    const char c = peek();
    if (c != 'u') {
      if (c == '\0' || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) {
        return fault("json-syntax", "expected one of \" \\ / b f n r t u after a backslash");
      }
      ++at_;
      return true;
    }
    unsigned int unit = 0;
    if (!code_unit(unit)) return false;
    if (unit < 0xD800 || unit > 0xDFFF) return true;
    unsigned int second = 0;
    if (unit < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      ++at_;
      if (!code_unit(second)) return false;
      if (second >= 0xDC00 && second <= 0xDFFF) return true;
    }
    if (at_ >= text_.size()) return fault("json-truncated", "a string is not closed");
    at_ = start;
    return fault("json-lone-surrogate", fmt::format("\\u{:04x} is half of a surrogate pair and stands alone", unit));
  }

  /// Reads "uXXXX".
  bool code_unit(unsigned int& unit) {
    ++at_;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      if (!is_hexadecimal(c)) return fault("json-syntax", "expected four hexadecimal digits after \\u");
      unit = 16 * unit + static_cast<unsigned int>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return true;
  }

  std::string_view text_;
  std::size_t nesting_;
  std::size_t at_ = 0;
  std::vector<char> open_;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text, std::size_t nesting) {
  return Reader(text, nesting).run();
}

}  // namespace depeche::article
