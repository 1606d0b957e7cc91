#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/claim.hpp"
#include "extract/knowledge.hpp"
#include "extract/trace.hpp"

namespace depeche::cli {

/// What was made of one article, and how it came about.
struct Explanation {
  const extract::Knowledge& knowledge;
  const extract::Extraction& extraction;
  const extract::Trace& trace;

  std::string_view text_of(const language::Sentence& sentence) const;
  std::string_view text_of(const language::Token& token) const;
  std::string_view lemma_of(const language::Token& token) const;  ///< "?" where none is known
};

/// A sentence (by its index) with its tokens, mentions, clauses, rules tried and claims, to be read on a terminal.
std::string explain_as_text(const Explanation& explanation, std::uint32_t sentence, bool colour);

/// The same as one line of JSON.
std::string explain_as_json(const Explanation& explanation, std::uint32_t sentence);

}  // namespace depeche::cli
