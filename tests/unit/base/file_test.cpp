#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/digest.hpp"
#include "base/mapped_file.hpp"

namespace depeche {
namespace {

class FileTest : public testing::Test {
 protected:
  std::string make_file(const std::string& name, std::string_view content) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return (folder_ / name).string();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("depeche-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(FileTest, MapAndReadGiveTheBytes) {
  const std::string path = make_file("a", std::string_view("a\0b\n", 4));
  auto mapped = MappedFile::open(path);
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->bytes(), std::string_view("a\0b\n", 4));
  const MappedFile moved = std::move(*mapped);
  EXPECT_EQ(moved.bytes().size(), 4U);
  EXPECT_TRUE(mapped->bytes().empty());
  EXPECT_EQ(read_file(path).value(), std::string_view("a\0b\n", 4));
}

TEST_F(FileTest, EmptyFileIsNoError) {
  const std::string path = make_file("empty", "");
  ASSERT_TRUE(MappedFile::open(path));
  EXPECT_TRUE(MappedFile::open(path)->bytes().empty());
  EXPECT_EQ(read_file(path).value(), "");
}

TEST_F(FileTest, FailuresNameTheFileAndTheReason) {
  const std::string missing = (folder_ / "missing").string();
  for (const Error& error : {MappedFile::open(missing).error(), read_file(missing).error()}) {
    EXPECT_EQ(error.system_errno, ENOENT);
    EXPECT_EQ(error.message, "cannot open '" + missing + "': No such file or directory");
  }
  make_file("x", "");
  EXPECT_EQ(MappedFile::open(folder_.string()).error().system_errno, EISDIR);
  EXPECT_EQ(read_file(folder_.string()).error().system_errno, EISDIR);
}

TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(h16("abc"), "ba7816bf8f01cfea");
  EXPECT_EQ(h8("abc"), "ba7816bf");
}

}  // namespace
}  // namespace depeche
