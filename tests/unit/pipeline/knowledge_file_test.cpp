#include "pipeline/knowledge_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "pipeline/resources.hpp"

namespace depeche::pipeline {
namespace {

namespace fs = std::filesystem;
using knowledge_format::Header;

const std::string share = DEPECHE_BUILD_DIR "/share/depeche";
const ResourcePaths paths{share, DEPECHE_SOURCE_DIR "/mappings", DEPECHE_SOURCE_DIR "/ontology", "fr", {}, {}};

/// The delivered knowledge, compiled by this test.
const std::string& whole() {
  static const std::string bytes = [] {
    Diagnostics faults;
    auto compiled = Resources::compile(paths, faults);
    EXPECT_TRUE(compiled && !has_errors(faults));
    return compiled ? *compiled : std::string(sizeof(Header), '\0');
  }();
  return bytes;
}

Header header_of(const std::string& bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

class File : public ::testing::Test {
 protected:
  ~File() override { fs::remove(path_); }

  Result<KnowledgeFile> open(const std::string& bytes, std::string_view program = build_id()) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    return KnowledgeFile::open(path_, program);
  }
  std::unique_ptr<Resources> load(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    ResourcePaths with = paths;
    with.compiled = path_;
    Diagnostics faults;
    auto loaded = Resources::load(with, faults);
    return loaded ? std::move(*loaded) : nullptr;
  }
  std::string fault_of(const std::string& bytes, std::string_view program = build_id()) const {
    const auto file = open(bytes, program);
    return file ? "" : file.error().message.substr(file.error().message.rfind('\'') + 2);
  }
  /// The bytes under a header that vouches for itself.
  static std::string with_header(std::string bytes, Header header) {
    header.checksum = {};
    header.checksum = fast_hash({reinterpret_cast<const char*>(&header), sizeof header});
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
  }

  const std::string path_ = (fs::temp_directory_path() / ("depeche-knowledge-" + std::to_string(::getpid()))).native();
};

TEST_F(File, StandsForItsSources) {
  ASSERT_FALSE(build_id().empty());
  const auto compiled = load(whole());
  const auto read = load("");
  ASSERT_TRUE(compiled && read);
  const auto& rules = compiled->knowledge().mappings.rules();
  const auto& wanted = read->knowledge().mappings.rules();
  ASSERT_EQ(rules.size(), wanted.size());
  std::size_t examples = 0;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_EQ(rules[i].id, wanted[i].id);
    EXPECT_EQ(rules[i].file, wanted[i].file);
    EXPECT_EQ(rules[i].line, wanted[i].line);
    EXPECT_TRUE(rules[i].examples.empty()) << "the sources were read";
    examples += wanted[i].examples.size();
  }
  EXPECT_GT(examples, 500u) << "the sources were not read";
}

TEST_F(File, LosesNothing) {
  const Header header = header_of(whole());
  const auto file = open(whole());
  ASSERT_TRUE(file) << file.error().message;
  const auto names = file->names(header.names.sources);
  auto language = file->language(header.language.sources, "anywhere/fr");
  ASSERT_TRUE(names && language);
  EXPECT_EQ(language->mappings.rules().front().file.substr(0, 18), "anywhere/fr/rules/");
  const std::string again =
      pack_knowledge({*names, header.names.sources, std::move(*language), header.language.sources, "anywhere/fr"});
  EXPECT_TRUE(again == whole());
}

TEST_F(File, OfOtherSourcesIsNotUsed) {
  const Header header = header_of(whole());
  const auto file = open(whole());
  ASSERT_TRUE(file);
  auto other = header.names.sources;
  ++other[1];
  EXPECT_FALSE(file->names(other));
  EXPECT_FALSE(file->language(header.names.sources, "fr"));
}

TEST_F(File, OfAnotherProgramIsNotUsed) {
  EXPECT_EQ(fault_of(whole(), "another"), "was made by another program");
  EXPECT_EQ(fault_of(whole(), ""), "was made by another program");
  EXPECT_EQ(fault_of(whole(), std::string(build_id()) + "x"), "was made by another program");
  EXPECT_THROW(pack_knowledge({*open(whole())->names(header_of(whole()).names.sources), {}, {}, {}, {}}, ""),
               std::invalid_argument);
}

TEST_F(File, OfAnotherVersionIsNotUsed) {
  Header header = header_of(whole());
  header.version = knowledge_format::version - 1;
  EXPECT_EQ(fault_of(with_header(whole(), header)), "is of another version");
}

TEST_F(File, TruncatedIsNotUsed) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, sizeof(Header) - 1}) {
    EXPECT_EQ(fault_of(whole().substr(0, size)), "is truncated") << size;
  }
  for (const std::size_t size : {sizeof(Header), sizeof(Header) + 1, whole().size() / 2, whole().size() - 1}) {
    EXPECT_EQ(fault_of(whole().substr(0, size)), "is truncated") << size;
  }
  EXPECT_EQ(fault_of(whole() + "x"), "is truncated");
  EXPECT_EQ(fault_of(std::string(1000, 'x')), "is no compiled knowledge");
}

TEST_F(File, EveryBitOfTheHeaderCounts) {
  for (std::size_t at = 0; at < sizeof(Header); ++at) {
    std::string bytes = whole();
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_NE(fault_of(bytes), "") << "byte " << at;
  }
}

TEST_F(File, DamagedPartsAreNotUsed) {
  const Header header = header_of(whole());
  for (const auto* part : {&header.names, &header.language}) {
    for (std::uint64_t at = part->offset; at < part->offset + part->size; at += part->size / 20) {
      std::string bytes = whole();
      bytes[at] = static_cast<char>(bytes[at] ^ 1);
      const auto file = open(bytes);
      ASSERT_TRUE(file);
      EXPECT_EQ(file->names(header.names.sources).has_value(), part != &header.names) << "byte " << at;
      EXPECT_EQ(file->language(header.language.sources, "fr").has_value(), part != &header.language) << "byte " << at;
    }
  }
}

TEST_F(File, PartsThatDoNotFitTheirTypesAreNotUsed) {
  Header header = header_of(whole());
  --header.names.size;  // vouched for, but one byte short
  header.names.content = fast_hash(std::string_view(whole()).substr(header.names.offset, header.names.size));
  ++header.language.offset;
  --header.language.size;
  header.language.content = fast_hash(std::string_view(whole()).substr(header.language.offset, header.language.size));
  const auto file = open(with_header(whole(), header));
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_FALSE(file->names(header.names.sources));
  EXPECT_FALSE(file->language(header.language.sources, "fr"));
  header.language.offset = whole().size() + 1;
  EXPECT_EQ(fault_of(with_header(whole(), header)), "is damaged");
}

}  // namespace
}  // namespace depeche::pipeline
