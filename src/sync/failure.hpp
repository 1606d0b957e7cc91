#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

#include "base/result.hpp"

namespace depeche::sync {

/// Why a run ended without a commit.
enum class Cause : std::uint8_t {
  disk,      ///< an operation on the output folder failed
  locked,    ///< another run holds the folder
  damaged,   ///< what stands in the folder is not what was committed there
  settings,  ///< the folder was made with other settings, or is none of ours
  guard,     ///< the result is not to be trusted: too much would disappear
  no_input,  ///< no article came out of the input
  stopped,   ///< the caller asked for it
};

/// Ends a run from wherever it stands. Thrown inside this room only; its border turns it into a report.
struct Failure : std::runtime_error {
  Failure(Cause why, const std::string& message, int system_errno_ = 0)
      : std::runtime_error(message), cause(why), system_errno(system_errno_) {}
  Cause cause;
  int system_errno;  ///< 0 where no system call is to blame
};

/// A failure of the disk with the operating system's word for it.
[[noreturn]] inline void fail_on_disk(const std::string& what, int system_errno) {
  throw Failure(Cause::disk, fail_system(what, system_errno).value().message, system_errno);
}

}  // namespace depeche::sync
