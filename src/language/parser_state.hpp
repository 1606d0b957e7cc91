#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/forms.hpp"
#include "language/model.hpp"
#include "language/token.hpp"

namespace depeche::language {

/// Bit of `ParseNode::children`: a relative pronoun stands among the left descendants, so this is a relative clause.
inline constexpr std::uint64_t relative_inside = std::uint64_t{1} << 63U;

/// A token as the parser sees it, with what has been attached to it so far. Node n of a sentence of n tokens is the
/// root, node n + 1 stands for "no such node".
struct ParseNode {
  std::uint32_t word = 0;  ///< key of the lemma; one key for all names, one for all figures
  std::uint32_t form = 0;  ///< key of the form
  Tag tag = Tag::none;
  std::uint8_t inflection = 0;  ///< gender (2 bits), number (2 bits), person (2 bits)
  Dependency label = Dependency::none;
  std::uint8_t left_count = 0;
  std::uint8_t right_count = 0;
  std::uint16_t head = no_head;
  std::uint16_t first_left = no_head;  ///< leftmost child
  std::uint16_t last_right = no_head;  ///< rightmost child
  std::uint32_t marker = 0;            ///< word of its case or mark child ("de", "que"); 0 = none
  std::uint64_t children = 0;          ///< labels of its children, one bit each
};

/// Arc-hybrid transition system: a left arc hangs the top of the stack on the next token, a right arc hangs it on the
/// node below. 2n steps give a projective tree; the root waits behind the last token.
class ParseState {
 public:
  /// Starts a sentence with tagged tokens.
  void start(const FormLexicon& lexicon, std::string_view text, const Sentence& sentence);

  bool finished() const { return stack_.empty() && next_ == size_; }
  bool can_shift() const { return next_ < size_; }
  /// What stands before a relative pronoun does not belong to the verb of its clause.
  bool can_left() const { return !stack_.empty() && next_ < size_ && (nodes_[next_].children & relative_inside) == 0; }
  bool can_root() const { return stack_.size() == 1 && next_ == size_; }
  bool can_right() const { return stack_.size() > 1; }

  void apply(Transition transition);

  std::size_t size() const { return size_; }
  std::uint16_t next() const { return next_; }
  const std::vector<std::uint16_t>& stack() const { return stack_; }
  const ParseNode& node(std::size_t index) const { return nodes_[index]; }
  /// The n-th node of the stack from the top (0), or "no such node".
  std::uint16_t stacked(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : absent();
  }
  /// The n-th token of the rest of the sentence, the root behind it, then "no such node".
  std::uint16_t coming(std::size_t ahead) const {
    const std::size_t index = next_ + ahead;
    return index <= size_ ? static_cast<std::uint16_t>(index) : absent();
  }
  std::uint16_t absent() const { return static_cast<std::uint16_t>(size_ + 1); }

 private:
  void attach(std::uint16_t child, std::uint16_t head, Dependency label);

  std::size_t size_ = 0;
  std::uint16_t next_ = 0;
  std::vector<ParseNode> nodes_;
  std::vector<std::uint16_t> stack_;
};

inline constexpr std::size_t max_parse_features = 96;

/// Writes the keys of the features of a state; returns their number. `keys` has room for max_parse_features.
std::size_t parse_features(const ParseState& state, std::uint32_t* keys);

/// The best transition that is allowed, by number.
std::size_t best_transition(const Model& model, const ParseState& state, const ParserTable::Scores& scores);

}  // namespace depeche::language
