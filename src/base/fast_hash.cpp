#include "base/fast_hash.hpp"

#include <xxhash.h>

#include <new>

namespace depeche {
namespace {

FastHash::Value value_of(const XXH128_hash_t& hash) {
  return {hash.low64, hash.high64};
}

struct Free {
  void operator()(XXH3_state_t* dead) const { XXH3_freeState(dead); }
};

}  // namespace

struct FastHash::State {
  std::unique_ptr<XXH3_state_t, Free> xxh{XXH3_createState()};
};

FastHash::FastHash() : state_(std::make_unique<State>()) {
  if (!state_->xxh) throw std::bad_alloc();
  XXH3_128bits_reset(state_->xxh.get());
}
FastHash::FastHash(FastHash&&) noexcept = default;
FastHash& FastHash::operator=(FastHash&&) noexcept = default;
FastHash::~FastHash() = default;

void FastHash::add(std::string_view bytes) {
  XXH3_128bits_update(state_->xxh.get(), bytes.data(), bytes.size());
}

FastHash::Value FastHash::value() const {
  return value_of(XXH3_128bits_digest(state_->xxh.get()));
}

FastHash::Value fast_hash(std::string_view bytes) {
  return value_of(XXH3_128bits(bytes.data(), bytes.size()));
}

}  // namespace depeche
