#include <algorithm>
#include <cstddef>

#include "base/utf8.hpp"
#include "language/compile/word_list.hpp"
#include "language/forms_format.hpp"

namespace depeche::language::compile {
namespace {

using format::Header;
using format::Lemma;
using format::Section;
using format::Slot;

/// Texts stored once each.
class TextPool {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [found, added] = offsets_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
    if (added) bytes_ += text;
    return found->second;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::map<std::string, std::uint32_t> offsets_;
  std::string bytes_;
};

/// A hash table at most three quarters full.
std::vector<Slot> hash_table(const std::vector<Slot>& keys, const std::string& texts) {
  std::size_t size = 16;
  while (size * 3 < keys.size() * 4) size *= 2;
  std::vector<Slot> slots(size);
  for (Slot key : keys) {
    const std::uint64_t hash = format::hash(std::string_view(texts).substr(key.text, key.length));
    key.tag = format::tag_of(hash);
    std::uint64_t at = hash & (size - 1);
    while (slots[at].length != 0) at = (at + 1) & (size - 1);
    slots[at] = key;
  }
  return slots;
}

class Writer {
 public:
  explicit Writer(const WordList& words) : words_(words) {}

  std::string run(std::string_view notice) {
    add_lemmas();
    add_forms();
    add_folded();
    return assemble(notice);
  }

 private:
  void add_lemmas() {
    for (const auto& [form, readings] : words_.forms) {
      for (const NamedReading& reading : readings) {
        classes_[reading.lemma] |= static_cast<std::uint16_t>(1U << static_cast<unsigned int>(reading.word_class));
      }
    }
    lemmas_.emplace_back();  // no_lemma
    for (const auto& [text, classes] : classes_) {
      const auto verb = words_.verbs.find(text);
      ids_.emplace(text, static_cast<LemmaId>(lemmas_.size()));
      lemma_texts_.push_back(key_of(text, static_cast<std::uint32_t>(lemmas_.size()), 0));
      lemmas_.push_back({texts_.add(text), static_cast<std::uint8_t>(text.size()),
                         verb == words_.verbs.end() ? std::uint8_t{0} : format::pack(verb->second), classes});
    }
  }

  Reading numbered(const NamedReading& reading) const {
    return {ids_.at(reading.lemma), reading.word_class, reading.morphology};
  }

  Slot key_of(const std::string& text, std::uint32_t value, std::size_t count) {
    Slot slot;
    slot.text = texts_.add(text);
    slot.length = static_cast<std::uint8_t>(text.size());
    slot.value = value;
    slot.count = static_cast<std::uint8_t>(count);
    return slot;
  }

  Slot add_readings(const std::string& text, const std::vector<Reading>& readings) {
    const std::size_t count = std::min<std::size_t>(readings.size(), 255);
    const Slot slot = key_of(text, static_cast<std::uint32_t>(readings_.size()), count);
    readings_.insert(readings_.end(), readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(count));
    return slot;
  }

  void add_forms() {
    std::vector<Reading> numbers;
    for (const auto& [form, readings] : words_.forms) {
      if (form.size() > 255 || readings.empty()) continue;
      numbers.clear();
      for (const NamedReading& reading : readings) numbers.push_back(numbered(reading));
      forms_.push_back(add_readings(form, numbers));
      by_fold_[utf8::fold(form)].push_back(forms_.size() - 1);
    }
  }

  std::string text_of(const Slot& slot) const { return texts_.bytes().substr(slot.text, slot.length); }

  /// Keys that are a form themselves and stand for no other one are found without this table.
  void add_folded() {
    for (const auto& [key, members] : by_fold_) {
      if (key.empty() || key.size() > 255) continue;
      if (members.size() == 1) {
        const Slot& form = forms_[members.front()];
        if (text_of(form) != key) folded_.push_back(key_of(key, form.value, form.count));
        continue;
      }
      folded_.push_back(add_readings(key, union_of(key, members)));
    }
  }

  std::vector<Reading> union_of(const std::string& key, const std::vector<std::size_t>& members) const {
    std::vector<Reading> merged;
    const auto add = [&](std::size_t member) {
      const Slot& form = forms_[member];
      for (std::size_t i = 0; i < form.count; ++i) {
        const Reading& reading = readings_[form.value + i];
        const bool known = std::any_of(merged.begin(), merged.end(), [&reading](const Reading& other) {
          return other.lemma == reading.lemma && other.word_class == reading.word_class &&
                 other.morphology == reading.morphology;
        });
        if (!known) merged.push_back(reading);
      }
    };
    for (const std::size_t member : members) {
      if (text_of(forms_[member]) == key) add(member);
    }
    for (const std::size_t member : members) add(member);
    return merged;
  }

  template <class T>
  static Section append(std::string& out, const T* elements, std::size_t count) {
    out.resize((out.size() + 7) / 8 * 8);
    const Section section{out.size(), count};
    out.append(reinterpret_cast<const char*>(elements), count * sizeof(T));
    return section;
  }

  std::string assemble(std::string_view notice) const {
    Header header;
    std::copy(std::begin(format::magic), std::end(format::magic), std::begin(header.magic));
    header.version = format::version;
    header.reading_size = sizeof(Reading);
    std::string out(sizeof(Header), '\0');
    out += notice.substr(0, format::notice_size);
    out.resize(sizeof(Header) + format::notice_size);
    const auto append_all = [&out](const auto& list) { return append(out, list.data(), list.size()); };
    header.forms = append_all(hash_table(forms_, texts_.bytes()));
    header.folded = append_all(hash_table(folded_, texts_.bytes()));
    header.lemma_texts = append_all(hash_table(lemma_texts_, texts_.bytes()));
    header.lemmas = append_all(lemmas_);
    header.readings = append_all(readings_);
    header.texts = append_all(texts_.bytes());
    header.file_size = out.size();
    header.content = format::hash(std::string_view(out).substr(sizeof(Header) + format::notice_size));
    out.replace(0, sizeof(Header), reinterpret_cast<const char*>(&header), sizeof(Header));
    header.checksum = format::hash(std::string_view(out).substr(0, sizeof(Header) + format::notice_size));
    out.replace(0, sizeof(Header), reinterpret_cast<const char*>(&header), sizeof(Header));
    return out;
  }

  const WordList& words_;
  TextPool texts_;
  std::map<std::string, std::uint16_t> classes_;
  std::map<std::string, LemmaId> ids_;
  std::vector<Lemma> lemmas_;
  std::vector<Slot> lemma_texts_;
  std::vector<Slot> forms_;
  std::vector<Slot> folded_;
  std::vector<Reading> readings_;
  std::map<std::string, std::vector<std::size_t>> by_fold_;
};

}  // namespace

std::string write_forms(const WordList& words, std::string_view notice) {
  return Writer(words).run(notice);
}

}  // namespace depeche::language::compile
