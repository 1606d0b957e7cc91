#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "recognise/name_words.hpp"

namespace depeche::recognise {

/// One part of a name, folded, with its sound_key and whether it is a particle (von, al, de).
struct NamePart {
  std::string text;
  std::string key;
  bool particle = false;

  NamePart(std::string folded, const NameWords& vocabulary);
  bool operator==(const NamePart& other) const { return text == other.text; }
};

/// A person's name in folded parts, particles of their own: "ursula", "von", "der", "leyen".
struct PersonName {
  std::vector<NamePart> parts;
  bool family_first = false;  ///< Chinese, Korean, Vietnamese, Burmese order

  PersonName() = default;
  PersonName(std::string_view spelt, const NameWords& vocabulary);

  bool full() const { return parts.size() > 1; }
  bool operator==(const PersonName&) const = default;
};

/// True if both may name one person: family names that sound alike, and given names that do or are initials of each
/// other. "Jeihun Bayramov" and "Djeyhoun Baïramov"; not "Fidel Castro" and "Raúl Castro". Both must be full.
bool same_person(const PersonName& a, const PersonName& b);

/// How a short name may stand for the person of a full one.
enum class ShortFor : std::uint8_t { nobody, given_name, middle_name, family_name };
ShortFor short_for(const PersonName& brief, const PersonName& full);

}  // namespace depeche::recognise
