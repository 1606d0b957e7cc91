#include <algorithm>
#include <cstddef>

#include "base/utf8.hpp"
#include "language/compile/word_list.hpp"
#include "language/forms_format.hpp"

namespace depeche::language::compile {
namespace {

using format::Entry;
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

/// A hash table at most half full.
class SlotTable {
 public:
  explicit SlotTable(std::size_t keys) {
    std::size_t size = 16;
    while (size < keys * 2) size *= 2;
    slots_.resize(size);
  }

  void add(std::string_view key, std::size_t index) {
    const std::uint64_t hash = format::hash(key);
    std::uint64_t at = hash & (slots_.size() - 1);
    while (slots_[at].index != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {format::tag_of(hash), static_cast<std::uint32_t>(index + 1)};
  }

  const std::vector<Slot>& slots() const { return slots_; }

 private:
  std::vector<Slot> slots_;
};

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
      lemmas_.push_back({texts_.add(text), static_cast<std::uint8_t>(text.size()),
                         verb == words_.verbs.end() ? std::uint8_t{0} : format::pack(verb->second), classes});
    }
  }

  Reading numbered(const NamedReading& reading) const {
    return {ids_.at(reading.lemma), reading.word_class, reading.morphology};
  }

  Entry add_entry(const std::string& text, const std::vector<Reading>& readings) {
    const std::size_t count = std::min<std::size_t>(readings.size(), 255);
    const Entry entry{texts_.add(text), static_cast<std::uint32_t>(readings_.size()),
                      static_cast<std::uint8_t>(text.size()), static_cast<std::uint8_t>(count), 0};
    readings_.insert(readings_.end(), readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(count));
    return entry;
  }

  void add_forms() {
    std::vector<Reading> numbers;
    for (const auto& [form, readings] : words_.forms) {
      if (form.size() > 255 || readings.empty()) continue;
      numbers.clear();
      for (const NamedReading& reading : readings) numbers.push_back(numbered(reading));
      forms_.push_back(add_entry(form, numbers));
      by_fold_[utf8::fold(form)].push_back(forms_.size() - 1);
    }
  }

  std::string text_of(const Entry& entry) const { return texts_.bytes().substr(entry.text, entry.length); }

  /// Keys that are a form themselves and stand for no other one are found without this table.
  void add_folded() {
    for (const auto& [key, members] : by_fold_) {
      if (key.empty() || key.size() > 255) continue;
      if (members.size() == 1) {
        const Entry& form = forms_[members.front()];
        if (text_of(form) == key) continue;
        Entry entry = form;
        entry.text = texts_.add(key);
        entry.length = static_cast<std::uint8_t>(key.size());
        folded_.push_back(entry);
        continue;
      }
      folded_.push_back(add_entry(key, union_of(key, members)));
    }
  }

  std::vector<Reading> union_of(const std::string& key, const std::vector<std::size_t>& members) const {
    std::vector<Reading> merged;
    const auto add = [&](std::size_t member) {
      const Entry& entry = forms_[member];
      for (std::size_t i = 0; i < entry.count; ++i) {
        const Reading& reading = readings_[entry.readings + i];
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

  SlotTable slots_of(const std::vector<Entry>& entries) const {
    SlotTable table(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) table.add(text_of(entries[i]), i);
    return table;
  }

  template <class T>
  static Section append(std::string& out, const T* elements, std::size_t count) {
    out.resize((out.size() + 7) / 8 * 8);
    const Section section{out.size(), count};
    out.append(reinterpret_cast<const char*>(elements), count * sizeof(T));
    return section;
  }

  std::string assemble(std::string_view notice) const {
    SlotTable lemma_table(lemmas_.size());
    for (const auto& [text, id] : ids_) lemma_table.add(text, id);
    const SlotTable form_table = slots_of(forms_);
    const SlotTable folded_table = slots_of(folded_);

    Header header;
    std::copy(std::begin(format::magic), std::end(format::magic), std::begin(header.magic));
    header.version = format::version;
    header.reading_size = sizeof(Reading);
    std::string out(sizeof(Header), '\0');
    out += notice.substr(0, format::notice_size);
    out.resize(sizeof(Header) + format::notice_size);
    const auto append_all = [&out](const auto& list) { return append(out, list.data(), list.size()); };
    header.form_slots = append_all(form_table.slots());
    header.folded_slots = append_all(folded_table.slots());
    header.lemma_slots = append_all(lemma_table.slots());
    header.forms = append_all(forms_);
    header.folded = append_all(folded_);
    header.lemmas = append_all(lemmas_);
    header.readings = append_all(readings_);
    header.texts = append_all(texts_.bytes());
    header.file_size = out.size();
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
  std::vector<Entry> forms_;
  std::vector<Entry> folded_;
  std::vector<Reading> readings_;
  std::map<std::string, std::vector<std::size_t>> by_fold_;
};

}  // namespace

std::string write_forms(const WordList& words, std::string_view notice) { return Writer(words).run(notice); }

}  // namespace depeche::language::compile
