#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

enum class Severity : std::uint8_t { note, warning, error };

/// One fault in data that somebody wrote (mapping, lexicon, ontology, article), with its place.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;          ///< stable, kebab-case: "mapping-unknown-role"
  std::string file;          ///< as the user named it
  std::uint32_t line = 0;    ///< 1-based; 0 = the whole file
  std::uint32_t column = 0;  ///< 1-based, in code points; 0 = the whole line
  std::string message;       ///< what was found and what was expected
  std::string source_line;   ///< the text of the line, for the caret; may be empty
  std::string hint;          ///< "did you mean 'lieu'?"; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// `file:line:col: error: message [code]`, then the line, a caret and the hint where known. Ends with a newline.
/// UTF-8 whatever the parts are: control characters and broken bytes are written out ("\x1B").
std::string format_diagnostic(const Diagnostic& diagnostic, bool colour = false);

/// The n-th line (1-based) of a text, without its end; empty if there is none.
std::string_view line_of(std::string_view text, std::uint32_t line);

/// The candidate nearest to `word` (edit distance at most 2 and below half its length), for "did you mean"; else empty.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace depeche
