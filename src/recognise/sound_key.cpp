#include "recognise/sound_key.hpp"

#include <algorithm>
#include <array>

namespace depeche::recognise {

namespace {

struct Rewriting {
  std::string_view from;
  std::string_view to;
};

// Longest first where one begins another. '$' is the sound of ch, sh and tch.
constexpr std::array<Rewriting, 29> rewritings = {
    {{"tsch", "$"}, {"tch", "$"}, {"sch", "$"}, {"ch", "$"},  {"sh", "$"},  {"kh", "k"}, {"gh", "g"},  {"dj", "j"},
     {"zh", "j"},   {"ph", "f"},  {"th", "t"},  {"gu", "g"},  {"ck", "k"},  {"cq", "k"}, {"ce", "se"}, {"ci", "si"},
     {"ou", "u"},   {"oo", "u"},  {"ee", "i"},  {"ei", "ai"}, {"ey", "ai"}, {"eu", "u"}, {"iy", "i"},  {"c", "k"},
     {"q", "k"},    {"w", "v"},   {"y", "i"},   {"-", ""},    {"'", ""}}};

}  // namespace

std::string sound_key(std::string_view folded) {
  std::string key;
  key.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    std::string_view to = folded.substr(at, 1);
    std::size_t taken = 1;
    for (const Rewriting& rewriting : rewritings) {
      if (rewriting.from.front() != to.front()) continue;
      if (!folded.substr(at).starts_with(rewriting.from)) continue;
      taken = rewriting.from.size();
      to = rewriting.to;
      break;
    }
    at += taken;
    for (const char c : to) {
      if (key.empty() || key.back() != c) key += c;  // double letters count once
    }
  }
  if (key.size() > 3 && key.back() == 'e') key.pop_back();
  if (key.size() > 3 && key.back() == 'h') key.pop_back();
  return key;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most) return most + 1;
  std::array<std::size_t, 64> row;
  if (a.size() >= row.size()) return most + 1;
  // What both begin or end with costs nothing. Of most pairs of names little is left, or too much.
  while (!a.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty()) return b.size();
  if (most <= 1) return b.size() <= most ? b.size() : most + 1;
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[i];
      row[i] = std::min({row[i] + 1, row[i - 1] + 1, replaced});
    }
  }
  return std::min(row[a.size()], most + 1);
}

bool sounds_alike(std::string_view key_a, std::string_view key_b) {
  if (key_a.empty() || key_b.empty() || key_a.front() != key_b.front()) return false;
  if (key_a == key_b) return true;
  const std::size_t shorter = std::min(key_a.size(), key_b.size());
  if (shorter < 5) return false;
  const std::size_t most = shorter >= 9 ? 2 : 1;
  return edit_distance(key_a, key_b, most) <= most;
}

}  // namespace depeche::recognise
