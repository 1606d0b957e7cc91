#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace depeche {

/// What is known of the words that texts repeat, by spelling. A table of fixed size in which a word pushes out another,
/// as scratch memory of one thread. Words of more than 24 bytes are not kept.
template <class Value>
class WordCache {
 public:
  /// `size` is a power of two.
  explicit WordCache(std::size_t size) : slots_(size) {}

  /// Forgets everything if the values were somebody else's. Owners have numbers of their own, from 1 up.
  void serve(std::uint64_t owner) {
    if (owner_ == owner) return;
    slots_.assign(slots_.size(), Slot{});
    owner_ = owner;
  }

  /// The value of a word; `make` is asked for it where it is not known. Valid until the next call.
  template <class Make>
  const Value& get(std::string_view word, const Make& make) {
    Slot key;
    if (word.empty() || word.size() > 24) {
      spare_ = make(word);
      return spare_;
    }
    read(word, key);
    Slot& slot = slots_[hash_of(key) & (slots_.size() - 1)];
    if (slot.first == key.first && slot.second == key.second && slot.third == key.third && slot.size == key.size) {
      return slot.value;
    }
    key.value = make(word);
    slot = key;
    return slot.value;
  }

 private:
  /// The bytes of a word in three reads that may overlap: together with the size they tell all of it.
  struct Slot {
    std::uint64_t first = 0, second = 0, third = 0;
    std::size_t size = 0;  ///< 0 = free
    Value value{};
  };

  template <class Part>
  static std::uint64_t load(const char* bytes) {
    Part part;
    std::memcpy(&part, bytes, sizeof part);
    return part;
  }

  static void read(std::string_view word, Slot& key) {
    const char* const begin = word.data();
    const char* const end = begin + word.size();
    key.size = word.size();
    if (word.size() >= 8) {
      key.first = load<std::uint64_t>(begin);
      key.second = load<std::uint64_t>(end - 8);
      if (word.size() > 16) key.third = load<std::uint64_t>(begin + 8);
    } else if (word.size() >= 4) {
      key.first = load<std::uint32_t>(begin);
      key.second = load<std::uint32_t>(end - 4);
    } else {
      key.first = load<std::uint8_t>(begin);
      key.second = load<std::uint8_t>(begin + word.size() / 2);
      key.third = load<std::uint8_t>(end - 1);
    }
  }

  static std::size_t hash_of(const Slot& key) {
    std::uint64_t x = (key.first ^ key.size) * 0x9E3779B97F4A7C15U;
    x = (x ^ x >> 32U ^ key.second) * 0xC2B2AE3D27D4EB4FU;
    x = (x ^ x >> 29U ^ key.third) * 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(x >> 32U);
  }

  std::vector<Slot> slots_;
  Value spare_{};
  std::uint64_t owner_ = 0;
};

}  // namespace depeche
