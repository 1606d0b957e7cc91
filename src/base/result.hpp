#pragma once
#include <string>
#include <system_error>
#include <tl/expected.hpp>
#include <utility>

namespace depeche {

/// A failure of the environment (file, memory map, network): what failed, where, and the operating system's word for
/// it. Faults in data are not errors of this kind but Diagnostics.
struct Error {
  std::string message;
  int system_errno = 0;  ///< 0 where no system call is to blame
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message, int system_errno = 0) {
  return tl::unexpected<Error>(Error{std::move(message), system_errno});
}

/// The same with the operating system's word appended: "cannot open 'x.toml': No such file or directory".
inline tl::unexpected<Error> fail_system(const std::string& message, int system_errno) {
  return fail(message + ": " + std::generic_category().message(system_errno), system_errno);
}

}  // namespace depeche
