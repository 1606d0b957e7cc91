#pragma once

namespace depeche::cli {

/// What the program's exit status says. Documented in the README; new ones may be added, and an unknown one is a
/// failure.
enum class ExitCode : int {
  ok = 0,             ///< everything was done
  some_rejected = 1,  ///< done, but some articles could not be read and were left out (each is reported)
  usage = 2,          ///< command line, mapping, lexicon or ontology wrong; nothing was touched
  input = 4,          ///< no article came out of the input; nothing was written
  internal = 5,       ///< a fault of the program itself
  output = 6,         ///< the output could not be written; an older file of that name stands as it was
  test_failed = 11,   ///< `test`: some example does not hold
  interrupted = 130,  ///< ended by SIGINT; nothing was written
  terminated = 143,   ///< ended by SIGTERM; nothing was written
};

}  // namespace depeche::cli
