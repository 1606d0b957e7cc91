#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"

namespace depeche {
namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "\x1b[1;36m";
    case Severity::warning:
      return "\x1b[1;35m";
    case Severity::error:
      break;
  }
  return "\x1b[1;31m";
}

/// Line ends, control characters, and those that turn the direction of writing: with them a text from outside could
/// make a message look like something else.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// The text with its control characters and broken bytes written out: "\x1B", "\u202E".
std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t valid = std::min(utf8::find_invalid(text), text.size());
    for (std::size_t at = 0; at < valid;) {
      const char32_t c = utf8::next(text, at);
      if (!is_control(c)) {
        utf8::append(out, c);
      } else {
        out += c < 0x80 ? fmt::format("\\x{:02X}", static_cast<unsigned>(c))
                        : fmt::format("\\u{:04X}", static_cast<unsigned>(c));
      }
    }
    text.remove_prefix(valid);
    if (text.empty()) break;
    out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text.front()));
    text.remove_prefix(1);
  }
  return out;
}

/// A source line as wide as it is, for the caret below: control characters but tabs become U+FFFD.
std::string same_width(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = utf8::next(line, at);
    utf8::append(out, is_control(c) && c != U'\t' ? U'\uFFFD' : c);
  }
  return out;
}

/// Blanks as wide as the line up to the column; tabs stay tabs so that the caret stands under its character.
std::string indent_to(std::string_view line, std::uint32_t column) {
  std::string indent;
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < line.size(); ++i) indent += utf8::next(line, at) == U'\t' ? '\t' : ' ';
  return indent;
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += utf8::next(text, at);
  return out;
}

/// Edit distance in which a swap of neighbours counts once.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({change, previous[j] + 1, current[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string format_diagnostic(const Diagnostic& diagnostic, bool colour) {
  const std::string_view bold = colour ? "\x1b[1m" : "";
  const std::string_view tint = colour ? colour_of(diagnostic.severity) : "";
  const std::string_view plain = colour ? "\x1b[0m" : "";
  std::string place = printable(diagnostic.file);
  if (diagnostic.line > 0) place += fmt::format("{}{}", place.empty() ? "" : ":", diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) place += fmt::format(":{}", diagnostic.column);
  if (!place.empty()) place += ": ";
  std::string out = fmt::format("{}{}{}{}{}:{} {}", bold, place, plain, tint, name_of(diagnostic.severity), plain,
                                printable(diagnostic.message));
  if (!diagnostic.code.empty()) out += fmt::format(" [{}]", diagnostic.code);
  out += '\n';
  // A broken source line is not shown: a terminal must not receive bytes that are not text.
  if (!diagnostic.source_line.empty() && utf8::find_invalid(diagnostic.source_line) == std::string_view::npos) {
    out += fmt::format("  {}\n", same_width(diagnostic.source_line));
    if (diagnostic.column > 0) {
      out += fmt::format("  {}{}^{}\n", indent_to(diagnostic.source_line, diagnostic.column), tint, plain);
    }
  }
  if (!diagnostic.hint.empty()) out += fmt::format("  hint: {}\n", printable(diagnostic.hint));
  return out;
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
  if (line == 0) return {};
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  const std::size_t end = text.find('\n', begin);
  std::string_view found = text.substr(begin, end == std::string_view::npos ? end : end - begin);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::u32string wanted = decode(word);
  std::string_view best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (const std::string_view candidate : candidates) {
    const std::u32string given = decode(candidate);
    if (std::max(given.size(), wanted.size()) - std::min(given.size(), wanted.size()) > 2) continue;
    const std::size_t distance = edit_distance(wanted, given);
    if (distance <= 2 && 2 * distance < wanted.size() && distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace depeche
