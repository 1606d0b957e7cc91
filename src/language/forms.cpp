#include "language/forms.hpp"

#include <array>

#include "base/mapped_file.hpp"
#include "base/utf8.hpp"
#include "language/forms_format.hpp"
#include "language/scanner_characters.hpp"

namespace depeche::language {
namespace {

using format::Header;
using format::Section;
using format::Slot;

/// Bytes of a key under construction. French words are short; what does not fit is not in the lexicon.
struct Key {
  std::array<char, 256> bytes{};
  std::size_t size = 0;

  bool append(std::string_view part) {
    if (part.size() > bytes.size() - size) return false;
    part.copy(bytes.data() + size, part.size());
    size += part.size();
    return true;
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

/// What a capital without its accent may stand for, in lower and upper case.
struct Accented {
  char plain;
  std::string_view lower;
  std::string_view upper;
};
constexpr auto accented_capitals = std::to_array<Accented>({{'E', "é", "É"},
                                                            {'E', "ê", "Ê"},
                                                            {'E', "è", "È"},
                                                            {'A', "à", "À"},
                                                            {'A', "â", "Â"},
                                                            {'I', "î", "Î"},
                                                            {'C', "ç", "Ç"},
                                                            {'O', "ô", "Ô"},
                                                            {'U', "û", "Û"}});

bool is_all_capitals(std::string_view form) {
  int upper = 0;
  for (std::size_t at = 0; at < form.size();) {
    const scanner::Character c = scanner::character_at(form, at);
    if (c.kind == scanner::Kind::lower) return false;
    if (c.kind == scanner::Kind::upper) ++upper;
    at += c.length;
  }
  return upper > 1;
}

bool has_section(const Header& header, const Section& section, std::size_t element_size) {
  return section.offset % 4 == 0 && section.offset <= header.file_size &&
         section.count <= (header.file_size - section.offset) / element_size;
}

bool has_slots(const Header& header, const Section& section) {
  return section.count > 0 && (section.count & (section.count - 1)) == 0 && has_section(header, section, sizeof(Slot));
}

/// What is wrong with the file; empty if it can be used.
std::string_view find_fault(std::string_view bytes, Header& header) {
  if (bytes.size() < sizeof(Header) + format::notice_size) return "is truncated";
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (std::memcmp(header.magic, format::magic, sizeof format::magic) != 0) return "is not a form lexicon";
  if (header.version != format::version || header.reading_size != sizeof(Reading)) return "is of another version";
  if (header.file_size != bytes.size()) return "is truncated";
  std::string head(bytes.substr(0, sizeof(Header) + format::notice_size));
  std::memset(head.data() + offsetof(Header, checksum), 0, sizeof header.checksum);
  if (format::hash(head) != header.checksum) return "is damaged";
  const bool sections = has_slots(header, header.forms) && has_slots(header, header.folded) &&
                        has_slots(header, header.lemma_texts) &&
                        has_section(header, header.lemmas, sizeof(format::Lemma)) &&
                        has_section(header, header.readings, sizeof(Reading)) && has_section(header, header.texts, 1);
  return sections ? "" : "is damaged";
}

}  // namespace

struct FormLexicon::Impl {
  MappedFile file;
  Header header;

  template <class T>
  const T* at(const Section& section) const {
    return reinterpret_cast<const T*>(file.bytes().data() + section.offset);
  }

  std::string_view text(std::uint32_t offset, std::size_t length) const {
    if (offset > header.texts.count || length > header.texts.count - offset) return {};
    return {at<char>(header.texts) + offset, length};
  }

  /// The slot of a key in one of the tables; nullptr if it is not there.
  const Slot* find(const Section& table, std::string_view key) const {
    const std::uint64_t hash = format::hash(key);
    const Slot* const slots = at<Slot>(table);
    for (std::size_t probe = 0; probe < table.count; ++probe) {
      const Slot& slot = slots[(hash + probe) & (table.count - 1)];
      if (slot.length == 0) return nullptr;
      if (slot.tag == format::tag_of(hash) && text(slot.text, slot.length) == key) return &slot;
    }
    return nullptr;
  }

  std::span<const Reading> find_readings(const Section& table, std::string_view key) const {
    const Slot* const slot = find(table, key);
    if (slot == nullptr || slot->value > header.readings.count || slot->count > header.readings.count - slot->value) {
      return {};
    }
    return {at<Reading>(header.readings) + slot->value, slot->count};
  }

  std::span<const Reading> find_form(std::string_view form) const { return find_readings(header.forms, form); }

  std::span<const Reading> find_capitalised(std::string_view form) const {
    const std::string lower = utf8::lower(form);
    const bool capitals = is_all_capitals(form);
    // Capitals without any accent may have lost one; with an accent the writer has set them all.
    if (capitals && lower.size() == utf8::length(lower)) {
      if (const auto found = find_readings(header.folded, lower); !found.empty()) return found;
    }
    if (const auto found = find_form(form); !found.empty()) return found;
    if (const auto found = find_form(lower); !found.empty()) return found;
    if (capitals) return find_readings(header.folded, utf8::fold(form));
    for (const Accented& accented : accented_capitals) {
      if (form[0] != accented.plain) continue;
      Key given;
      Key lowered;
      if (!given.append(accented.upper) || !given.append(form.substr(1)) || !lowered.append(accented.lower) ||
          !lowered.append(std::string_view(lower).substr(1))) {
        break;
      }
      if (const auto found = find_form(given.view()); !found.empty()) return found;
      if (const auto found = find_form(lowered.view()); !found.empty()) return found;
    }
    return {};
  }
};

FormLexicon::FormLexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FormLexicon::FormLexicon(FormLexicon&&) noexcept = default;
FormLexicon& FormLexicon::operator=(FormLexicon&&) noexcept = default;
FormLexicon::~FormLexicon() = default;

Result<FormLexicon> FormLexicon::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected<Error>(file.error());
  auto impl = std::make_unique<Impl>();
  impl->file = std::move(*file);
  const std::string_view fault = find_fault(impl->file.bytes(), impl->header);
  if (!fault.empty()) return fail("form lexicon '" + path + "' " + std::string(fault));
  return FormLexicon(std::move(impl));
}

std::span<const Reading> FormLexicon::find(std::string_view form) const {
  if (scanner::character_at(form, 0).kind == scanner::Kind::upper) return impl_->find_capitalised(form);
  return impl_->find_form(form);
}

std::string_view FormLexicon::lemma(LemmaId id) const {
  if (id == no_lemma || id >= impl_->header.lemmas.count) return {};
  const auto& entry = impl_->at<format::Lemma>(impl_->header.lemmas)[id];
  return impl_->text(entry.text, entry.length);
}

LemmaId FormLexicon::find_lemma(std::string_view text) const {
  if (text.empty()) return no_lemma;
  const Slot* const slot = impl_->find(impl_->header.lemma_texts, text);
  return slot == nullptr ? no_lemma : slot->value;
}

bool FormLexicon::has_class(LemmaId id, WordClass word_class) const {
  if (id == no_lemma || id >= impl_->header.lemmas.count) return false;
  const unsigned int classes = impl_->at<format::Lemma>(impl_->header.lemmas)[id].classes;
  return ((classes >> static_cast<unsigned int>(word_class)) & 1U) != 0;
}

VerbTraits FormLexicon::verb_traits(LemmaId id) const {
  if (id == no_lemma || id >= impl_->header.lemmas.count) return {};
  return format::unpack(impl_->at<format::Lemma>(impl_->header.lemmas)[id].traits);
}

std::uint64_t FormLexicon::content() const {
  return impl_->header.content;
}

}  // namespace depeche::language
