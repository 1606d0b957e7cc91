#include "store/http.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <random>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>

#include "store/curl.hpp"

namespace depeche::store {
namespace {

struct FreeHandle {
  void operator()(CURL* dead) const { Curl::get().easy_cleanup(dead); }
};
struct FreeList {
  void operator()(curl_slist* dead) const { Curl::get().slist_free_all(dead); }
};

std::size_t collect(char* bytes, std::size_t size, std::size_t count, void* text) {
  static_cast<std::string*>(text)->append(bytes, size * count);
  return size * count;
}

/// Seconds that a Retry-After header asks for; 0 if there is none or it is a date.
std::size_t read_header(char* bytes, std::size_t size, std::size_t count, void* seconds) {
  std::string_view line(bytes, size * count);
  constexpr std::string_view name = "retry-after:";
  const bool ours = line.size() > name.size() && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
                      return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
                    });
  if (ours) {
    line.remove_prefix(std::min(line.find_first_of("0123456789"), line.size()));
    int value = 0;
    std::from_chars(line.data(), line.data() + line.size(), value);
    *static_cast<double*>(seconds) = value;
  }
  return size * count;
}

int enlarge_buffer(void*, curl_socket_t socket, curlsocktype) {
  constexpr int size = send_buffer;
  setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);  // if not, then not
  return CURL_SOCKOPT_OK;
}

/// What a store says of its refusal, in one line that fits a message.
std::string first_words(std::string_view body) {
  std::string out;
  for (const char c : body.substr(0, 400)) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  if (body.size() > 400) out += "…";
  return out;
}

}  // namespace

bool is_worth_repeating(long status) {
  constexpr std::array<long, 7> worth{408, 425, 429, 500, 502, 503, 504};
  return std::find(worth.begin(), worth.end(), status) != worth.end();
}

struct HttpClient::State {
  Credentials credentials;
  RetryPolicy policy;
  std::function<bool()> go_on;
  const Curl& curl = Curl::get();
  std::unique_ptr<CURL, FreeHandle> handle;
  std::uint64_t repeated = 0;
  std::minstd_rand random{std::random_device()()};

  struct Outcome {
    CURLcode code = CURLE_OK;
    HttpResponse response;
    double retry_after_s = 0;
  };

  void prepare(const HttpRequest& request, curl_slist* headers, Outcome& outcome) {
    CURL* const h = handle.get();
    const auto set = curl.easy_setopt;
    // Never reset: that would forget the server's nonce, and every request of Digest would be sent twice.
    set(h, request.content_type.empty() ? CURLOPT_HTTPGET : CURLOPT_POST, 1L);
    set(h, CURLOPT_URL, request.url.c_str());
    set(h, CURLOPT_PROTOCOLS_STR, "http,https");
    set(h, CURLOPT_NOSIGNAL, 1L);
    set(h, CURLOPT_CONNECTTIMEOUT, 20L);
    set(h, CURLOPT_SOCKOPTFUNCTION, enlarge_buffer);
    set(h, CURLOPT_TIMEOUT, policy.timeout_s);
    set(h, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (!request.content_type.empty()) {
      set(h, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      set(h, CURLOPT_POSTFIELDS, request.body.data());
    }
    set(h, CURLOPT_HTTPHEADER, headers);
    set(h, CURLOPT_WRITEFUNCTION, collect);
    set(h, CURLOPT_WRITEDATA, &outcome.response.body);
    set(h, CURLOPT_HEADERFUNCTION, read_header);
    set(h, CURLOPT_HEADERDATA, &outcome.retry_after_s);
    if (!credentials.token.empty()) {
      set(h, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
      set(h, CURLOPT_XOAUTH2_BEARER, credentials.token.c_str());
    } else if (!credentials.user.empty()) {
      set(h, CURLOPT_HTTPAUTH, CURLAUTH_BASIC | CURLAUTH_DIGEST);
      set(h, CURLOPT_USERNAME, credentials.user.c_str());
      set(h, CURLOPT_PASSWORD, credentials.password.c_str());
    }
  }

  Outcome try_once(const HttpRequest& request) {
    Outcome outcome;
    curl_slist* list = curl.slist_append(nullptr, "Expect:");
    if (!request.content_type.empty())
      list = curl.slist_append(list, ("Content-Type: " + request.content_type).c_str());
    if (!request.accept.empty()) list = curl.slist_append(list, ("Accept: " + request.accept).c_str());
    const std::unique_ptr<curl_slist, FreeList> headers(list);
    prepare(request, headers.get(), outcome);
    outcome.code = curl.easy_perform(handle.get());
    curl.easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &outcome.response.status);
    return outcome;
  }

  /// False if somebody wants to leave meanwhile.
  bool wait(double seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < end) {
      if (go_on && !go_on()) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
  }

  double waiting_time(int failures, double retry_after_s) {
    const double steps = policy.first_wait_s * static_cast<double>(1U << static_cast<unsigned>(std::min(failures, 20)));
    const double part = std::uniform_real_distribution<double>(0.5, 1.0)(random);
    return std::min(std::max(steps * part, retry_after_s), policy.longest_wait_s);
  }
};

HttpClient::HttpClient(Credentials credentials, RetryPolicy policy, std::function<bool()> go_on)
    : state_(std::make_unique<State>()) {
  state_->credentials = std::move(credentials);
  state_->policy = policy;
  state_->go_on = std::move(go_on);
  if (!state_->curl.fault.empty()) return;  // told by every request
  state_->handle.reset(state_->curl.easy_init());
  if (!state_->handle) throw std::runtime_error("libcurl cannot be started");
}
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

std::uint64_t HttpClient::repeated() const {
  return state_->repeated;
}

StoreResult<HttpResponse> HttpClient::send(const HttpRequest& request) {
  State& state = *state_;
  if (!state.curl.fault.empty()) {
    return tl::unexpected(StoreError{StoreError::Kind::unavailable, state.curl.fault, 0});
  }
  const std::string where = fmt::format("{} {}", request.method, request.url);
  for (int failures = 0;;) {
    State::Outcome outcome = state.try_once(request);
    const long status = outcome.response.status;
    const bool answered = outcome.code == CURLE_OK;
    if (answered && (status < 400 || status == 404)) return std::move(outcome.response);
    if (answered && !is_worth_repeating(status)) {
      return tl::unexpected(StoreError{StoreError::Kind::refused,
                                       fmt::format("{}: HTTP {} {}", where, status, first_words(outcome.response.body)),
                                       status});
    }
    const std::string what = answered ? fmt::format("HTTP {} {}", status, first_words(outcome.response.body))
                                      : std::string(state.curl.easy_strerror(outcome.code));
    StoreError error{StoreError::Kind::unavailable, fmt::format("{}: {}", where, what), answered ? status : 0};
    if (outcome.code == CURLE_URL_MALFORMAT || outcome.code == CURLE_UNSUPPORTED_PROTOCOL) {
      error.kind = StoreError::Kind::refused;
      return tl::unexpected(std::move(error));
    }
    if (++failures >= state.policy.tries || !state.wait(state.waiting_time(failures - 1, outcome.retry_after_s))) {
      if (failures > 1) error.message += fmt::format(" (tried {} times)", failures);
      return tl::unexpected(std::move(error));
    }
    ++state.repeated;
  }
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string form_body(const std::vector<std::pair<std::string_view, std::string_view>>& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out += '&';
    out.append(name).append("=").append(percent_encode(value));
  }
  return out;
}

}  // namespace depeche::store
