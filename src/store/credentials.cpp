#include "store/credentials.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "base/mapped_file.hpp"

namespace depeche::store {
namespace {

Result<Credentials> checked(Credentials c, std::string_view where) {
  if (c.user.empty() && !c.password.empty()) return fail(fmt::format("{}: a password without a user", where));
  if (!c.user.empty() && !c.token.empty()) return fail(fmt::format("{}: both a user and a token", where));
  for (const std::string* text : {&c.user, &c.password, &c.token}) {
    if (text->find_first_of("\r\n") != std::string::npos) return fail(fmt::format("{}: a line end inside", where));
  }
  return c;
}

}  // namespace

Result<Credentials> credentials_from_environment() {
  const auto get = [](const char* name) {
    const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    return std::string(value == nullptr ? "" : value);
  };
  return checked({get("DEPECHE_STORE_USER"), get("DEPECHE_STORE_PASSWORD"), get("DEPECHE_STORE_TOKEN")},
                 "the environment");
}

Result<Credentials> credentials_from_file(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return fail_system(fmt::format("cannot open '{}'", path), errno);
  if ((info.st_mode & S_IROTH) != 0) {
    return fail(fmt::format("'{}' can be read by everybody: chmod 600 it, and think the password known", path));
  }
  const auto text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  Credentials out;
  std::string_view rest = *text;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    const std::size_t equals = line.find('=');
    const std::string_view key = line.substr(0, equals);
    std::string* const target = key == "user"       ? &out.user
                                : key == "password" ? &out.password
                                : key == "token"    ? &out.token
                                                    : nullptr;
    if (equals == std::string_view::npos || target == nullptr) {
      return fail(fmt::format("{}:{}: expected user=…, password=… or token=…", path, number));
    }
    *target = line.substr(equals + 1);
  }
  return checked(std::move(out), path);
}

}  // namespace depeche::store
