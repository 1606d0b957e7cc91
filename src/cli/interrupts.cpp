#include "cli/interrupts.hpp"

#include <sys/eventfd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace depeche::cli {
namespace {

constexpr std::array<int, 2> signals{SIGINT, SIGTERM};
std::atomic<int> noted{0};  // asked by the thread that writes
std::atomic<int> told{-1};  // the descriptor
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may set it");

void note(int signal) {
  const int before = errno;
  noted = signal;
  const std::uint64_t one = 1;
  static_cast<void>(!::write(told, &one, sizeof one));
  errno = before;
}

void handle(void (*handler)(int)) {
  for (const int signal : signals) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    if (handler == note) action.sa_flags |= static_cast<int>(SA_RESETHAND);
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;  // nohup stays nohup
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace

Interrupts::Interrupts() {
  noted = 0;
  const Descriptor event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  readable_ = Descriptor(::fcntl(event.get(), F_DUPFD_CLOEXEC, 3));  // where standard output is closed, too
  told = readable_.get();
  handle(note);
}

Interrupts::~Interrupts() {
  handle(SIG_DFL);
  told = -1;
}

int Interrupts::caught() const {
  return noted;
}

}  // namespace depeche::cli
