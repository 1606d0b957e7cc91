#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extract/claim.hpp"
#include "extract/knowledge.hpp"
#include "extract/trace.hpp"

namespace depeche::evaluate {

/// A sentence to look at.
struct Witness {
  std::string article;  ///< its id
  std::string sentence;
  std::string first, second;  ///< the two actors: ISO code of a state, name of anybody else
};

/// A way to bring two actors together about which the rules said nothing.
struct OpenPredicate {
  std::string lemma;
  mapping::TriggerClass word_class = mapping::TriggerClass::verb;
  bool pronominal = false;
  bool tried = false;  ///< some rule waits for the word, but none fired
  std::string first_path, second_path;
  std::uint64_t count = 0;
  std::vector<Witness> witnesses;  ///< the first ones, each from another article
};

/// How the rules fare over a corpus.
struct Coverage {
  std::uint64_t articles = 0, sentences = 0, claims = 0;
  std::map<std::string, std::uint64_t> fired;                  ///< claims by rule; rules that never fired have 0
  std::map<std::string, std::array<std::uint64_t, 8>> status;  ///< by relation type, then mapping::Status; all types
  std::vector<OpenPredicate> open;                             ///< most frequent first
};

/// Gathers the coverage over articles, which may come in any number: memory grows with the number of different
/// predicates.
class CoverageCounter {
 public:
  /// `witnesses`: how many sentences to keep for each open predicate.
  CoverageCounter(const extract::Knowledge& knowledge, std::size_t witnesses);

  /// Reads the article's extraction with its trace, for which gaps must have been wanted.
  void add(const extract::Extraction& extraction, const extract::Trace& trace);

  Coverage finish() &&;

 private:
  void add_gap(const extract::Extraction& extraction, const extract::Gap& gap);

  const extract::Knowledge& knowledge_;
  std::size_t witnesses_;
  Coverage coverage_;
  std::map<std::string, OpenPredicate> open_;  ///< by all that tells them apart
};

}  // namespace depeche::evaluate
