#pragma once
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "graph/identity.hpp"
#include "sync/session.hpp"

// Articles of a made-up language, so that a run costs nothing and what it must give is known without the program:
// "a>b c>d" asserts two facts and names four entities.
namespace depeche::sync::test {

namespace fs = std::filesystem;

/// A new folder, on a file system in memory where there is one.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    const fs::path memory = "/dev/shm";
    std::error_code error;
    const bool quick = fs::is_directory(memory, error) && ::access(memory.c_str(), W_OK) == 0;
    std::string name = ((quick ? memory : fs::temp_directory_path()) / "depeche-sync-XXXXXX").native();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }
  std::string out() const { return (path_ / "out").native(); }

 private:
  fs::path path_;
};

struct Story {
  std::string id, text;
  bool faulty = false;  ///< comes as a record that cannot be read
};

using News = std::vector<Story>;

inline article::Article article_of(const Story& story) {
  article::Article out;
  out.id = story.id;
  out.text = story.text;
  out.published = {2024, 5, static_cast<std::uint8_t>(1 + story.id.size() % 28)};
  out.place = "news:" + story.id;
  return out;
}

inline std::string key_of(const Story& story) {
  return graph::article_digest(article_of(story));
}

inline Contribution contribution_of(const std::string& text, std::string_view key) {
  const std::string base = "<https://example.test/";
  const std::string type = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";
  const std::string entities = base + "graph/entities> .", graph = base + "graph/" + std::string(key) + "> .";
  Contribution out;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::size_t at = word.find('>');
    if (at == std::string::npos) continue;
    const std::string from = word.substr(0, at), to = word.substr(at + 1);
    out.facts.push_back(base + from + "> " + base + "met> " + base + to + "> .");
    out.facts.push_back(base + "rel/" + from + "-" + to + ">" + type + "<https://w3id.org/depeche/ontology#Meeting> .");
    for (const std::string& name : {from, to}) {
      out.entities.push_back(base + name + ">" + type + base + "Thing> " + entities);
      out.entities.push_back(base + name + "> <http://www.w3.org/2000/01/rdf-schema#label> \"" + name + "\" " +
                             entities);
    }
    out.evidence.push_back(base + "claim/" + std::string(key) + "-" + from + to + "> " + base + "says> \"" + word +
                           "\" " + graph);
  }
  out.evidence.push_back(base + "article/" + std::string(key) + "> " + base + "text> \"" + text + "\" " + graph);
  return out;
}

inline const std::vector<std::string> fake_ontology = {
    "<https://example.test/Meeting> <https://example.test/is> \"event\" <https://example.test/graph/ontology> ."};

class FakeWork : public Work {
 public:
  explicit FakeWork(News news) : news_(std::move(news)) {}
  article::ReadResult next() override {
    if (at_ == news_.size()) return article::EndOfInput{};
    const Story& story = news_[at_++];
    if (!story.faulty) return article_of(story);
    Diagnostic fault;
    fault.code = "article-broken";
    fault.file = "news";
    fault.line = static_cast<std::uint32_t>(at_);
    fault.message = "'" + story.id + "' is broken";
    return fault;
  }
  Contribution read(article::Article article, std::string_view key) override {
    ++articles_read;  // on any thread
    return contribution_of(article.text, key);
  }
  std::vector<std::string> ontology() override { return fake_ontology; }
  void tell(const Diagnostic&) override {}
  bool go_on() override { return true; }
  void progress(const Counts&) override {}

  std::atomic<std::size_t> articles_read = 0;

 private:
  News news_;
  std::size_t at_ = 0;
};

inline const std::map<std::string, std::string> fake_settings = {{"base", "https://example.test/"}};

inline RunOptions fake_options() {
  RunOptions out;
  out.knowledge = "knowledge";
  out.everything = true;
  out.max_shrink = 100;
  out.memory = 3000;  // so that even these few lines do not fit
  return out;
}

inline Session::Setup fake_setup(const std::string& folder, unsigned shards = 0) {
  Session::Setup out;
  out.folder = folder;
  out.settings = fake_settings;
  out.shards = shards;
  return out;
}

/// A whole run, as the program does it.
inline Outcome run(const std::string& folder, const News& news, const RunOptions& options = fake_options(),
                   unsigned shards = 0, SystemCalls& calls = SystemCalls::kernel()) {
  auto session = Session::open(fake_setup(folder, shards), calls);
  if (!session) {
    Outcome out;
    out.failed = session.error().cause;
    out.message = session.error().what();
    out.system_errno = session.error().system_errno;
    return out;
  }
  FakeWork work(news);
  return session->run(&work, options);
}

/// What the export must hold, without the program's help. Labels of fake entities are their names, so nobody disagrees.
inline std::set<std::string> expected(const News& news) {
  std::set<std::string> out(fake_ontology.begin(), fake_ontology.end());
  for (const Story& story : news) {
    if (story.faulty) continue;
    const Contribution c = contribution_of(story.text, key_of(story));
    for (const auto* lines : {&c.facts, &c.entities, &c.evidence}) out.insert(lines->begin(), lines->end());
  }
  return out;
}

inline std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

/// The statements of the published export; a repeated one makes the set smaller than `count`.
inline std::set<std::string> exported(const fs::path& folder, std::size_t* count = nullptr) {
  std::set<std::string> out;
  std::size_t all = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with("kg") || !name.ends_with(".nq")) continue;
    for (std::string& line : read_lines(entry.path())) {
      ++all;
      out.insert(std::move(line));
    }
  }
  if (count != nullptr) *count = all;
  return out;
}

/// Everything in the folder by path, with the content of files and the target of links. The lock and what has a clock
/// in it are left out.
inline std::map<std::string, std::string> snapshot(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder);
    if (name == "lock" || name == "status.json" || entry.is_directory()) continue;
    out[name] = entry.is_symlink() ? "-> " + fs::read_symlink(entry.path()).native() : read_text(entry.path());
  }
  return out;
}

/// The names in which two snapshots differ, for messages.
inline std::string difference(const std::map<std::string, std::string>& a,
                              const std::map<std::string, std::string>& b) {
  std::string out;
  for (const auto& [name, content] : a) {
    const auto at = b.find(name);
    if (at == b.end()) {
      out += "missing " + name + "; ";
    } else if (at->second != content) {
      out += "other " + name + "; ";
    }
  }
  for (const auto& [name, content] : b) {
    if (!a.contains(name)) out += "left over " + name + "; ";
  }
  return out;
}

inline void copy_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

}  // namespace depeche::sync::test
