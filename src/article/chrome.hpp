#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace depeche::article {

using WordSet = std::set<std::string, std::less<>>;

/// Words and phrases compared with folded lines (FoldedLine::key).
struct PatternList {
  WordSet exact;
  std::vector<std::string> prefix, suffix, contains;
};

/// The vocabulary of site chrome in one language: mappings/<language>/chrome.toml, which documents it. Immutable.
class Chrome {
 public:
  /// Fails if the file cannot be read; faults inside it go to `diagnostics`.
  static Result<Chrome> load(const std::string& path, Diagnostics& diagnostics);
  static Chrome parse(std::string toml, const std::string& name, Diagnostics& diagnostics);

  struct Byline {
    std::vector<std::string> author, published, modified;  ///< longest first
    WordSet particles;
  };
  struct Related {
    std::vector<std::string> teaser, list, end;  ///< longest first
  };

  /// True if a line is made of nothing but navigation words, glued or not.
  bool is_navigation(std::string_view key) const;
  /// 1 to 12 for the name or short name of a month.
  std::optional<std::uint8_t> month(std::string_view folded_word) const;

  /// For the compiled knowledge.
  template <class Archive>
  void serialize(Archive& archive) {
    archive(lines, credits, credit_markers, caption_openers, related, byline, date_words, navigation_,
            longest_navigation_, months_);
  }

  PatternList lines;
  PatternList credits;
  std::vector<std::string> credit_markers, caption_openers;
  Related related;
  Byline byline;
  WordSet date_words;  ///< weekdays and noise

 private:
  WordSet navigation_;
  std::size_t longest_navigation_ = 0;
  std::map<std::string, std::uint8_t, std::less<>> months_;
};

}  // namespace depeche::article
