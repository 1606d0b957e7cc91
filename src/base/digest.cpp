#include "base/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <cstddef>
#include <stdexcept>

namespace depeche {
namespace {

constexpr std::size_t digest_size = 32;

std::array<unsigned char, digest_size> sha256(std::string_view bytes) {
  // Fetched once: looking the algorithm up costs more than digesting a short key.
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, digest_size> out{};
  unsigned int size = 0;
  if (algorithm == nullptr || EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, algorithm, nullptr) != 1 ||
      size != digest_size) {
    throw std::runtime_error("libcrypto offers no SHA-256");
  }
  return out;
}

std::string hex_digits(std::string_view bytes, std::size_t digits) {
  constexpr std::string_view alphabet = "0123456789abcdef";
  const auto digest = sha256(bytes);
  std::string out(digits, '0');
  for (std::size_t i = 0; i < digits; ++i) {
    const unsigned int byte = digest[i / 2];
    out[i] = alphabet[i % 2 == 0 ? byte >> 4U : byte & 15U];
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  return hex_digits(bytes, 2 * digest_size);
}
std::string h16(std::string_view bytes) {
  return hex_digits(bytes, 16);
}
std::string h8(std::string_view bytes) {
  return hex_digits(bytes, 8);
}

}  // namespace depeche
