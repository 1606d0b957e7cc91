#pragma once
#include <sys/types.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::cli_test {

/// What the program left behind.
struct Outcome {
  int code = -1;   ///< exit status; -1 if a signal ended it
  int signal = 0;  ///< that signal
  long peak_memory_kib = 0;
  double cpu_seconds = 0;
  std::string out, err;
};

/// Where standard output leads.
enum class Out { kept, full_disk, closed, broken_pipe };

struct Call {
  std::vector<std::string> arguments;
  std::string input;  ///< what stands on standard input
  Out out = Out::kept;
  bool close_err = false;
  bool unprivileged = false;                              ///< as "nobody", where the test runs as root
  std::optional<std::vector<std::string>> environment{};  ///< "TZ=UTC"; none: that of the test
};

/// The program while it runs.
class Running {
 public:
  /// Starts any program; `program` is a path or a name to be found in PATH. Standard input comes from `call.input`, or
  /// from a pipe that stays open until `close_input`.
  Running(const std::string& program, const Call& call, const std::string& folder, bool keep_input_open = false);
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running();

  pid_t pid() const { return pid_; }
  /// Writes into that pipe.
  void give(std::string_view text) const;
  void close_input();
  Outcome wait();

 private:
  pid_t pid_ = -1;
  int input_ = -1;
  std::FILE* out_;
  std::FILE* err_;
};

}  // namespace depeche::cli_test
