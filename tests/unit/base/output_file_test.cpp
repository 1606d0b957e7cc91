#include "base/output_file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/descriptor.hpp"
#include "base/mapped_file.hpp"

namespace depeche {
namespace {

namespace fs = std::filesystem;

class OutputFileTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string content(const std::string& name) const { return read_file(path(name)).value_or("(missing)"); }
  void put(const std::string& name, std::string_view text) const { std::ofstream(folder_ / name) << text; }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {})); }

  fs::path folder_ = fs::path(testing::TempDir()) /
                     (std::string("depeche-out-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(OutputFileTest, AppearsOnlyWhenCommitted) {
  put("kg.ttl", "old");
  auto out = OutputFile::open(path("kg.ttl"));
  ASSERT_TRUE(out);
  out->write("new ");
  out->write("");
  out->write("text");
  out->flush();
  EXPECT_EQ(content("kg.ttl"), "old");
  EXPECT_EQ(out->size(), 8U);
  ASSERT_TRUE(out->commit());
  EXPECT_EQ(content("kg.ttl"), "new text");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, WritesMoreThanItsBuffer) {
  std::string expected;
  auto out = OutputFile::open(path("big"));
  for (std::size_t size : {1U, 1000000U, 100000U, 3000000U, 1048576U, 7U}) {
    const std::string piece(size, static_cast<char>('a' + size % 26));
    out->write(piece);
    expected += piece;
  }
  ASSERT_TRUE(out->commit());
  EXPECT_TRUE(content("big") == expected);
}

TEST_F(OutputFileTest, WithoutCommitNothingIsLeft) {
  put("kg.ttl", "old");
  {
    auto out = OutputFile::open(path("kg.ttl"));
    ASSERT_TRUE(out);
    out->write(std::string(2000000, 'x'));
    EXPECT_EQ(files(), 2U);
    auto moved = std::move(*out);
    moved.write("y");
  }
  EXPECT_EQ(content("kg.ttl"), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, KeepsModeAndFollowsLinks) {
  put("real.ttl", "old");
  fs::permissions(folder_ / "real.ttl", fs::perms(0640));
  fs::create_symlink("real.ttl", folder_ / "link.ttl");
  auto out = OutputFile::open(path("link.ttl"));
  out->write("new");
  ASSERT_TRUE(out->commit());
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.ttl"));
  EXPECT_EQ(content("real.ttl"), "new");
  EXPECT_EQ(fs::status(folder_ / "real.ttl").permissions(), fs::perms(0640));
}

TEST_F(OutputFileTest, BadPathsFailBeforeAnyWork) {
  const auto errno_of = [](const std::string& name) {
    auto out = OutputFile::open(name);
    return out ? 0 : out.error().system_errno;
  };
  EXPECT_EQ(errno_of(path("missing/kg.ttl")), ENOENT);
  EXPECT_EQ(errno_of(folder_.string()), EISDIR);
  EXPECT_EQ(errno_of(path("new/")), EISDIR);
  EXPECT_EQ(errno_of(path(std::string(300, 'n'))), ENAMETOOLONG);
  put("file", "");
  EXPECT_EQ(errno_of(path("file/kg.ttl")), ENOTDIR);
  fs::create_symlink("nowhere", folder_ / "dangling");
  EXPECT_EQ(errno_of(path("dangling")), ENOENT);
  EXPECT_FALSE(OutputFile::open(""));
  EXPECT_EQ(OutputFile::open(path("missing/kg.ttl")).error().message,
            "cannot open the folder of '" + path("missing/kg.ttl") + "': No such file or directory");
  EXPECT_EQ(files(), 2U) << "no temporary file is left";
}

TEST_F(OutputFileTest, LongestNameIsFine) {
  auto out = OutputFile::open(path(std::string(255, 'n')));
  ASSERT_TRUE(out) << out.error().message;
  EXPECT_TRUE(out->commit());
}

TEST_F(OutputFileTest, ReadOnlyTargetIsRefused) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
  put("kg.ttl", "old");
  fs::permissions(folder_ / "kg.ttl", fs::perms(0444));
  EXPECT_EQ(OutputFile::open(path("kg.ttl")).error().system_errno, EACCES);
}

TEST_F(OutputFileTest, FullDeviceIsReported) {
  auto out = OutputFile::open("/dev/full");
  ASSERT_TRUE(out);
  out->write("x");
  EXPECT_FALSE(out->failure());
  const auto done = out->commit();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().system_errno, ENOSPC);
  EXPECT_EQ(done.error().message, "cannot write '/dev/full': No space left on device");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(OutputFileTest, NullDeviceTakesEverything) {
  auto out = OutputFile::open("/dev/null");
  out->write(std::string(3000000, 'x'));
  EXPECT_TRUE(out->commit());
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(OutputFileTest, FileSizeLimitKeepsTheOldFile) {
  put("kg.ttl", "old");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1500000;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  auto out = OutputFile::open(path("kg.ttl"));
  for (int i = 0; i < 30; ++i) out->write(std::string(100000, 'x'));
  const bool seen = out->failure().has_value();
  const auto done = out->commit();
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_TRUE(seen) << "the limit shows before the end";
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().system_errno, EFBIG);
  EXPECT_EQ(content("kg.ttl"), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFileTest, TruncationBehindOurBackIsFound) {
  auto out = OutputFile::open(path("kg.ttl"));
  out->write("0123456789");
  out->flush();
  for (const auto& entry : fs::directory_iterator(folder_)) fs::resize_file(entry.path(), 3);
  ASSERT_FALSE(out->commit());
  EXPECT_EQ(files(), 0U);
}

TEST_F(OutputFileTest, FifoIsWrittenInPlace) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  std::string received;
  std::thread reader([&] { received = read_file(path("pipe")).value_or("(failed)"); });
  auto out = OutputFile::open(path("pipe"));
  ASSERT_TRUE(out);
  out->write("through the pipe");
  EXPECT_TRUE(out->commit());
  reader.join();
  EXPECT_EQ(received, "through the pipe");
  EXPECT_TRUE(fs::is_fifo(folder_ / "pipe"));
}

/// Gives standard output to another descriptor as long as it lives.
class StandardOutput {
 public:
  explicit StandardOutput(int fd) : saved_(::dup(STDOUT_FILENO)) {
    fd < 0 ? ::close(STDOUT_FILENO) : ::dup2(fd, STDOUT_FILENO);
  }
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;
  ~StandardOutput() {
    ::dup2(saved_, STDOUT_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
};

TEST_F(OutputFileTest, DashIsStandardOutput) {
  const Descriptor file = open_descriptor(AT_FDCWD, path("stdout").c_str(), O_WRONLY | O_CREAT, 0600);
  bool committed = false;
  {
    std::fflush(stdout);
    const StandardOutput redirected(file.get());
    auto out = OutputFile::open("-");
    out->write("to stdout");
    committed = out->commit().has_value();
  }
  EXPECT_TRUE(committed);
  EXPECT_EQ(content("stdout"), "to stdout");
}

TEST_F(OutputFileTest, BrokenPipeAndClosedStandardOutputAreErrors) {
  const auto old_handler = std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  int broken = 0, closed = 0;
  std::fflush(stdout);
  {
    const StandardOutput redirected(ends[1]);
    auto out = OutputFile::open("-");
    out->write("x");
    broken = out->commit().error().system_errno;
  }
  {
    const StandardOutput redirected(-1);
    closed = OutputFile::open("-").error().system_errno;
    auto out = OutputFile::open(path("kg.ttl"));
    out->write("not on descriptor 1");
    EXPECT_EQ(::fcntl(STDOUT_FILENO, F_GETFD), -1);
    EXPECT_TRUE(out->commit());
  }
  ::close(ends[1]);
  std::signal(SIGPIPE, old_handler);
  EXPECT_EQ(broken, EPIPE);
  EXPECT_EQ(closed, EBADF);
}

}  // namespace
}  // namespace depeche
