#pragma once
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace depeche::language::compile {

/// One form of a dictionary entry with its morphological fields ("po:nom", "is:fem"), those of the entry first.
/// The views live as long as the call.
struct Expansion {
  std::string_view form;
  std::string_view stem;
  std::span<const std::string_view> fields;
};

/// What a suffix demands of the end of a stem: "[^cg]er", or "." for anything.
class Condition {
 public:
  explicit Condition(std::string_view condition);
  bool matches_end(std::string_view word) const;

 private:
  struct Position {
    std::u32string characters;
    bool negated = false;
  };
  std::vector<Position> positions_;
};

/// The suffix classes of a Hunspell affix file with two-character flags ("FLAG long"). Prefixes are left out: in
/// French they only carry elided words, which are tokens of their own.
class Affixes {
 public:
  /// Reads the SFX and NEEDAFFIX lines. The text must outlive the object.
  explicit Affixes(std::string_view text);

  /// Calls `take` for every form of a dictionary line "stem/FLAGS field field".
  void expand(std::string_view line, const std::function<void(const Expansion&)>& take) const;

 private:
  struct Suffix {
    std::string_view strip;
    std::string_view append;
    Condition condition;
    std::vector<std::string_view> fields;
  };

  void read_suffix(const std::vector<std::string_view>& columns);

  std::map<std::string_view, std::vector<Suffix>> suffixes_;
  std::string_view need_affix_;
};

/// Cuts at spaces and tabs, without empty parts.
std::vector<std::string_view> split_columns(std::string_view line);

}  // namespace depeche::language::compile
