#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace depeche {

/// Words of a data file with a value each: built once, then asked for every word of a text without allocation. Nearly
/// all words of a text are not in it, so that first byte and length are looked at before anything else.
template <class Value>
class WordTable {
 public:
  using Entry = std::pair<std::string, Value>;

  /// False, and nothing changed, if the word is there already or is empty.
  bool insert(std::string_view word, Value value) {
    if (word.empty() || find(word) != nullptr) return false;
    entries_.emplace_back(std::string(word), std::move(value));
    lengths_[first_byte(word)] |= length_bit(word);
    if (2 * entries_.size() > slots_.size()) {
      slots_.assign(slots_.empty() ? 16 : 4 * slots_.size(), 0);  // a power of two: a slot is a few bits of the hash
      for (std::uint32_t i = 0; i < entries_.size(); ++i) place(i);
    } else {
      place(static_cast<std::uint32_t>(entries_.size() - 1));
    }
    return true;
  }

  /// The value of a word; nullptr if it is not there.
  const Value* find(std::string_view word) const {
    if (word.empty() || (lengths_[first_byte(word)] & length_bit(word)) == 0) return nullptr;
    for (std::size_t at = hash(word);; ++at) {
      const std::uint32_t number = slots_[at & (slots_.size() - 1)];
      if (number == 0) return nullptr;
      const Entry& entry = entries_[number - 1];
      if (entry.first == word) return &entry.second;
    }
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

 private:
  static std::uint8_t first_byte(std::string_view word) { return static_cast<std::uint8_t>(word[0]); }
  static std::uint32_t length_bit(std::string_view word) { return 1U << (word.size() % 32); }

  static std::size_t hash(std::string_view word) {
    std::uint32_t value = 2166136261U;  // FNV-1a
    for (const char c : word) value = (value ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return value ^ value >> 15U;
  }

  void place(std::uint32_t entry) {
    std::size_t at = hash(entries_[entry].first);
    while (slots_[at & (slots_.size() - 1)] != 0) ++at;
    slots_[at & (slots_.size() - 1)] = entry + 1;
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;            ///< number of the entry, from 1; 0 is free
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

 private:
  WordTable<Nothing> table_;
};

}  // namespace depeche
