#pragma once
#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/knowledge.hpp"

namespace depeche::extract {

/// What each rule needs before it is worth trying, drawn together once so that asking for it touches little memory.
class GateTable {
 public:
  explicit GateTable(const Knowledge& knowledge);

  /// Of words or lemmas, as many bits as tell most of them apart.
  using Bits = std::bitset<256>;
  static std::size_t bit_of(language::LemmaId lemma) { return lemma % Bits().size(); }
  static std::size_t bit_of(std::string_view word) { return std::hash<std::string_view>()(word) % Bits().size(); }

  /// The words of a condition, one of which a sentence must have.
  struct WordList {
    std::vector<language::LemmaId> lemmas;  ///< sorted
    std::vector<std::string> folded;        ///< all words, folded and sorted; empty if the lexicon knows them all
    Bits lemma_bits, folded_bits;

    bool operator==(const WordList&) const = default;
  };

  struct Needs {
    mapping::KindSet subject = 0, object = 0;  ///< kinds of actors; 0: all
    bool after_claim = false;                  ///< carries on a claim made before
    bool lifts_places = false;
    bool symmetric = false;
    bool takes_implied = false;        ///< `implied` or `home` may fill a role
    bool takes_theme = false;          ///< `theme` may
    bool pronominal = false;           ///< some trigger is
    std::vector<std::uint16_t> lists;  ///< a word of each
  };

  const Needs& needs(std::uint32_t rule) const { return needs_[rule]; }
  const WordList& list(std::size_t index) const { return lists_[index]; }
  std::size_t lists() const { return lists_.size(); }

 private:
  std::uint16_t index_of(WordList list);

  std::vector<Needs> needs_;  ///< by rule
  std::vector<WordList> lists_;
};

}  // namespace depeche::extract
