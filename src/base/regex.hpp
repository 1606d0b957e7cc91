#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace depeche {

/// A regular expression over Unicode text, in ICU's syntax (a superset of what XPath and SPARQL have).
class Regex {
 public:
  /// `flags`: any of i (capitals do not count), s (a dot also stands for a line end), m (^ and $ at every line),
  /// x (blanks do not count), q (no character is special). Fails if the pattern or a flag is faulty.
  static Result<Regex> make(std::string_view pattern, std::string_view flags);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  bool occurs_in(std::string_view text) const;
  /// All occurrences replaced; $1 to $9 stand for groups. None if the replacement is faulty.
  std::optional<std::string> replace(std::string_view text, std::string_view replacement) const;

 private:
  struct Pattern;
  explicit Regex(std::unique_ptr<Pattern> pattern);
  std::unique_ptr<Pattern> pattern_;
};

}  // namespace depeche
