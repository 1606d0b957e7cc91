#include "article/chrome.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "article/cleaning/folded_line.hpp"
#include "base/mapped_file.hpp"
#include "base/toml_file.hpp"

namespace depeche::article {
namespace {

constexpr std::size_t longest_menu = 200;

/// One table of the file: its lists as folded patterns. Reports what cannot match and what stands twice.
class Section {
 public:
  Section(const TomlFile& file, std::string_view name, std::initializer_list<std::string_view> keys)
      : file_(file), table_(file.table(file.root(), name)) {
    file.check_keys(table_, keys);
  }

  std::vector<std::string> patterns(std::string_view key, OpenEnd open = OpenEnd::none) const {
    std::vector<std::string> out;
    WordSet seen;
    for (const std::string& text : file_.strings(table_, key)) {
      std::string folded = fold_pattern(text, open);
      if (folded.empty()) {
        file_.report(place_of(key, text), "empty-pattern",
                     fmt::format("'{}' in '{}' has no letter or digit and would match nothing", text, key));
      } else if (!seen.insert(folded).second) {
        file_.report(place_of(key, text), "duplicate-pattern", fmt::format("'{}' stands in '{}' already", text, key));
      } else {
        out.push_back(std::move(folded));
      }
    }
    return out;
  }

  /// Longest first, so that the first to match is the most precise.
  std::vector<std::string> longest_first(std::string_view key) const {
    std::vector<std::string> out = patterns(key);
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return out;
  }

  WordSet set(std::string_view key) const {
    const std::vector<std::string> words = patterns(key);
    return {words.begin(), words.end()};
  }

 private:
  /// The last place of the text in the list.
  toml::source_region place_of(std::string_view key, const std::string& text) const {
    toml::source_region place = table_.get(key)->source();
    for (const toml::node& element : *table_.get_as<toml::array>(key)) {
      if (element.value<std::string>() == text) place = element.source();
    }
    return place;
  }

  const TomlFile& file_;
  const toml::table& table_;
};

PatternList read_patterns(const Section& section) {
  PatternList list;
  list.exact = section.set("exact");
  list.prefix = section.patterns("prefix", OpenEnd::back);
  list.suffix = section.patterns("suffix", OpenEnd::front);
  list.contains = section.patterns("contains", OpenEnd::both);
  return list;
}

}  // namespace

Result<Chrome> Chrome::load(const std::string& path, Diagnostics& diagnostics) {
  Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  return parse(std::move(*text), path, diagnostics);
}

Chrome Chrome::parse(std::string toml, const std::string& name, Diagnostics& diagnostics) {
  const TomlFile file(std::move(toml), name, "chrome", diagnostics);
  file.check_keys(file.root(), {"lines", "navigation", "credits", "related", "byline", "dates"});
  Chrome chrome;
  chrome.lines = read_patterns(Section(file, "lines", {"exact", "prefix", "suffix", "contains"}));

  chrome.navigation_ = Section(file, "navigation", {"words"}).set("words");
  for (const std::string& word : chrome.navigation_) {
    chrome.longest_navigation_ = std::max(chrome.longest_navigation_, word.size());
  }

  const Section credits(file, "credits", {"prefix", "caption", "marker", "suffix"});
  chrome.credits = read_patterns(credits);
  chrome.caption_openers = credits.patterns("caption", OpenEnd::back);
  chrome.credit_markers = credits.patterns("marker", OpenEnd::both);

  const Section related(file, "related", {"teaser", "list", "end"});
  chrome.related = {related.longest_first("teaser"), related.longest_first("list"), related.longest_first("end")};

  const Section byline(file, "byline", {"author", "particles", "published", "modified"});
  chrome.byline = {byline.longest_first("author"), byline.longest_first("published"), byline.longest_first("modified"),
                   byline.set("particles")};

  const Section dates(file, "dates", {"months", "short_months", "weekdays", "noise"});
  for (const char* key : {"months", "short_months"}) {
    const std::vector<std::string> months = dates.patterns(key);
    if (months.size() != 12) {
      file.report(file.root().source(), "months", fmt::format("'{}' of [dates] needs twelve different names", key));
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(months.size(), 12); ++i) {
      chrome.months_.emplace(months[i], static_cast<std::uint8_t>(i + 1));
    }
  }
  chrome.date_words = dates.set("noise");
  for (std::string& day : dates.patterns("weekdays")) chrome.date_words.insert(std::move(day));
  return chrome;
}

bool Chrome::is_navigation(std::string_view key) const {
  if (key.empty() || key.size() > longest_menu) return false;
  // reachable[i]: the key up to i is a row of words.
  std::vector<bool> reachable(key.size() + 1, false);
  reachable[0] = true;
  for (std::size_t from = 0; from < key.size(); ++from) {
    if (!reachable[from]) continue;
    if (std::string_view(" |/•·>-,&").find(key[from]) != std::string_view::npos) reachable[from + 1] = true;
    for (std::size_t size = 1; size <= longest_navigation_ && from + size <= key.size(); ++size) {
      if (navigation_.contains(key.substr(from, size))) reachable[from + size] = true;
    }
  }
  return reachable[key.size()];
}

std::optional<std::uint8_t> Chrome::month(std::string_view folded_word) const {
  const auto found = months_.find(folded_word);
  if (found == months_.end()) return std::nullopt;
  return found->second;
}

}  // namespace depeche::article
