#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "language/compile/word_list.hpp"

namespace depeche::language::compile {
namespace {

struct Respelling {
  std::string_view reformed;
  std::string_view traditional;
};
constexpr auto respellings = std::to_array<Respelling>({{"i", "î"}, {"u", "û"}, {"è", "é"}});
/// Two words, not two spellings of one.
constexpr auto distinct = std::to_array<std::string_view>({"jeune", "mur", "sur", "du", "cru", "mu", "fut", "rot"});

using LemmaKey = std::pair<std::string, WordClass>;

std::string replace_first(std::string_view text, const Respelling& respelling, std::size_t at) {
  std::string changed(text.substr(0, at));
  changed += respelling.traditional;
  changed += text.substr(at + respelling.reformed.size());
  return changed;
}

/// The traditional spelling of a lemma if the list has it in the same class; else empty.
std::string traditional_lemma(const LemmaKey& lemma, const std::set<LemmaKey>& lemmas) {
  if (std::find(distinct.begin(), distinct.end(), lemma.first) != distinct.end()) return {};
  for (const Respelling& respelling : respellings) {
    for (std::size_t at = lemma.first.find(respelling.reformed); at != std::string::npos;
         at = lemma.first.find(respelling.reformed, at + 1)) {
      std::string candidate = replace_first(lemma.first, respelling, at);
      if (lemmas.count({candidate, lemma.second}) != 0) return candidate;
    }
  }
  return {};
}

void unify_lemmas(WordList& words) {
  std::set<LemmaKey> lemmas;
  for (const auto& [form, readings] : words.forms) {
    for (const NamedReading& reading : readings) lemmas.emplace(reading.lemma, reading.word_class);
  }
  std::map<LemmaKey, std::string> unified;
  for (const LemmaKey& lemma : lemmas) {
    if (std::string traditional = traditional_lemma(lemma, lemmas); !traditional.empty()) {
      unified.emplace(lemma, std::move(traditional));
    }
  }
  for (auto& [form, readings] : words.forms) {
    for (NamedReading& reading : readings) {
      const auto found = unified.find({reading.lemma, reading.word_class});
      if (found != unified.end()) reading.lemma = found->second;
    }
  }
}

/// The third person rules the press, then the first; subjunctive and imperative are rare.
int rarity(const Morphology& m) {
  if (m.verb_form != VerbForm::finite) return 0;
  const int mood = static_cast<int>(m.mood);
  const int person = m.person == 3 ? 0 : m.person;
  return 1 + mood * 4 + person;
}

void sort_finite(std::vector<NamedReading>& readings) {
  const auto finite = [](const NamedReading& reading) { return reading.morphology.verb_form == VerbForm::finite; };
  for (auto begin = readings.begin(); begin != readings.end();) {
    begin = std::find_if(begin, readings.end(), finite);
    auto end = begin;
    while (end != readings.end() && finite(*end) && end->lemma == begin->lemma &&
           end->word_class == begin->word_class) {
      ++end;
    }
    std::stable_sort(begin, end, [](const NamedReading& a, const NamedReading& b) {
      return rarity(a.morphology) < rarity(b.morphology);
    });
    begin = end;
  }
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Adds forms that are spelt otherwise, unless the list has them.
void add_aliases(WordList& words) {
  std::map<std::string, std::vector<NamedReading>> aliases;
  for (const auto& [form, readings] : words.forms) {
    std::string plain = replace_all(replace_all(form, "œ", "oe"), "Œ", "Oe");
    for (const std::string& spelling : {plain, replace_all(form, "'", "’"), replace_all(plain, "'", "’")}) {
      if (spelling != form) aliases.emplace(spelling, readings);
    }
  }
  words.forms.merge(aliases);
}

void merge_capitalised(WordList& words) {
  for (auto& [form, readings] : words.forms) {
    std::size_t at = 0;
    if (!utf8::is_upper(utf8::next(form, at))) continue;
    const auto lower = words.forms.find(utf8::lower(form));
    if (lower == words.forms.end()) continue;
    for (const NamedReading& reading : lower->second) words.add(form, reading);
  }
}

}  // namespace

void normalise(WordList& words) {
  unify_lemmas(words);
  for (auto& [form, readings] : words.forms) sort_finite(readings);
  add_aliases(words);
  merge_capitalised(words);
}

}  // namespace depeche::language::compile
