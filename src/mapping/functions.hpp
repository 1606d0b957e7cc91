#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "mapping/rule.hpp"

namespace depeche::mapping {

inline constexpr FunctionId no_function = 0xFFFF;

/// The grammatical functions of a language by name: those of grammar ("subject") and every preposition, simple and
/// complex, that the language's grammar.toml lists. Ids are stable for one file.
class Functions {
 public:
  /// Only the functions of grammar, no preposition.
  Functions();
  /// Adds the prepositions of mappings/<language>/grammar.toml.
  static Result<Functions> load(const std::string& path, Diagnostics& diagnostics);
  static Functions parse(std::string text, const std::string& file, Diagnostics& diagnostics);

  /// no_function if the language has no such function.
  FunctionId find(std::string_view name) const;
  std::string_view name(FunctionId id) const { return names_[id]; }
  const std::vector<std::string>& names() const { return names_; }
  /// True for "clause" and "theme", behind which no path goes on.
  bool ends_path(FunctionId id) const;
  /// Ids of the prepositions of several words ("à l'encontre de"), longest first.
  const std::vector<FunctionId>& complex_prepositions() const { return complex_; }

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(names_, ids_, complex_);
  }

 private:
  FunctionId intern(std::string_view name);

  std::vector<std::string> names_;
  absl::flat_hash_map<std::string, FunctionId> ids_;
  std::vector<FunctionId> complex_;
};

}  // namespace depeche::mapping
