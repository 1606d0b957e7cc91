#pragma once

namespace depeche::cli {

/// While it lives, SIGINT and SIGTERM do not end the program but are noted, so that a run can leave at the next
/// article and take its temporary file with it. The second signal ends the program as usual. One at a time.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  /// The signal that came; 0 if none did.
  int caught() const;
};

}  // namespace depeche::cli
