#include "cli/interrupts.hpp"

#include <array>
#include <atomic>
#include <csignal>

namespace depeche::cli {
namespace {

constexpr std::array<int, 2> signals{SIGINT, SIGTERM};
std::atomic<int> noted{0};  // asked by the thread that writes
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may set it");

void note(int signal) {
  noted = signal;
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
  handle(note);
}

Interrupts::~Interrupts() {
  handle(SIG_DFL);
}

int Interrupts::caught() const {
  return noted;
}

}  // namespace depeche::cli
