#pragma once
#include <string>

#include "base/result.hpp"

namespace depeche::store {

/// Who asks. All empty: nobody in particular. Never printed, never part of an error.
struct Credentials {
  std::string user, password;  ///< for Basic or Digest authentication, as the server asks
  std::string token;           ///< for Bearer authentication
};

/// From DEPECHE_STORE_USER, DEPECHE_STORE_PASSWORD and DEPECHE_STORE_TOKEN. A password without a user is an error.
Result<Credentials> credentials_from_environment();

/// From a file of lines "user=…", "password=…", "token=…". Fails if the file cannot be read, is readable by everybody,
/// or holds anything else.
Result<Credentials> credentials_from_file(const std::string& path);

}  // namespace depeche::store
