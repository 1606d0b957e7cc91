#include "rdf/iri.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "base/utf8.hpp"

namespace depeche::rdf {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// ucschar of RFC 3987: what an IRI may hold beyond ASCII.
bool is_ucschar(char32_t c) {
  if (c < 0xA0 || (c & 0xFFFE) == 0xFFFE) return false;
  if (c <= 0xD7FF) return true;
  if (c >= 0xF900 && c <= 0xFFEF) return c < 0xFDD0 || c > 0xFDEF;
  return c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) <= 0xFFFD && !(c >= 0xE0000 && c <= 0xE0FFF);
}

/// iprivate: allowed in the query only.
bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

/// Walks over the parts of an IRI one after the other; `at` stops at the first fault.
struct Scanner {
  std::string_view text;
  std::size_t at = 0;

  bool ended() const { return at == text.size(); }
  bool see(char c) const { return !ended() && text[at] == c; }

  /// Skips iunreserved, pct-encoded, sub-delims and the characters of `more`.
  void skip(std::string_view more, bool allow_private = false) {
    while (!ended()) {
      const char c = text[at];
      if (is_alpha(c) || is_digit(c) || is_one_of(c, "-._~!$&'()*+,;=") || is_one_of(c, more)) {
        ++at;
      } else if (c == '%' && text.size() - at > 2 && is_hex(text[at + 1]) && is_hex(text[at + 2])) {
        at += 3;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        std::size_t next = at;
        const char32_t code = utf8::next(text, next);
        if (!is_ucschar(code) && !(allow_private && is_private(code))) return;
        at = next;
      } else {
        return;
      }
    }
  }

  bool skip_scheme() {
    if (ended() || !is_alpha(text[0])) return false;
    while (!ended() && (is_alpha(text[at]) || is_digit(text[at]) || is_one_of(text[at], "+-."))) ++at;
    if (!see(':')) return false;
    ++at;
    return true;
  }

  /// [userinfo@]host[:port]; false at a fault.
  bool skip_authority() {
    const std::size_t end = std::min(text.find_first_of("/?#", at), text.size());
    const std::size_t sign = text.substr(at, end - at).find('@');
    if (sign != std::string_view::npos) {
      const std::size_t host = at + sign;
      skip(":");
      if (at != host) return false;
      ++at;
    }
    if (see('[')) {
      ++at;
      while (at < end && (is_hex(text[at]) || is_one_of(text[at], ":."))) ++at;
      if (!see(']')) return false;
      ++at;
    } else {
      skip("");
    }
    if (see(':')) {
      ++at;
      while (!ended() && is_digit(text[at])) ++at;
    }
    return at == end;
  }
};

}  // namespace

std::size_t find_iri_fault(std::string_view text) {
  if (const std::size_t bad = utf8::find_invalid(text); bad != std::string_view::npos) return bad;
  Scanner scan{text};
  if (!scan.skip_scheme()) return scan.at;
  const std::size_t after_scheme = scan.at;
  if (text.substr(scan.at, 2) == "//") {
    scan.at += 2;
    if (!scan.skip_authority()) return scan.at;
  }
  scan.skip("/:@");
  if (scan.see('?')) {
    ++scan.at;
    scan.skip("/:@?", true);
  }
  if (scan.see('#')) {
    ++scan.at;
    scan.skip("/:@?");
  }
  // "http:" alone is an IRI by the grammar, but names nothing.
  return scan.ended() && scan.at > after_scheme ? std::string_view::npos : scan.at;
}

Result<Iri> make_iri(std::string_view text) {
  const std::size_t fault = find_iri_fault(text);
  if (fault == std::string_view::npos) return Iri(std::string(text));
  if (utf8::find_invalid(text) != std::string_view::npos) {
    return fail(fmt::format("not an IRI: invalid UTF-8 at byte {}", fault));
  }
  if (fault == text.size()) return fail(fmt::format("not an absolute IRI: '{}' ends too early", text));
  std::size_t next = fault;
  const auto code = static_cast<unsigned int>(utf8::next(text, next));
  return fail(fmt::format("not an absolute IRI: '{}' (U+{:04X} at byte {})", text, code, fault));
}

bool is_safe_local_name(std::string_view text) {
  for (const char c : text) {
    if (!is_alpha(c) && !is_digit(c) && c != '-' && c != '_' && c != '.') return false;
  }
  return !text.empty();
}

Result<Namespace> Namespace::make(std::string_view text) {
  auto iri = make_iri(text);
  if (!iri) return tl::unexpected<Error>(iri.error());
  if (text.back() != '/' && text.back() != '#')
    return fail(fmt::format("namespace '{}' ends in neither '/' nor '#'", text));
  return Namespace(*std::move(iri));
}

Namespace::Namespace(std::string_view text) : iri_(std::string(text)) {
  if (const auto checked = make(text); !checked) throw std::invalid_argument(checked.error().message);
}

Iri Namespace::operator()(std::string_view local_name) const {
  if (!is_safe_local_name(local_name)) throw std::invalid_argument(fmt::format("unsafe local name '{}'", local_name));
  std::string text;
  text.reserve(iri_.text().size() + local_name.size());
  text += iri_.text();
  text += local_name;
  return Iri(std::move(text));
}

Namespace Namespace::below(std::string_view path) const {
  return Namespace(iri_.text() + std::string(path));
}

}  // namespace depeche::rdf
