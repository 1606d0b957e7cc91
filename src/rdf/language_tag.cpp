// The grammar of language tags, RFC 5646 section 2.1:
//   language[-extlang][-script][-region](-variant)*(-extension)*[-privateuse] | privateuse | grandfathered
#include <algorithm>
#include <array>
#include <vector>

#include "rdf/literal.hpp"

namespace depeche::rdf {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool all_alpha(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_alpha);
}
bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Registered before the grammar existed and not covered by it.
constexpr std::array<std::string_view, 17> irregular = {
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak",     "i-klingon", "i-lux",    "i-mingo",
    "i-navajo",  "i-pwn", "i-tao", "i-tay",     "i-tsu",      "sgn-be-fr", "sgn-be-nl", "sgn-ch-de"};

struct Subtags {
  std::vector<std::string_view> list;
  std::size_t at = 0;

  bool more() const { return at < list.size(); }
  std::string_view now() const { return more() ? list[at] : std::string_view(); }

  bool take(bool fits) {
    if (fits) ++at;
    return fits;
  }
  /// Subtags of `least` to 8 characters after a singleton; at least one.
  bool take_run(std::size_t least) {
    const std::size_t first = at;
    while (more() && now().size() >= least) ++at;
    return at > first;
  }
};

bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag.front()));
}

bool take_private_use(Subtags& tag) {
  return tag.take(tag.now() == "x" || tag.now() == "X") && tag.take_run(1);
}

bool take_language(Subtags& tag) {
  const std::string_view language = tag.now();
  if (!tag.take(language.size() >= 2 && all_alpha(language))) return false;
  if (language.size() <= 3) {
    for (int i = 0; i < 3 && tag.take(tag.now().size() == 3 && all_alpha(tag.now())); ++i) continue;
  }
  tag.take(tag.now().size() == 4 && all_alpha(tag.now()));
  tag.take((tag.now().size() == 2 && all_alpha(tag.now())) || (tag.now().size() == 3 && all_digits(tag.now())));
  while (tag.more() && tag.take(is_variant(tag.now()))) continue;
  while (tag.now().size() == 1 && tag.now() != "x" && tag.now() != "X") {
    ++tag.at;
    if (!tag.take_run(2)) return false;
  }
  return true;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (!is_alpha(c) && !is_digit(c) && c != '-') return false;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (std::find(irregular.begin(), irregular.end(), small) != irregular.end()) return true;
  Subtags tag;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('-', begin), text.size());
    if (end == begin || end - begin > 8) return false;
    tag.list.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (take_private_use(tag)) return !tag.more();
  tag.at = 0;
  if (!take_language(tag)) return false;
  return !tag.more() || (take_private_use(tag) && !tag.more());
}

}  // namespace depeche::rdf
