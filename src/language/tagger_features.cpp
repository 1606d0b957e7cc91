#include "language/tagger.hpp"
#include "language/word_key.hpp"

namespace depeche::language {
namespace {

/// The last verb form in the clause so far, and whether a comma stands between: tells participles from finite forms.
std::uint32_t verb_before(std::span<const TagNode> nodes, std::size_t at) {
  constexpr std::size_t window = 12;
  std::uint32_t commas = 0;
  for (std::size_t back = 1; back <= at && back <= window; ++back) {
    const Tag tag = nodes[at - back].tag;
    if (tag == Tag::punctuation) commas = 1;
    if (tag >= Tag::verb_finite && tag <= Tag::aux_present_participle)
      return static_cast<std::uint32_t>(tag) * 2 + commas;
    if (tag == Tag::relative || tag == Tag::subordinator) return 64 + static_cast<std::uint32_t>(tag) * 2 + commas;
  }
  return commas;
}

/// Is a finite verb possible further on: 0 = no, 1 = as one of several readings, 2 = for sure?
std::uint32_t verb_behind(std::span<const TagNode> nodes, std::size_t at) {
  constexpr std::size_t window = 30;
  constexpr TagSet finite = tag_bit(Tag::verb_finite) | tag_bit(Tag::aux_finite);
  std::uint32_t found = 0;
  for (std::size_t i = at + 1; i < nodes.size() && i <= at + window; ++i) {
    const TagSet candidates = nodes[i].candidates;
    if ((candidates & finite) == 0) continue;
    if ((candidates & ~finite) == 0) return 2;
    found = 1;
  }
  return found;
}

std::uint64_t suffix_key(std::string_view word, std::size_t length) {
  return word.size() > length ? word_key(word.substr(word.size() - length)) + length : word_key(word);
}

}  // namespace

std::size_t tag_features(std::span<const TagNode> nodes, std::size_t at, std::uint32_t* keys) {
  static constexpr TagNode outside{};
  const auto node_at = [&](std::size_t index) -> const TagNode& {
    return index < nodes.size() ? nodes[index] : outside;
  };
  const TagNode& node = nodes[at];
  const TagNode& left = node_at(at - 1);  // at 0 the index wraps round: outside
  const TagNode& left2 = node_at(at - 2);
  const TagNode& right = node_at(at + 1);
  const TagNode& right2 = node_at(at + 2);
  const auto tag1 = static_cast<std::uint64_t>(left.tag);
  const auto tag2 = static_cast<std::uint64_t>(left2.tag) * 32 + tag1;
  const std::uint64_t own = node.candidates;
  const std::uint64_t verbs = verb_before(nodes, at);
  const std::uint64_t behind = contains(node.candidates, Tag::verb_finite) ? verb_behind(nodes, at) : 3U;
  const std::uint64_t shape = (at == 0 ? 1U : 0U) + (node.capital ? 2U : 0U) + (left.capital ? 4U : 0U) +
                              (right.capital ? 8U : 0U) + (node.known ? 16U : 0U);
  std::size_t count = 0;
  const auto add = [&](std::uint32_t pattern, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    keys[count++] = feature_key(pattern, a, b, c);
  };
  add(1, own);
  add(2, own, tag1);
  add(3, own, tag2);
  add(4, own, right.candidates);
  add(5, own, tag1, right.candidates);
  add(6, own, right.candidates, right2.candidates);
  add(7, own, left.form);
  add(8, own, right.form);
  add(9, own, verbs);
  add(10, own, verbs, tag1);
  add(11, own, shape);
  add(12, own, shape, tag1);
  add(13, own, left2.form, tag1);
  add(14, own, tag1, right.form);
  add(15, own, left.form, right.candidates);
  if (behind != 3) {
    add(35, own, behind, verbs);
    add(36, own, behind << 5U | tag1, right.candidates);
    add(37, node.form, behind, verbs);
  }
  if (node.known) {
    add(16, node.form);
    add(17, node.form, tag1);
    add(18, node.form, tag2);
    add(19, node.form, right.candidates);
    add(20, node.form, left.form);
    add(21, node.form, right.form);
    add(22, node.form, verbs);
    add(23, node.form, shape);
    add(24, node.form, tag1, right.candidates);
    add(25, suffix_key(node.text, 3), own, tag1);
  } else {
    for (std::uint32_t length = 1; length <= 5; ++length) add(25 + length, suffix_key(node.text, length), shape);
    add(31, suffix_key(node.text, 3), tag1);
    add(32, suffix_key(node.text, 3), right.candidates);
    add(33, suffix_key(node.text, 2), tag1, right.candidates);
    add(34, shape, tag1, right.candidates);
  }
  return count;
}

}  // namespace depeche::language
