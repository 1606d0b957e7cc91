#include "base/build_id.hpp"

#include <elf.h>
#include <link.h>

#include <cstdint>
#include <cstring>

namespace depeche {
namespace {

constexpr std::uint32_t align(std::uint32_t size) {
  return (size + 3) / 4 * 4;
}

/// The id among the notes of a segment: each has a header, its owner's name and its content.
std::string_view find_note(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof note);
    notes.remove_prefix(sizeof note);
    const std::size_t size = std::size_t{align(note.n_namesz)} + align(note.n_descsz);
    if (size > notes.size()) return {};
    const std::string_view owner = notes.substr(0, note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID && owner == std::string_view("GNU", 4)) {
      return notes.substr(align(note.n_namesz), note.n_descsz);
    }
    notes.remove_prefix(size);
  }
  return {};
}

/// The program itself is the first object; the walk ends there.
int read_program(dl_phdr_info* object, std::size_t, void* id) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* const begin = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    const std::string_view found = find_note({begin, segment.p_memsz});
    if (!found.empty()) *static_cast<std::string_view*>(id) = found;
  }
  return 1;
}

}  // namespace

std::string_view build_id() {
  static const std::string_view id = [] {
    std::string_view found;
    ::dl_iterate_phdr(read_program, &found);
    return found;
  }();
  return id;
}

}  // namespace depeche
