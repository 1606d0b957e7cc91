#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace depeche {

/// 128 bits over bytes that come in pieces (XXH3): tells contents apart a hundred times as fast as SHA-256, but not
/// from those that somebody made to look alike.
class FastHash {
 public:
  using Value = std::array<std::uint64_t, 2>;

  FastHash();
  FastHash(FastHash&&) noexcept;
  FastHash& operator=(FastHash&&) noexcept;
  ~FastHash();

  void add(std::string_view bytes);
  /// Of all that was added so far.
  Value value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same of bytes that are all there.
FastHash::Value fast_hash(std::string_view bytes);

}  // namespace depeche
