#pragma once
#include <string>

#include <curl/curl.h>

namespace depeche::store {

/// The functions of libcurl that a client uses, from the library that is loaded when they are first asked for. Linked
/// in the usual way it would bring thirty other libraries into every run, a good part of the time it takes to start,
/// while only those that talk to a store need it.
struct Curl {
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_slist_append) slist_append = nullptr;
  decltype(&curl_slist_free_all) slist_free_all = nullptr;
  std::string fault;  ///< why the library cannot be used, with its name; empty if it can

  static const Curl& get();
};

}  // namespace depeche::store
