#pragma once
#include <absl/container/flat_hash_map.h>
#include <absl/hash/hash.h>
#include <absl/strings/string_view.h>

#include <string>
#include <string_view>

namespace depeche {

/// Lets maps of strings be asked with a std::string_view. Abseil as Debian builds it only knows its own string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return absl::Hash<absl::string_view>{}(absl::string_view(text.data(), text.size()));
  }
};
struct StringEqual {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return a == b; }
};

template <class T>
using StringMap = absl::flat_hash_map<std::string, T, StringHash, StringEqual>;

}  // namespace depeche
