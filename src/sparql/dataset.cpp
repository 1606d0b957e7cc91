#include "sparql/dataset.hpp"

#include <algorithm>
#include <utility>

namespace depeche::sparql {
namespace {

using Order = std::array<std::uint8_t, 4>;

/// Subject first, predicate first, object first, graph first: for every set of known terms one of them has most of
/// the known ones in front.
constexpr std::array<Order, 4> all_orders{{{0, 1, 2, 3}, {1, 2, 0, 3}, {2, 0, 1, 3}, {3, 1, 0, 2}}};

}  // namespace

void Dataset::read(std::string_view text, rdf::Syntax syntax, const std::string& file, std::string_view graph,
                   Diagnostics& diagnostics) {
  const bool graphs = rdf::has_graphs(syntax);
  const TermId own = graphs ? unbound : terms_.add_iri(graph);
  const std::string mark = std::to_string(documents_++) + ".";
  const auto add_term = [&](rdf::ReadTerm& term) {
    if (term.kind == rdf::ReadTerm::Kind::blank) term.text.insert(0, mark);  // labels are those of one document
    return terms_.add(std::move(term));
  };
  rdf::read_quads(
      text, syntax, file,
      [&](rdf::ReadQuad&& q) {
        Quad quad{add_term(q.subject), add_term(q.predicate), add_term(q.object), default_graph};
        if (!q.graph.text.empty()) quad[3] = add_term(q.graph);
        add(quad);
        if (graphs) return;
        quad[3] = own;
        add(quad);
      },
      diagnostics);
}

void Dataset::index() {
  std::vector<Quad>& quads = orders_[0];
  std::sort(quads.begin(), quads.end());
  quads.erase(std::unique(quads.begin(), quads.end()), quads.end());
  for (std::size_t k = 1; k < orders_.size(); ++k) {
    const Order& order = all_orders[k];
    orders_[k].reserve(quads.size());
    for (const Quad& q : quads) orders_[k].push_back({q[order[0]], q[order[1]], q[order[2]], q[order[3]]});
    std::sort(orders_[k].begin(), orders_[k].end());
  }
  for (const Quad& q : orders_[3]) {
    if (q[0] != default_graph && (graphs_.empty() || graphs_.back() != q[0])) graphs_.push_back(q[0]);
  }
}

Dataset::Candidates Dataset::find(const Quad& pattern) const {
  Candidates best;
  bool first = true;
  for (std::size_t k = 0; k < orders_.size(); ++k) {
    const Order& order = all_orders[k];
    Quad low{}, high;
    high.fill(~TermId{0});
    std::size_t known = 0;
    while (known < 4 && pattern[order[known]] != unbound) {
      low[known] = high[known] = pattern[order[known]];
      ++known;
    }
    if (known == 0 && !first) continue;
    const auto begin = std::lower_bound(orders_[k].begin(), orders_[k].end(), low);
    const auto end = known == 0 ? orders_[k].end() : std::upper_bound(begin, orders_[k].end(), high);
    const std::span<const Quad> range(begin, end);
    if (first || range.size() < best.quads.size()) best = {range, order};
    first = false;
    if (best.quads.size() <= 1) break;
  }
  return best;
}

bool Dataset::matches(const Quad& quad, const Quad& pattern) {
  for (std::size_t k = 0; k < 4; ++k) {
    if (pattern[k] != unbound && pattern[k] != quad[k]) return false;
  }
  return true;
}

}  // namespace depeche::sparql
