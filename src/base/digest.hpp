#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace depeche {

/// SHA-256 in lower-case hexadecimal (64 digits).
std::string sha256_hex(std::string_view bytes);

/// The first 16 (8) hexadecimal digits of SHA-256: the h16 (h8) of the data model.
std::string h16(std::string_view bytes);
std::string h8(std::string_view bytes);

/// SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void add(std::string_view bytes);
  /// 64 lower-case hexadecimal digits of all that was added so far.
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace depeche
