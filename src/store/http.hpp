#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "store/credentials.hpp"

namespace depeche::store {

/// What kept a store from doing what it was asked.
struct StoreError {
  enum class Kind : std::uint8_t {
    refused,      ///< the store answered that it will not: no repetition helps
    unavailable,  ///< no answer, or one that asks to come back, after all tries
  };
  Kind kind = Kind::refused;
  std::string message;  ///< with the address and what the store said, never with credentials
  long status = 0;      ///< HTTP status; 0 if there was no answer
};

template <class T>
using StoreResult = tl::expected<T, StoreError>;

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::string content_type;  ///< empty = no body
  std::string_view body;
  std::string accept;
};

struct HttpResponse {
  long status = 0;
  std::string body;
};

/// When and how often a request is repeated. Every request is one that may be repeated: an unknown outcome is settled
/// by asking again.
struct RetryPolicy {
  int tries = 6;
  double first_wait_s = 0.5;  ///< doubled each time, with a random part
  double longest_wait_s = 30;
  long timeout_s = 600;  ///< of one request
};

/// True for the answers after which a request is repeated: 408, 425, 429, 500, 502, 503, 504.
bool is_worth_repeating(long status);

/// So many bytes of a request the kernel takes at once, and sends even if the process ends.
inline constexpr std::size_t send_buffer = 160 * std::size_t{1024};

/// Talks to one HTTP server. Bodies are sent with Content-Length, without "Expect" and never in chunks. Repeats
/// requests by the policy, and heeds Retry-After.
class HttpClient {
 public:
  /// `go_on` is asked while it waits; false ends the waiting and fails the request as unavailable.
  HttpClient(Credentials credentials, RetryPolicy policy, std::function<bool()> go_on = {});
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;
  ~HttpClient();

  /// The answer to a request, whatever its status below 400; 404 too, because for a graph it means "empty".
  StoreResult<HttpResponse> send(const HttpRequest& request);

  std::uint64_t repeated() const;  ///< requests that had to be repeated so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// "a b&é" gives "a%20b%26%C3%A9": for query strings and forms.
std::string percent_encode(std::string_view text);

/// The body of a form: "query=…&format=…".
std::string form_body(const std::vector<std::pair<std::string_view, std::string_view>>& fields);

}  // namespace depeche::store
