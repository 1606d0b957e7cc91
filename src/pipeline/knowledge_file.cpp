#include "pipeline/knowledge_file.hpp"

#include <cstring>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "article/archive.hpp"
#include "language/archive.hpp"
#include "mapping/archive.hpp"
#include "recognise/archive.hpp"

namespace depeche::pipeline {

template <class Archive>
void serialize(Archive& archive, LanguageKnowledge& knowledge) {
  auto& [ontology, mappings, reference, governors, support_verbs, cues, chrome, quantities, times, name_words,
         endings] = knowledge;
  archive(ontology, mappings, reference, governors, support_verbs, cues, chrome, quantities, times, name_words,
          endings);
}

namespace {

using knowledge_format::Header;
using knowledge_format::Part;

static_assert(std::is_trivially_copyable_v<Header> && sizeof(Header) == 168);

FastHash::Value checksum_of(Header header) {
  header.checksum = {};
  return fast_hash({reinterpret_cast<const char*>(&header), sizeof header});
}

bool lies_within(const Part& part, const Header& header) {
  return part.offset >= sizeof header && part.offset <= header.file_size && part.size <= header.file_size - part.offset;
}

/// What is wrong with the file; empty if its parts may be looked at.
std::string_view find_fault(std::string_view bytes, std::string_view program, Header& header) {
  if (bytes.size() < sizeof header) return "is truncated";
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, knowledge_format::magic, sizeof header.magic) != 0) return "is no compiled knowledge";
  if (header.version != knowledge_format::version || header.size != sizeof header) return "is of another version";
  if (header.checksum != checksum_of(header)) return "is damaged";
  if (header.file_size != bytes.size()) return "is truncated";
  if (!lies_within(header.names, header) || !lies_within(header.language, header)) return "is damaged";
  std::string padded(program);
  padded.resize(sizeof header.program);
  const bool same = !program.empty() && program.size() <= sizeof header.program &&
                    padded == std::string_view(header.program, sizeof header.program);
  return same ? "" : "was made by another program";
}

}  // namespace

Result<KnowledgeFile> KnowledgeFile::open(const std::string& path, std::string_view program) {
  auto mapped = MappedFile::open(path);
  if (!mapped) return tl::unexpected<Error>(mapped.error());
  KnowledgeFile file;
  file.file_ = std::move(*mapped);
  const std::string_view fault = find_fault(file.file_.bytes(), program, file.header_);
  if (!fault.empty()) return fail("compiled knowledge '" + path + "' " + std::string(fault));
  return file;
}

std::optional<std::string_view> KnowledgeFile::bytes_of(const Part& part, const FastHash::Value& sources) const {
  if (part.sources != sources) return std::nullopt;
  const std::string_view bytes = file_.bytes().substr(part.offset, part.size);
  return fast_hash(bytes) == part.content ? std::optional(bytes) : std::nullopt;
}

std::optional<lexicon::NameLexicon> KnowledgeFile::names(const FastHash::Value& sources) const {
  const auto bytes = bytes_of(header_.names, sources);
  return bytes ? lexicon::NameLexicon::unpack(*bytes) : std::nullopt;
}

std::optional<LanguageKnowledge> KnowledgeFile::language(const FastHash::Value& sources,
                                                         const std::string& folder) const {
  const auto bytes = bytes_of(header_.language, sources);
  std::optional<LanguageKnowledge> knowledge(std::in_place);
  if (!bytes || !unpack(*bytes, *knowledge)) return std::nullopt;
  knowledge->mappings.rename_files([&](const std::string& file) { return folder + "/" + file; });
  return knowledge;
}

std::string pack_knowledge(CompiledParts parts, std::string_view program) {
  Header header;
  if (program.empty() || program.size() > sizeof header.program) {
    throw std::invalid_argument("a program without a build id cannot compile knowledge");
  }
  std::memcpy(header.magic, knowledge_format::magic, sizeof header.magic);
  header.version = knowledge_format::version;
  header.size = sizeof header;
  std::memcpy(header.program, program.data(), program.size());
  std::string out(sizeof header, '\0');
  const auto add = [&](std::string_view bytes, const FastHash::Value& sources) {
    const Part part{out.size(), bytes.size(), sources, fast_hash(bytes)};
    out += bytes;
    return part;
  };
  header.names = add(parts.names.pack(), parts.names_sources);
  const std::size_t prefix = parts.language_folder.size() + 1;
  parts.language.mappings.rename_files([&](const std::string& file) { return file.substr(prefix); });
  header.language = add(pack(parts.language), parts.language_sources);
  header.file_size = out.size();
  header.checksum = checksum_of(header);
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace depeche::pipeline
