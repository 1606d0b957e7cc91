#pragma once
#include "base/descriptor.hpp"

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
  /// Becomes readable when a signal came: for whoever waits for input meanwhile. -1 if the system has none to give.
  int descriptor() const { return readable_.get(); }

 private:
  Descriptor readable_;
};

}  // namespace depeche::cli
