// Inputs made to do harm: each ends with the documented exit code, says where it is at fault, leaves no partial file
// and takes no more memory than any other.
#include <algorithm>
#include <sstream>

#include "hostile_inputs.hpp"
#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

namespace fs = std::filesystem;

#ifdef __SANITIZE_ADDRESS__
constexpr long most_memory_kib = 1200L << 10U;  // freed memory is kept aside for a while
#else
constexpr long most_memory_kib = 400L << 10U;
#endif

/// N-Quads of which every line is a statement and none is about, or by, the intruder.
void expect_sound(const std::string& quads, const std::string& what) {
  const auto skip_iri = [](std::string_view& rest) {
    if (!rest.starts_with('<')) return false;
    const std::size_t end = rest.find_first_of("> \"{}|^`\\", 1);
    if (end == std::string_view::npos || rest[end] != '>' || rest.starts_with("<http://evil.example/")) return false;
    rest.remove_prefix(end + 1);
    return true;
  };
  const auto skip_literal = [&](std::string_view& rest) {
    if (!rest.starts_with('"')) return false;
    std::size_t at = 1;
    while (at < rest.size() && rest[at] != '"') at += rest[at] == '\\' ? 2U : 1U;
    if (at >= rest.size()) return false;
    rest.remove_prefix(at + 1);
    if (rest.starts_with('@')) rest.remove_prefix(std::min(rest.find(' '), rest.size()));
    if (!rest.starts_with("^^")) return true;
    rest.remove_prefix(2);
    return skip_iri(rest);
  };
  const auto skip_space = [](std::string_view& rest) {
    if (!rest.starts_with(' ')) return false;
    rest.remove_prefix(1);
    return true;
  };
  std::istringstream lines(quads);
  for (std::string line; std::getline(lines, line);) {
    std::string_view rest = line;
    bool sound = skip_iri(rest) && skip_space(rest) && skip_iri(rest) && skip_space(rest) &&
                 (skip_iri(rest) || skip_literal(rest)) && skip_space(rest);
    if (rest != ".") sound = sound && skip_iri(rest) && rest == " .";
    EXPECT_TRUE(sound) << what << "\n" << line;
  }
}

class HostileInput : public Workbench {
 protected:
  /// A few names and one rule: runs are many and should be short.
  HostileInput() {
    write("k/fr/rules/visit.toml",
          "[[rule]]\nname = \"se-rendre\"\nrelation = \"Visit\"\nverb = [\"se rendre\"]\n"
          "visitor = { from = [\"subject\"] }\nhost = [\"à\", \"place\"]\n");
    write("k/names/countries.tsv",
          "iso\tlabel\tgender\tnumber\tdemonym_adjectives\tcapital\n"
          "TR\tTurquie\tf\ts\tturc|turque\tAnkara\nIT\tItalie\tf\ts\titalien|italienne\tRome\n");
    write("k/names/offices.tsv", "canonical\tstate\nministre\tyes\n");
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(DEPECHE_SOURCE_DIR) / "mappings/fr")) {
      const fs::path to = path("k/fr") / entry.path().lexically_relative(fs::path(DEPECHE_SOURCE_DIR) / "mappings/fr");
      if (entry.is_regular_file() && entry.path().parent_path().filename() != "rules") {
        fs::create_directories(to.parent_path());
        fs::create_symlink(entry.path(), to);
      }
    }
  }

  void expect(const Hostile& h) {
    write(h.file, h.bytes);
    Call call;
    call.arguments = {"export", h.file, "-o", "out.nq", "--mappings", "k"};
    call.arguments.insert(call.arguments.end(), h.options.begin(), h.options.end());
    const Outcome o = run_call(call);
    const std::string what = h.what + ":\n" + o.err;
    EXPECT_EQ(o.signal, 0) << what;
    if (h.code < 0) {
      EXPECT_TRUE(o.code == 1 || o.code == 4) << o.code << " " << what;
    } else {
      EXPECT_EQ(o.code, h.code) << what;
    }
    EXPECT_NE(o.err.find(h.message), std::string::npos) << "expected: " << h.message << "\n" << what;
    for (const std::string& part : h.more)
      EXPECT_NE(o.err.find(part), std::string::npos) << "expected: " << part << "\n" << what;
    EXPECT_LT(o.peak_memory_kib, most_memory_kib) << what;
    const bool written = o.code == 0 || o.code == 1;
    EXPECT_EQ(exists("out.nq"), written) << what;
    if (written) expect_sound(read("out.nq"), what);
    fs::remove(path("out.nq"));
    fs::remove(path(h.file));
    EXPECT_EQ(list(), std::vector<std::string>{"k"}) << "left behind: " << what;
    ++tried_;
  }

  void expect_all(const std::vector<Hostile>& inputs, std::size_t at_least) {
    for (const Hostile& h : inputs) {
      expect(h);
      if (HasFailure()) return;  // the others would say the same
    }
    EXPECT_GE(tried_, at_least);
  }

 private:
  std::size_t tried_ = 0;
};

TEST_F(HostileInput, BrokenEncodings) {
  expect_all(broken_encodings(), 80);
}
TEST_F(HostileInput, OddCharacters) {
  expect_all(odd_characters(), 25);
}
TEST_F(HostileInput, CutRecords) {
  expect_all(cut_records(), 50);
}
TEST_F(HostileInput, WrongRecords) {
  expect_all(wrong_records(), 42);
}
TEST_F(HostileInput, WrongDates) {
  expect_all(wrong_dates(), 18);
}
TEST_F(HostileInput, Breakouts) {
  expect_all(breakouts(), 14);
}
TEST_F(HostileInput, Limits) {
  expect_all(limits(), 50);
}
TEST_F(HostileInput, Packed) {
  expect_all(packed(), 36);
}
TEST_F(HostileInput, WrongIris) {
  expect_all(wrong_iris(), 35);
}

TEST_F(HostileInput, NamesOfFiles) {
  for (const char* name :
       {"a b.txt", "-.txt", "--help.txt", "é.txt", "e\u0301.txt", "\xFF.txt", "a\nb.txt", "\x1B[31m.txt", "\".txt",
        "<>.txt", "%00.txt", "a#b?c.txt", "..txt", "...txt", ".txt.txt", "'$(x)`.txt", "\u202Etxt.txt"}) {
    write(name, visit);
    const Outcome o = run({"export", "--mappings", "k", "-o", "out.nq", "--", name});
    EXPECT_EQ(o.code, 0) << name << o.err;
    expect_sound(read("out.nq"), name);
    fs::remove(path(name));
    const Outcome gone = run({"export", "--mappings", "k", "-o", "gone.nq", "--", name});
    EXPECT_EQ(gone.code, 4) << name;
    EXPECT_NE(gone.err.find("no such file or folder [input-missing]"), std::string::npos) << gone.err;
    EXPECT_EQ(gone.err.find('\x1B'), std::string::npos) << "a terminal obeys no file name";
    EXPECT_FALSE(exists("gone.nq"));
  }
}

TEST_F(HostileInput, LinksAndThingsThatAreNoFiles) {
  fs::create_symlink("loop.txt", path("loop.txt"));
  fs::create_symlink("nowhere.txt", path("dangling.txt"));
  fs::create_symlink("/dev/zero", path("zero.jsonl"));
  fs::create_symlink("/dev/zero", path("zero.txt"));
  fs::create_directory(path("folder.txt"));
  fs::create_directory(path("circle"));
  fs::create_directory_symlink("..", path("circle/up"));
  write("circle/a.txt", visit);
  const std::string deep(3000, 'x');
  struct Expected {
    std::string input;
    int code;
    std::string message;
  };
  for (const Expected& e : std::vector<Expected>{
           {"loop.txt", 4, "loop.txt: error: cannot be read: Too many levels of symbolic links [input-missing]"},
           {"dangling.txt", 4, "dangling.txt: error: no such file or folder [input-missing]"},
           {"zero.jsonl", 4, "zero.jsonl: error: cannot open: this is a device, not a file [input-unreadable]"},
           {"zero.txt", 4, "zero.txt: error: cannot open: this is a device, not a file [input-unreadable]"},
           {"folder.txt", 4, "folder.txt: warning: no .txt or .jsonl file in this folder [input-empty-folder]"},
           {"circle", 0, ""},
           {deep + ".txt", 4, "File name too long"},
           {"", 4, "error: no such file or folder"},
           {"/proc/self/mem.txt", 4, "no such file or folder"}}) {
    const Outcome o = run({"export", "--mappings", "k", "-o", "out.nq", "--", e.input});
    EXPECT_EQ(o.code, e.code) << e.input << o.err;
    EXPECT_NE(o.err.find(e.message), std::string::npos) << o.err;
    EXPECT_EQ(exists("out.nq"), e.code == 0) << e.input;
    fs::remove(path("out.nq"));
  }
  for (const char* target : {"loop.nq", "dangling.nq", "folder.nq", "missing/out.nq"}) {
    if (target == std::string("loop.nq")) fs::create_symlink("loop.nq", path("loop.nq"));
    if (target == std::string("dangling.nq")) fs::create_symlink("missing/x.nq", path("dangling.nq"));
    if (target == std::string("folder.nq")) fs::create_directory(path("folder.nq"));
    const Outcome o = run({"export", "circle", "--mappings", "k", "-o", target});
    EXPECT_EQ(o.code, 6) << target << o.err;
    EXPECT_NE(o.err.find(target), std::string::npos) << o.err;
  }
}

}  // namespace
}  // namespace depeche::cli_test
