#include "language/model.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/mapped_file.hpp"

namespace depeche::language {
namespace {

const std::string shipped = DEPECHE_SOURCE_DIR "/mappings/fr/analyser.model";

std::string write_copy(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string message_of(const std::string& path) {
  const auto model = Model::open(path);
  return model ? "" : model.error().message;
}

TEST(ModelFile, OpensTheShippedOne) {
  const auto model = Model::open(shipped);
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_GT(model->first_right(), 10U);
  EXPECT_GT(model->transition_count(), model->first_right() + 10);
  EXPECT_EQ(model->transitions()[model->first_right() - 1].label, Dependency::root);
}

TEST(ModelFile, RefusesWhatIsMissingForeignTruncatedOrDamaged) {
  EXPECT_NE(message_of("/no/such.model").find("/no/such.model"), std::string::npos);
  const std::string bytes = read_file(shipped).value();
  EXPECT_NE(message_of(write_copy("short.model", "DEPMODEL")).find("too short"), std::string::npos);
  EXPECT_NE(message_of(write_copy("foreign.model", "X" + bytes.substr(1))).find("not an analyser model"),
            std::string::npos);
  EXPECT_NE(message_of(write_copy("cut.model", bytes.substr(0, bytes.size() - 100))).find("truncated"),
            std::string::npos);
  std::string damaged = bytes;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] + 1);
  EXPECT_NE(message_of(write_copy("damaged.model", damaged)).find("damaged"), std::string::npos);
  std::string old = bytes;
  old[8] = 77;
  EXPECT_NE(message_of(write_copy("old.model", old)).find("version 77"), std::string::npos);
}

}  // namespace
}  // namespace depeche::language
