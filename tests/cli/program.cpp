#include "program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

extern char** environ;

namespace depeche::cli_test {
namespace {

constexpr unsigned int nobody = 65534;

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

std::string read_all(std::FILE* file) {
  std::rewind(file);
  std::string text;
  std::array<char, 65536> chunk{};
  for (std::size_t n = 0; (n = std::fread(chunk.data(), 1, chunk.size(), file)) > 0;) text.append(chunk.data(), n);
  return text;
}

/// The write end of a pipe that nobody reads.
int broken_pipe() {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return -1;
  ::close(ends[0]);
  return ends[1];
}

void redirect_output(Out out, std::FILE* kept) {
  switch (out) {
    case Out::kept:
      ::dup2(::fileno(kept), STDOUT_FILENO);
      return;
    case Out::full_disk:
      ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO);
      return;
    case Out::broken_pipe:
      ::dup2(broken_pipe(), STDOUT_FILENO);
      return;
    case Out::closed:
      ::close(STDOUT_FILENO);
  }
}

}  // namespace

Running::Running(const std::string& program, const Call& call, const std::string& folder, bool keep_input_open)
    : out_(std::tmpfile()), err_(std::tmpfile()) {
  std::vector<std::string> arguments{program};
  arguments.insert(arguments.end(), call.arguments.begin(), call.arguments.end());
  std::vector<std::string> environment = call.environment.value_or(std::vector<std::string>());
  std::FILE* const text = std::tmpfile();
  std::fwrite(call.input.data(), 1, call.input.size(), text);
  std::rewind(text);
  std::array<int, 2> ends{-1, -1};
  if (keep_input_open && ::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  input_ = ends[1];
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(keep_input_open ? ends[0] : ::fileno(text), STDIN_FILENO);
    redirect_output(call.out, out_);
    if (call.close_err) {
      ::close(STDERR_FILENO);
    } else {
      ::dup2(::fileno(err_), STDERR_FILENO);
    }
    for (int fd = 3; fd < 64; ++fd) ::close(fd);
    if (call.unprivileged && ::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) ::_exit(126);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    ::execvpe(program.c_str(), pointers(arguments).data(), call.environment ? pointers(environment).data() : environ);
    ::_exit(127);
  }
  if (keep_input_open) ::close(ends[0]);
  std::fclose(text);
}

Running::~Running() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  close_input();
  std::fclose(out_);
  std::fclose(err_);
}

void Running::give(std::string_view text) const {
  if (::write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    throw std::runtime_error("no pipe");
}

void Running::close_input() {
  if (input_ >= 0) ::close(input_);
  input_ = -1;
}

Outcome Running::wait() {
  Outcome outcome;
  int status = 0;
  rusage used{};
  if (pid_ <= 0 || ::wait4(pid_, &status, 0, &used) != pid_) throw std::runtime_error("cannot wait for the program");
  pid_ = -1;
  outcome.peak_memory_kib = used.ru_maxrss;
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  outcome.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  if (WIFEXITED(status)) outcome.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  outcome.out = read_all(out_);
  outcome.err = read_all(err_);
  return outcome;
}

}  // namespace depeche::cli_test
