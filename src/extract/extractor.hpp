#pragma once
#include "extract/claim.hpp"
#include "extract/gate_table.hpp"
#include "extract/knowledge.hpp"
#include "extract/trace.hpp"
#include "language/analyser.hpp"
#include "recognise/recogniser.hpp"

namespace depeche::extract {

/// From an article to its claims: sentences, mentions, clauses, rules. Immutable and thread-safe; every article is
/// read on its own.
class Extractor {
 public:
  Extractor(const Knowledge& knowledge, const language::Analyser& analyser, const recognise::Recogniser& recogniser)
      : knowledge_(knowledge), gates_(knowledge), analyser_(analyser), recogniser_(recogniser) {}

  /// Reads one article. `trace`, if given, is filled with what was tried; that costs time and changes nothing else.
  Extraction extract(article::Article article, Trace* trace = nullptr) const;

 private:
  const Knowledge& knowledge_;
  GateTable gates_;
  const language::Analyser& analyser_;
  const recognise::Recogniser& recogniser_;
};

}  // namespace depeche::extract
