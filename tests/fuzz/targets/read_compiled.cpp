// Compiled knowledge: the reader of the file, and that of its parts behind checksums that fit.
#include <cstring>

#include "pipeline/knowledge_file.hpp"
#include "targets.hpp"

namespace depeche::fuzz {
namespace {

using pipeline::KnowledgeFile;
using pipeline::knowledge_format::Header;
using pipeline::knowledge_format::Part;

constexpr std::string_view program = "fuzz";

/// A file of little knowledge, with something of every kind in it.
std::string make_file() {
  const extract::Knowledge& all = resources().knowledge();
  const mapping::LexiconVocabulary words(all.forms);
  Diagnostics faults;
  pipeline::LanguageKnowledge little;
  little.ontology = mapping::Ontology::parse(
      {{"little.ttl", "@prefix dp: <https://w3id.org/depeche/ontology#> . dp:Thing dp:says \"rien\"@fr ."}}, faults);
  const std::string rule =
      "[[rule]]\nname = \"aller\"\nrelation = \"Visit\"\nverb = [\"visiter\", \"se rendre\"]\nvisitor = \"subject\"\n"
      "visited = [\"object\", \"à\"]\nwhere = { object = \"not table\" }\nfigure = []\n";
  little.mappings = mapping::Mappings::parse(rule, "rules/little.toml", "fr.little.", all.ontology, words,
                                             all.mappings.functions(), faults);
  little.cues =
      mapping::Cues::parse("attribution = [\"selon\"]\nasides = [\"d'autre part\"]\n", "cues.toml", words, faults);
  little.governors =
      mapping::Governors::parse("[[governor]]\nclass = \"said\"\nverb = \"dire\"\n", "g.toml", words, faults);
  const auto names =
      lexicon::NameLexicon::load(std::string(DEPECHE_SOURCE_DIR) + "/tests/fuzz/corpus/read_names", {}, faults);
  require(names.has_value(), "the corpus has names");
  return pipeline::pack_knowledge({*names, {1, 2}, std::move(little), {3, 4}, "rules"}, program);
}

std::string with_header(std::string file, Header header) {
  const auto seal = [&](Part& part) {
    part.content = fast_hash(std::string_view(file).substr(part.offset, part.size));
  };
  seal(header.names);
  seal(header.language);
  header.file_size = file.size();
  header.checksum = {};
  header.checksum = fast_hash({reinterpret_cast<const char*>(&header), sizeof header});
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

void read(std::string_view bytes) {
  const auto file = KnowledgeFile::open(write_input("fr.knowledge", bytes), program);
  if (!file) return;
  file->names({1, 2});
  file->language({3, 4}, "rules");
}

/// Changes bytes of the parts: five bytes of the input are the place and the change of one.
std::string edit(std::string file, std::string_view edits) {
  for (; edits.size() >= 5; edits.remove_prefix(5)) {
    std::uint32_t place = 0;
    std::memcpy(&place, edits.data(), sizeof place);
    char& byte = file[sizeof(Header) + place % (file.size() - sizeof(Header))];
    byte = static_cast<char>(byte ^ edits[4]);
  }
  return file;
}

}  // namespace

void read_compiled(std::string_view bytes) {
  static const std::string whole = make_file();
  Header header;
  std::memcpy(&header, whole.data(), sizeof header);
  read(bytes);
  read(with_header(edit(whole, bytes), header));
  header.names = header.language = {sizeof header, bytes.size(), {1, 2}, {}};
  header.language.sources = {3, 4};
  read(with_header(std::string(sizeof header, '\0').append(bytes), header));
  read(whole);
}

}  // namespace depeche::fuzz
