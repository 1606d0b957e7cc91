// Runs the kept corpus, and inputs made of it by a generator that is the same everywhere, without a fuzzer.
//   fuzz_replay TARGET            the corpus of the target and its mutations
//   fuzz_replay TARGET FILE…      these files and nothing else
// An input on which something breaks, or that takes more than 30 seconds of the processor, is kept as ./broken-TARGET.
#include <fcntl.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "targets.hpp"

namespace {

namespace fs = std::filesystem;
using depeche::fuzz::Target;

std::string kept_as;
std::string current;  ///< the input being run

/// Only calls that a signal handler may make.
extern "C" void keep_input(int signal) {
  const int file = ::open(kept_as.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  const bool kept = file >= 0 && ::write(file, current.data(), current.size()) == static_cast<ssize_t>(current.size());
  constexpr std::string_view told = "\nthe input that broke it is kept in the file broken-<target>\n";
  if (kept && ::write(STDERR_FILENO, told.data(), told.size()) < 0) ::_exit(1);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void run(const Target& target, std::string input) {
  current = std::move(input);
  // Of its own time: on a busy machine a clock on the wall would judge the others.
  const itimerval limit{{}, {30, 0}}, none{};
  ::setitimer(ITIMER_VIRTUAL, &limit, nullptr);
  target.run(current);
  ::setitimer(ITIMER_VIRTUAL, &none, nullptr);
}

/// Bits of syntax that matter to some reader, and characters of every length and trade.
constexpr std::array<std::string_view, 40> pieces = {"\"",
                                                     "'",
                                                     "\"\"\"",
                                                     "\\",
                                                     "\\u0000",
                                                     "\\uD800",
                                                     "\n",
                                                     "\r",
                                                     "\t",
                                                     "\x1f",
                                                     "<",
                                                     ">",
                                                     "{",
                                                     "}",
                                                     "[",
                                                     "]",
                                                     ".",
                                                     ";",
                                                     ",",
                                                     "@fr",
                                                     "^^",
                                                     "|",
                                                     "@",
                                                     "..",
                                                     "#",
                                                     "=",
                                                     "[[",
                                                     "9999999999",
                                                     "-1",
                                                     "0",
                                                     "\xc3",
                                                     "\xed\xa0\x80",
                                                     "\xf4\x90\x80\x80",
                                                     "\xef\xbb\xbf",
                                                     "é",
                                                     "e\xcc\x81",
                                                     "’",
                                                     "«\u00a0",
                                                     "\u2028",
                                                     "😀"};

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string make(std::string text) {
    for (std::size_t times = 1 + below(4); times-- > 0;) change(text);
    return text;
  }

 private:
  /// Not a distribution of the library: those differ from one to the next.
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1), size = below(std::min<std::size_t>(text.size() - at, 40) + 1);
    switch (below(6)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, pieces[below(pieces.size())]);
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 3:
        text.insert(below(text.size() + 1), text.substr(at, size));
        break;
      case 4: {
        const std::string& other = corpus_[below(corpus_.size())];
        text.insert(at, other, below(other.size() + 1), below(200));
        break;
      }
      default: {
        std::string many;
        for (std::size_t n = below(300); n-- > 0;) many.append(text, at, std::min<std::size_t>(size, 8));
        text.insert(at, many);
      }
    }
  }

  const std::vector<std::string>& corpus_;
  std::mt19937 random_{20240517};
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const Target* const target = arguments.empty() ? nullptr : depeche::fuzz::find_target(arguments[0]);
  if (target == nullptr) {
    std::fputs("the first argument has to name a target\n", stderr);
    return 2;
  }
  kept_as = "broken-" + arguments[0];
  for (const int signal : {SIGVTALRM, SIGABRT, SIGSEGV}) ::signal(signal, keep_input);
  std::vector<std::string> corpus;
  if (arguments.size() > 1) {
    for (auto file = arguments.begin() + 1; file != arguments.end(); ++file) run(*target, read(*file));
    std::printf("%s: %zu inputs\n", arguments[0].c_str(), arguments.size() - 1);
    return 0;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(DEPECHE_SOURCE_DIR "/tests/fuzz/corpus/" + arguments[0])) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) corpus.push_back(read(file));
  for (const std::string& input : corpus) run(*target, input);
  Mutator mutator(corpus);
  std::size_t mutations = 0;
  for (const std::string& input : corpus) {
    for (unsigned int i = 0; i < target->mutations; ++i, ++mutations) run(*target, mutator.make(input));
  }
  std::printf("%s: %zu inputs, %zu made of them\n", arguments[0].c_str(), corpus.size(), mutations);
  return corpus.empty() ? 1 : 0;
}
