#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/string_map.hpp"

namespace depeche {

/// Words of a data file with a value each: built once, then asked for every word of a text without allocation. Nearly
/// all words of a text are not in it, so that first byte and length are looked at before anything else.
template <class Value>
class WordTable {
 public:
  using Entry = std::pair<std::string, Value>;

  /// False, and nothing changed, if the word is there already or is empty.
  bool insert(std::string_view word, Value value) {
    if (word.empty() || !number(word).second) return false;
    entries_.back().second = std::move(value);
    return true;
  }
  /// The value of a word that is not empty; a new one if it is not there.
  Value& operator[](std::string_view word) { return entries_[number(word).first].second; }

  /// The value of a word; nullptr if it is not there.
  const Value* find(std::string_view word) const {
    if (word.empty() || (lengths_[first_byte(word)] & length_bit(word)) == 0) return nullptr;
    const auto it = numbers_.find(word);
    return it == numbers_.end() ? nullptr : &entries_[it->second].second;
  }
  bool contains(std::string_view word) const { return find(word) != nullptr; }
  /// The value of a word, `otherwise` if it is not there.
  Value get(std::string_view word, Value otherwise) const {
    const Value* const found = find(word);
    return found == nullptr ? otherwise : *found;
  }

  bool empty() const { return entries_.empty(); }
  /// In the order in which they came.
  const std::vector<Entry>& entries() const { return entries_; }

  /// For the compiled knowledge.
  template <class Archive>
  void save(Archive& archive) const {
    archive(entries_);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::vector<Entry> entries;
    archive(entries);
    for (Entry& entry : entries) insert(entry.first, std::move(entry.second));
  }

 private:
  /// The number of a word's entry, and true if it is a new one.
  std::pair<std::size_t, bool> number(std::string_view word) {
    const auto [it, added] = numbers_.try_emplace(word, entries_.size());
    if (added) {
      entries_.emplace_back(std::string(word), Value{});
      lengths_[first_byte(word)] |= length_bit(word);
    }
    return {it->second, added};
  }

  static std::uint8_t first_byte(std::string_view word) { return static_cast<std::uint8_t>(word[0]); }
  static std::uint32_t length_bit(std::string_view word) { return 1U << (word.size() % 32); }

  std::vector<Entry> entries_;
  StringMap<std::size_t> numbers_;            ///< of the entries
  std::array<std::uint32_t, 256> lengths_{};  ///< by first byte: a bit for each length
};

/// Words without a value.
class WordSet {
 public:
  struct Nothing {};

  bool insert(std::string_view word) { return table_.insert(word, {}); }
  bool contains(std::string_view word) const { return table_.contains(word); }
  bool empty() const { return table_.empty(); }
  const std::vector<WordTable<Nothing>::Entry>& entries() const { return table_.entries(); }

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(table_);
  }

 private:
  WordTable<Nothing> table_;
};

}  // namespace depeche
