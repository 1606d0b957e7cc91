#include "store/curl.hpp"

#include <dlfcn.h>

#include <type_traits>

namespace depeche::store {
namespace {

/// The name that every build of libcurl has had since 7.16, as it stays compatible.
constexpr const char* library = "libcurl.so.4";

Curl load() {
  Curl curl;
  void* const handle = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);  // never closed: libcurl does not bear that
  bool complete = handle != nullptr;
  const auto find = [&](auto& function, const char* name) {
    if (complete) function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(handle, name));
    complete = complete && function != nullptr;
  };
  decltype(&curl_global_init) global_init = nullptr;
  find(global_init, "curl_global_init");
  find(curl.easy_init, "curl_easy_init");
  find(curl.easy_cleanup, "curl_easy_cleanup");
  find(curl.easy_setopt, "curl_easy_setopt");
  find(curl.easy_perform, "curl_easy_perform");
  find(curl.easy_getinfo, "curl_easy_getinfo");
  find(curl.easy_strerror, "curl_easy_strerror");
  find(curl.slist_append, "curl_slist_append");
  find(curl.slist_free_all, "curl_slist_free_all");
  if (!complete) {
    const char* const reason = ::dlerror();
    curl.fault = std::string("stores are reached through libcurl, which cannot be loaded: ") +
                 (reason == nullptr ? library : reason);
  } else if (global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    curl.fault = std::string(library) + " cannot be started";
  }
  return curl;
}

}  // namespace

const Curl& Curl::get() {
  static const Curl loaded = load();
  return loaded;
}

}  // namespace depeche::store
