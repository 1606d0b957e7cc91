#include "recognise/person_name.hpp"

#include <algorithm>
#include <span>

#include "base/utf8.hpp"
#include "recognise/sound_key.hpp"

namespace depeche::recognise {

namespace {

using Parts = std::span<const NamePart>;

bool is_initial(const NamePart& part) {
  return part.text.size() == 1 || part.text.back() == '.';
}

/// From the first part that is no particle: "der leyen" and "leyen" are one name.
Parts bare(Parts parts) {
  while (parts.size() > 1 && parts.front().particle) parts = parts.subspan(1);
  return parts;
}

bool alike(Parts a, Parts b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const NamePart& x, const NamePart& y) {
           return sounds_alike(x.key, y.key);
         });
}

std::string joined_keys(Parts parts) {
  std::string all;
  for (const NamePart& part : parts) all += part.key;
  return all;
}

bool given_alike(const NamePart& a, const NamePart& b) {
  if (a.text.front() != b.text.front() && a.key.front() != b.key.front()) return false;
  if (is_initial(a) || is_initial(b)) return true;
  return sounds_alike(a.key, b.key);
}

/// Where the family name begins: at the particles before the last part.
std::size_t family_begin(const PersonName& name) {
  std::size_t begin = name.parts.size() - 1;
  while (begin > 1 && name.parts[begin - 1].particle) --begin;
  return begin;
}

std::vector<std::string> cut_hyphens(std::string_view word) {
  std::vector<std::string> syllables;
  std::size_t from = 0;
  for (std::size_t hyphen; (hyphen = word.find('-', from)) != word.npos; from = hyphen + 1) {
    if (hyphen > from) syllables.emplace_back(word.substr(from, hyphen - from));
  }
  if (from < word.size()) syllables.emplace_back(word.substr(from));
  return syllables;
}

std::vector<std::string> cut_parts(std::string_view spelt, const NameWords& vocabulary) {
  std::vector<std::string> parts;
  std::string part;
  const auto close = [&] {
    if (part.empty()) return;
    // The Arabic article is a part of its own, with or without hyphen.
    const std::size_t hyphen = part.find('-');
    if (hyphen != part.npos && hyphen >= 2 && hyphen <= 3 && hyphen + 1 < part.size() &&
        (vocabulary.uses(std::string_view(part).substr(0, hyphen)) & NameWords::particle) != 0) {
      parts.push_back(part.substr(0, hyphen));
      part.erase(0, hyphen + 1);
    }
    parts.push_back(part);
    part.clear();
  };
  for (const char c : utf8::fold(spelt)) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '"') {
      close();
      continue;
    }
    part += c;
    if (c == '\'' && part.size() == 2) close();  // d'
  }
  close();
  return parts;
}

}  // namespace

NamePart::NamePart(std::string folded, const NameWords& vocabulary) : text(std::move(folded)), key(sound_key(text)) {
  particle = (vocabulary.uses(text) & (NameWords::particle | NameWords::given_particle)) != 0;
  if (key.empty()) key = text;
}

PersonName::PersonName(std::string_view spelt, const NameWords& vocabulary) {
  std::vector<std::string> texts = cut_parts(spelt, vocabulary);
  std::vector<std::string> syllables;
  for (const std::string& one : texts) {
    for (std::string& syllable : cut_hyphens(one)) syllables.push_back(std::move(syllable));
  }
  family_first = texts.size() > 1 && vocabulary.syllables.make_a_name(syllables);
  for (std::string& one : family_first ? syllables : texts) parts.emplace_back(std::move(one), vocabulary);
}

bool same_person(const PersonName& a, const PersonName& b) {
  if (!a.full() || !b.full()) return false;
  if (a.parts == b.parts) return true;
  if (a.family_first || b.family_first) {
    if (a.parts.front() != b.parts.front()) return false;
    return edit_distance(joined_keys(a.parts), joined_keys(b.parts), 1) <= 1;
  }
  if (!given_alike(a.parts.front(), b.parts.front())) return false;
  const std::size_t family_a = family_begin(a);
  const std::size_t family_b = family_begin(b);
  if (!alike(bare(Parts(a.parts).subspan(family_a)), bare(Parts(b.parts).subspan(family_b)))) return false;
  // Middle names must not contradict each other: George W. Bush, George H. W. Bush.
  return family_a < 2 || family_b < 2 || given_alike(a.parts[1], b.parts[1]);
}

ShortFor short_for(const PersonName& brief, const PersonName& full) {
  const std::size_t size = full.parts.size();
  if (brief.parts.empty() || size < 2) return ShortFor::nobody;
  const Parts wanted = bare(brief.parts);
  if (full.family_first) {
    if (wanted.size() == 1 && wanted.front() == full.parts.front()) return ShortFor::family_name;
    std::vector<std::string> syllables;
    for (const NamePart& part : brief.parts) {
      for (std::string& syllable : cut_hyphens(part.text)) syllables.push_back(std::move(syllable));
    }
    const bool given =
        syllables.size() + 1 == size && std::equal(syllables.begin(), syllables.end(), full.parts.begin() + 1,
                                                   [](const std::string& a, const NamePart& b) { return a == b.text; });
    const bool last = syllables.size() == 1 && syllables.front() == full.parts.back().text;
    return given || last ? ShortFor::given_name : ShortFor::nobody;
  }
  if (wanted.size() >= size) return ShortFor::nobody;
  const Parts tail = Parts(full.parts).subspan(size - wanted.size());
  if (!tail.front().particle && alike(wanted, tail)) return ShortFor::family_name;
  if (wanted.size() == 1) {
    if (wanted.front() == full.parts.front()) return ShortFor::given_name;
    for (std::size_t i = 1; i + 1 < size; ++i) {
      if (!full.parts[i].particle && wanted.front().key == full.parts[i].key) return ShortFor::middle_name;
    }
    return ShortFor::nobody;
  }
  return std::equal(wanted.begin(), wanted.end(), full.parts.begin()) ? ShortFor::middle_name : ShortFor::nobody;
}

}  // namespace depeche::recognise
