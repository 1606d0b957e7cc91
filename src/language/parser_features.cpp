#include <algorithm>
#include <array>

#include "language/parser_state.hpp"

namespace depeche::language {
namespace {

constexpr std::uint64_t bit(Dependency label) {
  return std::uint64_t{1} << static_cast<unsigned>(label);
}

/// Children that fill or open the frame of a verb or noun; the rest (adverbials, punctuation) may repeat.
constexpr std::uint64_t frame_labels =
    bit(Dependency::nsubj) | bit(Dependency::nsubj_pass) | bit(Dependency::obj) | bit(Dependency::iobj) |
    bit(Dependency::obl_agent) | bit(Dependency::obl_arg) | bit(Dependency::ccomp) | bit(Dependency::xcomp) |
    bit(Dependency::aux_tense) | bit(Dependency::aux_pass) | bit(Dependency::cop) | bit(Dependency::expl_subj) |
    bit(Dependency::expl_comp) | bit(Dependency::expl_pass) | bit(Dependency::mark) | bit(Dependency::case_) |
    bit(Dependency::det) | bit(Dependency::cc) | bit(Dependency::acl_relcl) | bit(Dependency::root) |
    bit(Dependency::conj) | relative_inside;

std::uint64_t distance(std::size_t left, std::size_t right) {
  const std::size_t gap = right - left;
  if (gap <= 4) return gap;
  if (gap <= 6) return 5;
  return gap <= 10 ? 6 : 7;
}

/// Do gender and number agree, where both are known?
std::uint64_t agreement(const ParseNode& a, const ParseNode& b) {
  const unsigned gender_a = a.inflection & 3U, gender_b = b.inflection & 3U;
  const unsigned number_a = a.inflection >> 2U & 3U, number_b = b.inflection >> 2U & 3U;
  const auto relation = [](unsigned x, unsigned y) { return x == 0 || y == 0 ? 0U : x == y ? 1U : 2U; };
  return relation(gender_a, gender_b) * 3 + relation(number_a, number_b);
}

}  // namespace

std::size_t parse_features(const ParseState& state, std::uint32_t* keys) {
  const auto s0 = state.stacked(0);
  const auto s1 = state.stacked(1);
  const auto s2 = state.stacked(2);
  const auto b0 = state.coming(0);
  const ParseNode& S0 = state.node(s0);
  const ParseNode& S1 = state.node(s1);
  const ParseNode& S2 = state.node(s2);
  const ParseNode& B0 = state.node(b0);
  const ParseNode& B1 = state.node(state.coming(1));
  const ParseNode& B2 = state.node(state.coming(2));
  const auto child = [&](std::uint16_t index) -> const ParseNode& {
    return state.node(index == no_head ? state.absent() : index);
  };
  const ParseNode& S0l = child(S0.first_left);
  const ParseNode& S0r = child(S0.last_right);
  const ParseNode& S1r = child(S1.last_right);
  const ParseNode& B0l = child(B0.first_left);
  const auto t = [](const ParseNode& node) { return static_cast<std::uint64_t>(node.tag); };
  const auto d = [](const ParseNode& node) { return static_cast<std::uint64_t>(node.label); };
  const auto w = [](const ParseNode& node) { return static_cast<std::uint64_t>(node.word); };
  const std::uint64_t ts0 = t(S0), ts1 = t(S1), ts2 = t(S2), tb0 = t(B0), tb1 = t(B1), tb2 = t(B2);
  const std::uint64_t tags = ts1 << 10U | ts0 << 5U | tb0;
  const std::uint64_t f0 = S0.children & frame_labels, f1 = S1.children & frame_labels, fb = B0.children & frame_labels;
  // The tokens just before the next token and just behind the stack's top: mostly punctuation between groups.
  const ParseNode& before = state.node(b0 > 0 && b0 <= state.size() ? b0 - 1U : state.absent());
  const ParseNode& behind = state.node(s0 < state.size() ? s0 + 1U : state.absent());
  const ParseNode& behind1 = state.node(s1 < state.size() ? s1 + 1U : state.absent());
  const std::uint64_t gap0 = s0 < state.size() ? distance(s0, b0) : 0;
  const std::uint64_t gap1 = s1 < state.size() ? distance(s1, s0) : 0;

  // The templates have numbers in this order, from 1 on.
  std::array<std::uint64_t, max_parse_features> sums;
  std::size_t count = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    sums[count++] = feature_sum(a, b, c);
  };
  // words and tags alone
  add(w(S0), ts0);
  add(w(S1), ts1);
  add(w(B0), tb0);
  add(w(B1), tb1);
  add(ts0 << 5U | tb0);
  add(tags);
  add(w(S2), ts2);
  add(tb0 << 10U | tb1 << 5U | tb2, ts0);
  add(tags, ts2);
  add(tags, tb1);
  // pairs
  add(w(S0), w(B0));
  add(w(S0), tb0, ts0);
  add(ts0, w(B0), tb0);
  add(w(S1), w(S0));
  add(w(S1), tags);
  add(w(S0), tags);
  add(w(B0), tags);
  add(w(S1), w(B0), tags);
  add(w(S1), ts0, ts1);
  add(ts1, w(S0), ts0);
  add(tags, w(B1), tb1);
  // markers: prepositions and conjunctions of the groups
  add(B0.marker, tags);
  add(B0.marker, w(S0), tb0);
  add(B0.marker, w(S1), tags);
  add(S0.marker, w(S1), tags);
  add(S0.marker, B0.marker, tags);
  add(S0.marker, S1.marker, tags);
  add(S1.marker, B0.marker, tags);
  add(w(S0), w(B0), B0.marker);
  add(w(S1), w(S0), S0.marker);
  // what is filled already
  add(tags, f0);
  add(tags, f1);
  add(tags, fb);
  add(w(S0), f0, tb0);
  add(w(S1), f1, ts0 << 5U | tb0);
  add(w(B0), fb, ts0);
  add(f0, f1, tags);
  add(f0, fb, tags);
  add(tags, d(S0r), d(S1r));
  add(ts0 << 5U | tb0, d(S0l) << 8U | d(S0r), d(B0l));
  add(tags, t(S0r) << 8U | d(S0r));
  add(tags, t(S1r) << 8U | d(S1r));
  add(tags, t(B0l) << 8U | d(B0l), w(B0l));
  add(tags, w(S0r), d(S0r));
  add(tags, w(S0l), d(S0l));
  // places and punctuation
  add(tags, gap0);
  add(tags, gap1);
  add(tags, before.form, gap0);
  add(tags, behind.form);
  add(tags, behind1.form, before.form);
  add(tags, agreement(S0, B0), agreement(S1, S0));
  add(tags, static_cast<std::uint64_t>(S0.inflection) << 8U | B0.inflection);
  add(tags, static_cast<std::uint64_t>(S1.inflection) << 8U | S0.inflection, B0.inflection);
  add(tb0, std::min<std::uint64_t>(S0.right_count, 3), f0);
  add(B0.form, ts0, ts1);
  add(S0.form, tb0, tb1);
  add(w(S2), ts1, ts0 << 5U | tb0);
  add(w(B0), w(B1), ts0);
  add(w(B1), w(S0), tb0);
  add(w(S1), f1, S0.marker);
  add(state.stack().size() < 4 ? state.stack().size() : 4, tags);
  std::fill_n(sums.begin() + static_cast<std::ptrdiff_t>(count), 8, std::uint64_t{0});
  mix_features(sums.data(), count, keys);
  return count;
}

}  // namespace depeche::language
