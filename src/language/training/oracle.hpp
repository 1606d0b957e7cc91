#pragma once
#include <array>
#include <limits>

#include "language/parser_state.hpp"
#include "language/training/treebank.hpp"

namespace depeche::language::training {

/// How many arcs of the wanted tree each action puts out of reach (Goldberg and Nivre 2013, arc-hybrid); the largest
/// number for actions that are not allowed.
inline std::array<int, 3> action_costs(const ParseState& state, const Example& example) {
  constexpr int impossible = std::numeric_limits<int>::max();
  std::array<int, 3> costs = {impossible, impossible, impossible};
  const auto n = static_cast<std::uint16_t>(state.size());
  const auto& stack = state.stack();
  const std::uint16_t next = state.next();
  const auto head = [&](std::uint16_t node) { return node < n ? example.heads[node] : no_head; };
  if (state.can_shift()) {
    int cost = 0;
    for (std::size_t i = 0; i < stack.size(); ++i) {
      if (head(stack[i]) == next) ++cost;
      if (i + 1 < stack.size() && head(next) == stack[i]) ++cost;
    }
    costs[0] = cost;
  }
  if (stack.empty()) return costs;
  const std::uint16_t top = stack.back();
  int lost_children = 0;
  for (std::uint16_t later = next; later < n; ++later) lost_children += head(later) == top ? 1 : 0;
  if (state.can_left() || state.can_root()) {
    const bool below = stack.size() > 1 && head(top) == stack[stack.size() - 2];
    costs[1] = lost_children + (below || (head(top) > next && head(top) != no_head) ? 1 : 0);
  }
  if (state.can_right()) {
    costs[2] = lost_children + (head(top) >= next ? 1 : 0);
  }
  return costs;
}

}  // namespace depeche::language::training
