#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/folder.hpp"

namespace depeche::sync {

/// The articles that may not come back: `blocked.json` in the output folder. Retracted ones are named; of erased ones
/// only salted hashes are kept, of the id, the key and the text, so that the list itself tells nothing.
class Blocked {
 public:
  explicit Blocked(const Folder& folder);

  bool is_retracted(const std::string& id, const std::string& key) const;
  bool is_erased(const std::string& id, const std::string& key, const std::string& text_sha256) const;

  void retract(const std::string& id, const std::string& key);
  /// False if nothing of that name was retracted.
  bool allow(const std::string& name);
  void erase(const std::string& id, const std::string& key, const std::string& text_sha256);
  void save() const;

  /// Changes with the list.
  std::string digest() const;

 private:
  std::string hash(std::string_view kind, std::string_view value) const;
  std::string format() const;

  const Folder* folder_;
  std::set<std::pair<std::string, std::string>> retracted_;  ///< key and id
  std::set<std::string, std::less<>> keys_, ids_;            ///< of retracted ones
  std::string salt_;
  std::set<std::string> erased_;
};

}  // namespace depeche::sync
