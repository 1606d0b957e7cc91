#pragma once
#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.hpp"
#include "lexicon/names.hpp"
#include "lexicon/words.hpp"

namespace depeche::lexicon {

/// Names as sequences of folded words.
///
/// Words are interned, and a step from a node by a word is one lookup of (node, word). Nearly all words of a text
/// begin no name, so a table of bits over the hash of the folded word, small enough for the first cache level, answers
/// before any map is asked. Capitals are no part of the key: each name carries which of its words need one.
class NameTrie {
 public:
  NameTrie();

  /// Adds a name as spelt. The same match twice is kept once per way of spelling capitals.
  void add(std::string_view name, NameMatch match);

  /// False for words with which no name begins, spelt like this ("la" begins fewer than "La"); may be true for others
  /// too.
  bool may_begin(std::string_view word) const;

  /// See NameLexicon::longest_match.
  std::size_t longest_match(std::span<const std::string_view> words, std::vector<NameMatch>& out) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(begins_, begins_small_, words_, edges_, first_entry_, entries_);
  }

 private:
  using WordId = std::uint32_t;
  using NodeId = std::uint32_t;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Entry {
    NameMatch match;
    std::uint32_t needs_capital = 0;  ///< bit i: word i must begin with a capital
    bool exact = false;               ///< a short word alone: its capitals must be as in `capitals`
    Capitals capitals;
    std::uint32_t next = none;  ///< next entry of the node
    bool operator==(const Entry&) const = default;

    template <class Archive>
    void serialize(Archive& archive) {
      archive(match, needs_capital, exact, capitals, next);
    }
  };

  NodeId step(NodeId node, std::string_view folded) const;
  static bool fits(const Entry& entry, std::span<const std::string_view> words);

  Folder folder_;
  std::vector<std::uint64_t> begins_;        ///< bits by hash: some name begins with such a word
  std::vector<std::uint64_t> begins_small_;  ///< the same for words in small letters
  StringMap<WordId> words_;
  absl::flat_hash_map<std::uint64_t, NodeId> edges_;  ///< (node, word) to node; node 0 is the root
  std::vector<std::uint32_t> first_entry_ = {none};   ///< by node
  std::vector<Entry> entries_;
};

}  // namespace depeche::lexicon
