#pragma once

namespace depeche::cli {

/// What the program's exit status says. Documented in the README; new ones may be added, and an unknown one is a
/// failure.
enum class ExitCode : int {
  ok = 0,             ///< everything was done
  some_rejected = 1,  ///< done, but some articles could not be read and were left out (each is reported)
  usage = 2,          ///< command line, mapping, lexicon or ontology wrong; nothing was touched
  nothing_new = 3,    ///< `sync`: the input says nothing new; nothing was written
  input = 4,          ///< no article came out of the input, or the data asked for cannot be read; nothing was written
  internal = 5,       ///< a fault of the program itself
  output = 6,         ///< the output could not be written; an older file of that name stands as it was
  locked = 7,         ///< `sync`: another run works in the same folder; nothing was touched
  store_refused = 8,  ///< `load`, `query`: the store refused all or some of it
  store_unavailable = 9,  ///< `load`, `query`: the store did not answer after all tries
  not_verified = 10,      ///< `load`: what was read back is not what was sent
  test_failed = 11,       ///< `test`: some example does not hold
  guard = 12,             ///< `sync`: too much would have disappeared; nothing was changed
  damaged = 13,       ///< `sync`, `load`: what stands in the folder is not what was written there; nothing was changed
  interrupted = 130,  ///< ended by SIGINT; nothing was written
  terminated = 143,   ///< ended by SIGTERM; nothing was written
};

}  // namespace depeche::cli
