#include "sync/blocked.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>

namespace depeche::sync {
namespace {

using Json = nlohmann::ordered_json;
constexpr const char* file_name = "blocked.json";

std::string new_salt() {
  std::array<char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    fail_on_disk("cannot draw a random number", errno);
  }
  return sha256_hex({bytes.data(), bytes.size()});
}

}  // namespace

Blocked::Blocked(const Folder& folder) : folder_(&folder) {
  const auto text = folder.read(file_name);
  if (!text) return;
  try {
    const Json json = Json::parse(*text);
    for (const Json& r : json.at("retracted")) retract(r.at("id"), r.at("key"));
    salt_ = json.at("salt");
    for (const Json& hash : json.at("erased")) erased_.insert(std::string(hash));
  } catch (const Json::exception& e) {
    throw Failure(Cause::damaged, fmt::format("'{}/{}' is damaged: {}", folder.path(), file_name, e.what()));
  }
}

bool Blocked::is_retracted(const std::string& id, const std::string& key) const {
  return keys_.contains(key) || ids_.contains(id);
}

bool Blocked::is_erased(const std::string& id, const std::string& key, const std::string& text_sha256) const {
  return !erased_.empty() && (erased_.contains(hash("id", id)) || erased_.contains(hash("key", key)) ||
                              erased_.contains(hash("text", text_sha256)));
}

void Blocked::retract(const std::string& id, const std::string& key) {
  retracted_.emplace(key, id);
  keys_.insert(key);
  ids_.insert(id);
}

bool Blocked::allow(const std::string& name) {
  const auto named = [&](const auto& pair) { return pair.first == name || pair.second == name; };
  if (std::erase_if(retracted_, named) == 0) return false;
  keys_.clear();
  ids_.clear();
  for (const auto& [key, id] : retracted_) {
    keys_.insert(key);
    ids_.insert(id);
  }
  return true;
}

void Blocked::erase(const std::string& id, const std::string& key, const std::string& text_sha256) {
  if (salt_.empty()) salt_ = new_salt();
  erased_.insert({hash("id", id), hash("key", key), hash("text", text_sha256)});
  allow(key);
}

std::string Blocked::hash(std::string_view kind, std::string_view value) const {
  return sha256_hex(fmt::format("{}|{}|{}", salt_, kind, value));
}

std::string Blocked::format() const {
  Json retracted = Json::array();
  for (const auto& [key, id] : retracted_) retracted.push_back({{"key", key}, {"id", id}});
  return Json({{"retracted", retracted}, {"salt", salt_}, {"erased", erased_}})
             .dump(1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

void Blocked::save() const {
  folder_->replace(file_name, format());
}

std::string Blocked::digest() const {
  return sha256_hex(format());
}

}  // namespace depeche::sync
