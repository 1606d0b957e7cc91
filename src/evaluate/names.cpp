#include "evaluate/names.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace depeche::evaluate {
namespace {

constexpr std::array<std::string_view, 17> titles{"m",       "mme",     "mm",         "mgr",    "me",       "dr",
                                                  "general", "colonel", "commandant", "amiral", "pape",     "roi",
                                                  "reine",   "prince",  "princesse",  "cheikh", "ayatollah"};

std::vector<std::string_view> words_of(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "vladimir poutine" and "v poutine" or "poutine".
bool is_same_person(const std::string& a, const std::string& b) {
  const auto x = words_of(a, ' '), y = words_of(b, ' ');
  if (x.empty() || y.empty() || x.back() != y.back()) return false;
  return x.size() == 1 || y.size() == 1 || x[0][0] == y[0][0];
}

}  // namespace

std::string bare_name(std::string_view name) {
  const std::string slug = utf8::slug(name);
  std::string out;
  for (const std::string_view word : words_of(slug, '-')) {
    if (std::find(titles.begin(), titles.end(), word) != titles.end()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool is_same(const GoldActor& gold, const GivenActor& given) {
  if (gold.kind == 'c' || given.kind == 'c') return gold.kind == given.kind && holds(given.names, gold.name);
  if (given.kind != 0 && given.kind != gold.kind && given.kind != 'l' && gold.kind != 'l') return false;
  const auto among = [&](const std::string& n) { return holds(gold.names, n); };
  if (std::any_of(given.names.begin(), given.names.end(), among)) return true;
  if (gold.kind != 'p') return false;
  const std::string full = bare_name(gold.name);
  const auto fits = [&](const std::string& n) { return is_same_person(full, n); };
  return std::any_of(given.names.begin(), given.names.end(), fits);
}

}  // namespace depeche::evaluate
