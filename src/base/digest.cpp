#include "base/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <stdexcept>

namespace depeche {
namespace {

constexpr std::size_t digest_size = 32;

using Digest = std::array<unsigned char, digest_size>;

/// Fetched once: looking the algorithm up costs more than digesting a short key.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched;
}

void expect(bool done) {
  if (!done) throw std::runtime_error("libcrypto offers no SHA-256");
}

Digest sha256(std::string_view bytes) {
  Digest out{};
  unsigned int size = 0;
  expect(algorithm() != nullptr &&
         EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, algorithm(), nullptr) == 1 && size == digest_size);
  return out;
}

std::string hex_digits(const Digest& digest, std::size_t digits) {
  constexpr std::string_view alphabet = "0123456789abcdef";
  std::string out(digits, '0');
  for (std::size_t i = 0; i < digits; ++i) {
    const unsigned int byte = digest[i / 2];
    out[i] = alphabet[i % 2 == 0 ? byte >> 4U : byte & 15U];
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  return hex_digits(sha256(bytes), 2 * digest_size);
}
std::string h16(std::string_view bytes) {
  return hex_digits(sha256(bytes), 16);
}
std::string h8(std::string_view bytes) {
  return hex_digits(sha256(bytes), 8);
}

struct Sha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* dead) const { EVP_MD_CTX_free(dead); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  expect(state_->context && algorithm() != nullptr &&
         EVP_DigestInit_ex2(state_->context.get(), algorithm(), nullptr) == 1);
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  expect(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() const {
  Digest out{};
  unsigned int size = 0;
  const State copy;
  expect(copy.context && EVP_MD_CTX_copy_ex(copy.context.get(), state_->context.get()) == 1 &&
         EVP_DigestFinal_ex(copy.context.get(), out.data(), &size) == 1 && size == digest_size);
  return hex_digits(out, 2 * digest_size);
}

}  // namespace depeche
