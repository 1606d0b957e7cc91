#pragma once
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/common.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

/// Archives of cereal in memory, for what the program itself writes and reads again: numbers as the machine has them,
/// sizes in 32 bits. The same values give the same bytes. Each room says in its archive.hpp what its types consist of.
namespace depeche {

/// Appends values to a string.
class Packer : public cereal::OutputArchive<Packer, cereal::AllowEmptyClassElision> {
 public:
  explicit Packer(std::string& out) : OutputArchive(this), out_(out) {}
  void put(const void* bytes, std::size_t size) { out_.append(static_cast<const char*>(bytes), size); }

 private:
  std::string& out_;
};

/// Takes values from bytes. Throws cereal::Exception where they do not suffice or cannot be such a value; a size is
/// believed only as far as there are bytes left.
class Unpacker : public cereal::InputArchive<Unpacker, cereal::AllowEmptyClassElision> {
 public:
  explicit Unpacker(std::string_view bytes) : InputArchive(this), left_(bytes) {}
  void take(void* to, std::size_t size) {
    if (size > left_.size()) throw cereal::Exception("too few bytes");
    if (size > 0) std::memcpy(to, left_.data(), size);
    left_.remove_prefix(size);
  }
  std::size_t left() const { return left_.size(); }

 private:
  std::string_view left_;
};

template <class T>
std::enable_if_t<std::is_arithmetic_v<T>> save(Packer& to, const T& value) {
  to.put(&value, sizeof value);
}

template <class T>
std::enable_if_t<std::is_arithmetic_v<T>> load(Unpacker& from, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    std::uint8_t byte = 0;
    from.take(&byte, 1);
    if (byte > 1) throw cereal::Exception("neither true nor false");
    value = byte == 1;
  } else {
    from.take(&value, sizeof value);
  }
}

template <class T>
void save(Packer& to, const cereal::SizeTag<T>& tag) {
  if (tag.size > UINT32_MAX) throw cereal::Exception("too many elements");
  const auto size = static_cast<std::uint32_t>(tag.size);
  to.put(&size, sizeof size);
}

template <class T>
void load(Unpacker& from, cereal::SizeTag<T>& tag) {
  std::uint32_t size = 0;
  from.take(&size, sizeof size);
  if (size > from.left()) throw cereal::Exception("more elements than bytes");
  tag.size = size;
}

template <class T>
void save(Packer& to, const cereal::BinaryData<T>& data) {
  to.put(data.data, static_cast<std::size_t>(data.size));
}

template <class T>
void load(Unpacker& from, cereal::BinaryData<T>& data) {
  from.take(data.data, static_cast<std::size_t>(data.size));
}

/// Names are of no use here.
template <class T>
void save(Packer& to, const cereal::NameValuePair<T>& named) {
  to(named.value);
}

template <class T>
void load(Unpacker& from, cereal::NameValuePair<T>& named) {
  from(named.value);
}

namespace archive_detail {

/// Elements of a hash table in the order of their keys, so that the same table gives the same bytes.
template <class Table, class Less>
auto sorted(const Table& table, const Less& less) {
  std::vector<const typename Table::value_type*> out;
  out.reserve(table.size());
  for (const auto& element : table) out.push_back(&element);
  std::sort(out.begin(), out.end(), [&](const auto* a, const auto* b) { return less(*a, *b); });
  return out;
}

inline std::size_t read_size(Unpacker& from) {
  cereal::size_type size = 0;
  from(cereal::make_size_tag(size));
  return static_cast<std::size_t>(size);
}

}  // namespace archive_detail

template <class K, class V, class H, class E, class A>
void save(Packer& to, const absl::flat_hash_map<K, V, H, E, A>& map) {
  to(cereal::make_size_tag(static_cast<cereal::size_type>(map.size())));
  for (const auto* entry : archive_detail::sorted(map, [](auto&a, auto&b) { return a.first < b.first; })) {
    to(entry->first, entry->second);
  }
}

template <class K, class V, class H, class E, class A>
void load(Unpacker& from, absl::flat_hash_map<K, V, H, E, A>& map) {
  const std::size_t size = archive_detail::read_size(from);
  map.clear();
  map.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    K key{};
    from(key);
    from(map[std::move(key)]);
  }
}

template <class K, class H, class E, class A>
void save(Packer& to, const absl::flat_hash_set<K, H, E, A>& set) {
  to(cereal::make_size_tag(static_cast<cereal::size_type>(set.size())));
  for (const auto* key : archive_detail::sorted(set, [](auto&a, auto&b) { return a < b; })) to(*key);
}

template <class K, class H, class E, class A>
void load(Unpacker& from, absl::flat_hash_set<K, H, E, A>& set) {
  const std::size_t size = archive_detail::read_size(from);
  set.clear();
  set.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    K key{};
    from(key);
    set.insert(std::move(key));
  }
}

/// The bytes of a value.
template <class T>
std::string pack(const T& value) {
  std::string out;
  Packer archive(out);
  archive(value);
  return out;
}

/// False if the bytes are no such value, or more than that.
template <class T>
bool unpack(std::string_view bytes, T& value) {
  try {
    Unpacker archive(bytes);
    archive(value);
    return archive.left() == 0;
  } catch (const std::exception&) {  // from the archive, or of a length that no container has
    return false;
  }
}

}  // namespace depeche

CEREAL_SETUP_ARCHIVE_TRAITS(depeche::Unpacker, depeche::Packer)
