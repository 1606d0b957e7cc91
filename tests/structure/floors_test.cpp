// Holds the #include lines of src/ against the order of the rooms: a room includes only rooms below it, and a library
// from outside only where its room is.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> rooms{"base",     "rdf",       "sparql",  "language", "lexicon", "article",
                                     "mapping",  "recognise", "extract", "graph",    "table",   "store",
                                     "pipeline", "evaluate",  "sync",    "cli"};

const std::map<std::string, std::set<std::string>> may_include{
    {"base", {}},
    {"rdf", {"base"}},
    {"sparql", {"base", "rdf"}},
    {"language", {"base"}},
    {"lexicon", {"base", "rdf", "language"}},
    {"article", {"base"}},
    {"mapping", {"base", "rdf", "language", "lexicon"}},
    {"recognise", {"base", "language", "lexicon", "article"}},
    {"extract", {"base", "language", "lexicon", "article", "mapping", "recognise"}},
    {"graph", {"base", "rdf", "language", "article", "mapping", "recognise", "extract"}},
    {"table", {"base", "rdf", "sparql", "mapping", "graph"}},
    {"store", {"base", "rdf", "article"}},
    {"pipeline",
     {"base", "rdf", "language", "lexicon", "article", "mapping", "recognise", "extract", "graph", "table"}},
    {"evaluate",
     {"base", "rdf", "language", "lexicon", "article", "mapping", "recognise", "extract", "graph", "pipeline"}},
    {"sync", {"base", "rdf", "article", "extract", "mapping", "graph", "pipeline"}},
    {"cli",
     {"base", "rdf", "sparql", "language", "lexicon", "article", "mapping", "recognise", "extract", "graph", "table",
      "store", "pipeline", "evaluate", "sync"}},
};

/// Libraries that live in one room only.
const std::map<std::string, std::string> lives_in{
    {"serd/", "rdf"},        {"sord/", "rdf"},     {"boost/program_options", "cli"},
    {"simdjson", "article"}, {"unicode/", "base"}, {"openssl/", "base"},
    {"curl/", "store"}};

struct Include {
  fs::path file;
  std::string room, target;
  bool quoted;
};

std::vector<Include> read_includes() {
  std::vector<Include> out;
  const fs::path src = fs::path(DEPECHE_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    const std::string ext = entry.path().extension();
    if (ext != ".cpp" && ext != ".hpp") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include ")) continue;
      const bool quoted = line[9] == '"';
      const std::size_t end = line.find(quoted ? '"' : '>', 10);
      out.push_back(
          {entry.path(), fs::relative(entry.path(), src).begin()->string(), line.substr(10, end - 10), quoted});
    }
  }
  return out;
}

TEST(Structure, RoomsIncludeOnlyRoomsBelowThem) {
  const auto includes = read_includes();
  ASSERT_GT(includes.size(), 100u);
  for (const Include& i : includes) {
    if (!i.quoted) continue;
    const std::string target = i.target.substr(0, i.target.find('/'));
    ASSERT_TRUE(may_include.contains(i.room)) << i.file << ": a folder that is no room";
    EXPECT_TRUE(target == i.room || may_include.at(i.room).contains(target))
        << i.file << " includes " << i.target << ": room '" << i.room << "' stands below '" << target << "'";
  }
}

TEST(Structure, LibrariesStayInTheirRoom) {
  for (const Include& i : read_includes()) {
    for (const auto& [library, room] : lives_in) {
      if (i.target.starts_with(library)) EXPECT_EQ(i.room, room) << i.file << " includes <" << i.target << ">";
    }
  }
}

TEST(Structure, EveryFileHoldsOneIdea) {
  const fs::path src = fs::path(DEPECHE_SOURCE_DIR) / "src";
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    std::ifstream in(entry.path());
    const auto lines = std::count(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(), '\n');
    EXPECT_LE(lines, 500) << entry.path() << " has grown too long to hold one idea";
  }
}

}  // namespace
