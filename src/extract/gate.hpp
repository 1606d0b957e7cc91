#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/gate_table.hpp"
#include "language/token.hpp"
#include "recognise/folded_tokens.hpp"
#include "recognise/recogniser.hpp"

namespace depeche::extract {

/// Which rules cannot make a claim of a tagged sentence, whatever its tree: a claim takes two actors of the kinds that
/// the rule asks for, and the words of its conditions. Most rules fall here, for a fraction of what it costs to try
/// them. Never says no to a rule that would have fired.
class Gate {
 public:
  /// `theme`: whether the article has one. `calls`: whether a word of the sentence is what the article calls somebody.
  Gate(std::string_view text, const language::Sentence& sentence, const std::vector<recognise::Mention>& mentions,
       const std::vector<recognise::Entity>& entities, bool theme, bool calls, const Knowledge& knowledge,
       const GateTable& table);

  /// Whether the rule may fire on this predicate.
  bool may_fire(std::uint32_t rule, const language::Token& predicate);

 private:
  using Counts = std::array<std::uint32_t, 4>;  ///< by ActorKind

  void count_names(const std::vector<recognise::Mention>& mentions, const std::vector<recognise::Entity>& entities);
  void count_words();
  bool finds_actors(const GateTable::Needs& needs, const language::Token& predicate) const;
  bool wants_reflexive(const mapping::Rule& rule, const language::Token& predicate) const;
  bool has_word_of(std::size_t list);
  bool look_for_word_of(const GateTable::WordList& list);

  std::string_view text_;
  const language::Sentence& sentence_;
  const Knowledge& knowledge_;
  const GateTable& table_;
  bool theme_;
  bool reflexive_ = false;    ///< "se", "s'" stands in the sentence
  Counts named_{};            ///< entities that the sentence names
  Counts known_{};            ///< entities that the article names
  bool refers_back_ = false;  ///< a word of the sentence may stand for some that are named elsewhere
  GateTable::Bits lemma_bits_;
  std::vector<language::LemmaId> lemmas_;  ///< of the sentence
  std::optional<recognise::FoldedTokens> folded_;
  std::vector<std::uint8_t> folded_bit_of_;  ///< by token, once there is the above
  enum class Answer : std::uint8_t { open, no, yes };
  std::vector<Answer> answers_;  ///< whether the sentence has a word of a list
};

}  // namespace depeche::extract
