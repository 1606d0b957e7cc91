#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "language/forms.hpp"

/// The file of a form lexicon. It is written by depeche-compile-forms and mapped by FormLexicon; nothing is parsed.
///
///   Header, notice (licence of the word lists, text padded with zeros), then the sections, each aligned to 8 bytes:
///   forms, folded   hash tables of Slots (open addressing, linear probing, a power of two): text and readings of a
///                   form; folded forms are keyed without case and accents
///   lemma texts     hash table of Slots: text and LemmaId
///   lemmas          Lemma, index = LemmaId; the first stands for no_lemma
///   readings        Reading, as the library hands them out
///   texts           bytes of all forms and lemmas, each stored once
///
/// Numbers are in the byte order of the machine that compiled the file; another order shows as a wrong version.
namespace depeche::language::format {

inline constexpr char magic[8] = {'D', 'E', 'P', 'F', 'O', 'R', 'M', 'S'};
inline constexpr std::uint32_t version = 2;
inline constexpr std::size_t notice_size = 1024;

struct Slot {
  std::uint32_t tag = 0;    ///< upper half of the key's hash
  std::uint32_t text = 0;   ///< offset of the key in the texts
  std::uint32_t value = 0;  ///< index of the first reading, or the LemmaId
  std::uint8_t length = 0;  ///< of the key in bytes; 0 = empty slot
  std::uint8_t count = 0;   ///< of the readings
  std::uint16_t unused = 0;
};

struct Lemma {
  std::uint32_t text = 0;
  std::uint8_t length = 0;
  std::uint8_t traits = 0;    ///< VerbTraits, one bit each in the order of their declaration
  std::uint16_t classes = 0;  ///< one bit for each WordClass some form of the lemma has
};

struct Section {
  std::uint64_t offset = 0;  ///< in the file
  std::uint64_t count = 0;   ///< of elements
};

struct Header {
  char magic[8] = {};
  std::uint32_t version = 0;
  std::uint32_t reading_size = 0;  ///< sizeof(Reading): a guard against another layout
  std::uint64_t file_size = 0;
  Section forms;
  Section folded;
  Section lemma_texts;
  Section lemmas;
  Section readings;
  Section texts;
  std::uint64_t content = 0;   ///< hash of everything behind header and notice, to tell lexicons apart; not checked
  std::uint64_t checksum = 0;  ///< hash of header and notice with this field 0
};

static_assert(sizeof(Slot) == 16 && sizeof(Lemma) == 8);
static_assert(sizeof(Reading) == 12 && std::is_trivially_copyable_v<Reading>);
static_assert(sizeof(Header) % 8 == 0 && notice_size % 8 == 0);

/// Hash of a key; the same in every build, as it is stored. Eight bytes at a time, multiply and fold.
inline std::uint64_t hash(std::string_view key) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
  std::uint64_t value = key.size() * factor;
  const char* at = key.data();
  std::size_t left = key.size();
  while (left > 0) {
    const std::size_t size = left < 8 ? left : 8;
    std::uint64_t word = 0;
    std::memcpy(&word, at, size);
    value = (value ^ word) * factor;
    value ^= value >> 29U;
    at += size;
    left -= size;
  }
  value *= factor;
  return value ^ (value >> 32U);
}

inline std::uint32_t tag_of(std::uint64_t hash_value) {
  return static_cast<std::uint32_t>(hash_value >> 32U);
}

inline std::uint8_t pack(const VerbTraits& traits) {
  return static_cast<std::uint8_t>((traits.transitive ? 1 : 0) | (traits.intransitive ? 2 : 0) |
                                   (traits.indirect ? 4 : 0) | (traits.pronominal ? 8 : 0) |
                                   (traits.auxiliary_etre ? 16 : 0) | (traits.auxiliary_avoir ? 32 : 0));
}

inline VerbTraits unpack(unsigned int bits) {
  return {.transitive = (bits & 1U) != 0,
          .intransitive = (bits & 2U) != 0,
          .indirect = (bits & 4U) != 0,
          .pronominal = (bits & 8U) != 0,
          .auxiliary_etre = (bits & 16U) != 0,
          .auxiliary_avoir = (bits & 32U) != 0};
}

}  // namespace depeche::language::format
