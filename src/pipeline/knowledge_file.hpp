#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/build_id.hpp"
#include "base/fast_hash.hpp"
#include "base/mapped_file.hpp"
#include "base/result.hpp"
#include "lexicon/names.hpp"
#include "pipeline/language_knowledge.hpp"

/// The file of compiled knowledge: what the tables of names, the ontology and the mappings of a language say, as it
/// stands in memory after they were read and checked, so that a run need not read them again.
///
///   header     below
///   names      lexicon::Contents
///   language   LanguageKnowledge; rules without examples, their files named from the folder of the language on
///
/// The parts are archives of cereal (base/archive.hpp). They are only ever read by the very program that wrote them,
/// told by its build id: whatever is changed in the types, an older file cannot be mistaken for a newer one. And each
/// part is only used in place of the sources that it was made of, told by a hash of their names and contents: times of
/// files would be cheaper to ask for, but copies, archives and packages set them at will. Hashing takes a millisecond.
namespace depeche::pipeline {

namespace knowledge_format {

inline constexpr char magic[8] = {'D', 'E', 'P', 'K', 'N', 'O', 'W', 'L'};
inline constexpr std::uint32_t version = 1;

struct Part {
  std::uint64_t offset = 0, size = 0;  ///< in the file, in bytes
  FastHash::Value sources{};           ///< what it was made of
  FastHash::Value content{};           ///< its bytes
};

/// In the byte order of the machine; another order shows as a wrong version.
struct Header {
  char magic[8] = {};
  std::uint32_t version = 0;
  std::uint32_t size = 0;  ///< of this header
  std::uint64_t file_size = 0;
  char program[32] = {};  ///< build id, padded with zeros
  Part names, language;
  FastHash::Value checksum{};  ///< of this header with the checksum 0
};

}  // namespace knowledge_format

/// A file of compiled knowledge, mapped. Nothing of it is believed that its checksums do not vouch for.
class KnowledgeFile {
 public:
  /// Fails if there is no such file, or it is damaged, of another version, or not made by `program`.
  static Result<KnowledgeFile> open(const std::string& path, std::string_view program = build_id());

  /// The part if it was made of these sources; nullopt if not, or if it is damaged.
  std::optional<lexicon::NameLexicon> names(const FastHash::Value& sources) const;
  /// `folder`: that of the language, where rules say their files lie.
  std::optional<LanguageKnowledge> language(const FastHash::Value& sources, const std::string& folder) const;

 private:
  std::optional<std::string_view> bytes_of(const knowledge_format::Part& part, const FastHash::Value& sources) const;

  MappedFile file_;
  knowledge_format::Header header_;
};

/// What is to be compiled, and what it was made of.
struct CompiledParts {
  const lexicon::NameLexicon& names;
  FastHash::Value names_sources;
  LanguageKnowledge language;
  FastHash::Value language_sources;
  std::string language_folder;
};

/// The bytes of a file; the same for the same parts and program. Throws std::invalid_argument if the program has no
/// build id or one that is too long.
std::string pack_knowledge(CompiledParts parts, std::string_view program = build_id());

}  // namespace depeche::pipeline
