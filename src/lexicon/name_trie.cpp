#include "lexicon/name_trie.hpp"

#include <algorithm>

#include "language/forms_format.hpp"

namespace depeche::lexicon {

namespace {

constexpr std::size_t filter_bits = std::size_t{1} << 17;
/// A name of several words may be written with fewer capitals ("Corée du nord") if its first word is no mere particle:
/// "Le monde" is not "Le Monde".
constexpr std::size_t letters_of_a_particle = 3;

std::size_t hash_of(std::string_view word) {
  return static_cast<std::size_t>(language::format::hash(word));  // the same in every run, as it is stored
}

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32U) | word;
}

}  // namespace

NameTrie::NameTrie() : begins_(filter_bits / 64, 0), begins_small_(filter_bits / 64, 0) {}

void NameTrie::add(std::string_view name, NameMatch match) {
  const std::vector<std::string_view> words = cut_words(name);
  if (words.empty() || words.size() > 32) return;
  std::array<char, 64> buffer;
  std::string spill;
  NodeId node = 0;
  std::size_t first_bit = 0;
  Entry entry;
  entry.match = match;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view folded = folder_.fold(words[i], buffer, spill);
    if (i == 0) {
      first_bit = hash_of(folded) % filter_bits;
      begins_[first_bit / 64] |= std::uint64_t{1} << (first_bit % 64);
    }
    const WordId word = words_.try_emplace(folded, static_cast<WordId>(words_.size())).first->second;
    const auto [next, added] = edges_.try_emplace(edge(node, word), static_cast<NodeId>(first_entry_.size()));
    if (added) first_entry_.push_back(none);
    node = next->second;
    if (starts_upper(words[i])) entry.needs_capital |= 1U << i;
  }
  const Capitals first = capitals_of(words.front());
  if ((entry.needs_capital & 1U) != 0 && first.letters > letters_of_a_particle) entry.needs_capital = 1;
  if (words.size() == 1 && first.letters <= letters_of_a_particle) {
    entry.exact = true;
    entry.capitals = first;
  }
  const bool needs_capital = ((entry.exact ? entry.capitals.upper : entry.needs_capital) & 1U) != 0;
  if (!needs_capital) begins_small_[first_bit / 64] |= std::uint64_t{1} << (first_bit % 64);
  entry.next = first_entry_[node];
  for (std::uint32_t i = entry.next; i != none; i = entries_[i].next) {
    Entry& known = entries_[i];
    Entry same = known;
    same.next = entry.next;
    // A label that is the acronym too ("Interpol") is kept as acronym only.
    const bool label =
        match.row == same.match.row && match.form == NameForm::acronym && same.match.form == NameForm::name;
    if (label) same.match.form = NameForm::acronym;
    if (same != entry) continue;
    known.match.form = match.form;
    return;
  }
  first_entry_[node] = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(entry);
}

NameTrie::NodeId NameTrie::step(NodeId node, std::string_view folded) const {
  const auto word = words_.find(folded);
  if (word == words_.end()) return none;
  const auto next = edges_.find(edge(node, word->second));
  return next == edges_.end() ? none : next->second;
}

bool NameTrie::fits(const Entry& entry, std::span<const std::string_view> words) {
  if (entry.exact) return capitals_of(words.front()) == entry.capitals;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if ((entry.needs_capital >> i & 1U) != 0 && !starts_upper(words[i])) return false;
  }
  return true;
}

bool NameTrie::may_begin(std::string_view word) const {
  std::array<char, 64> buffer;
  std::string spill;
  const std::size_t bit = hash_of(folder_.fold(word, buffer, spill)) % filter_bits;
  const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
  return ((small ? begins_small_ : begins_)[bit / 64] >> (bit % 64) & 1U) != 0;
}

std::size_t NameTrie::longest_match(std::span<const std::string_view> words, std::vector<NameMatch>& out) const {
  out.clear();
  if (words.empty()) return 0;
  std::array<char, 64> buffer;
  std::string spill;
  std::string_view folded = folder_.fold(words.front(), buffer, spill);

  std::size_t longest = 0;
  NodeId node = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) folded = folder_.fold(words[i], buffer, spill);
    node = step(node, folded);
    if (node == none) break;
    const std::span<const std::string_view> taken = words.first(i + 1);
    for (std::uint32_t e = first_entry_[node]; e != none; e = entries_[e].next) {
      if (!fits(entries_[e], taken)) continue;
      if (longest != taken.size()) out.clear();
      longest = taken.size();
      out.push_back(entries_[e].match);
    }
  }
  const auto order = [](const NameMatch& a, const NameMatch& b) {
    return std::tie(a.row, a.form) < std::tie(b.row, b.form);
  };
  std::sort(out.begin(), out.end(), order);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return longest;
}

}  // namespace depeche::lexicon
