// Triple patterns and property paths (SPARQL 1.1, 18.3 and 18.4).
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sparql/evaluator.hpp"
#include "sparql/parser.hpp"

namespace depeche::sparql {
namespace {

using PathKind = Path::Kind;

/// What a path leads to in one graph (default_graph, or a named one).
class Walker {
 public:
  Walker(const Dataset& data, TermId graph) : data_(data), graph_(graph) {}

  /// The nodes at the other end; a node that is reached in two ways stands there twice, except where the path repeats.
  std::vector<TermId> reach(const Path& path, TermId from, bool forward) const {
    switch (path.kind) {
      case PathKind::link:
        return links(path.link, from, forward);
      case PathKind::inverse:
        return reach(path.parts[0], from, !forward);
      case PathKind::sequence:
        return sequence(path, from, forward);
      case PathKind::alternative: {
        std::vector<TermId> out;
        for (const Path& part : path.parts) append(out, reach(part, from, forward));
        return out;
      }
      case PathKind::zero_or_one: {
        std::vector<TermId> out{from};
        append(out, reach(path.parts[0], from, forward));
        return distinct(out);
      }
      case PathKind::zero_or_more:
        return closure(path.parts[0], {from}, forward);
      case PathKind::one_or_more:
        return closure(path.parts[0], distinct(reach(path.parts[0], from, forward)), forward);
      case PathKind::none_of:
        return others(path, from, forward);
    }
    return {};
  }

  /// Everything that a path may begin at.
  std::vector<TermId> nodes() const {
    std::vector<TermId> out;
    const Quad pattern{unbound, unbound, unbound, graph_};
    const auto candidates = data_.find(pattern);
    for (std::size_t i = 0; i < candidates.quads.size(); ++i) {
      const Quad quad = candidates.quad(i);
      if (!Dataset::matches(quad, pattern)) continue;
      out.push_back(quad[0]);
      out.push_back(quad[2]);
    }
    return distinct(out);
  }

 private:
  static void append(std::vector<TermId>& out, const std::vector<TermId>& more) {
    out.insert(out.end(), more.begin(), more.end());
  }

  static std::vector<TermId> distinct(const std::vector<TermId>& nodes) {
    std::vector<TermId> out;
    absl::flat_hash_set<TermId> seen;
    for (const TermId node : nodes) {
      if (seen.insert(node).second) out.push_back(node);
    }
    return out;
  }

  template <class Take>
  void each(const Quad& pattern, Take take) const {
    const auto candidates = data_.find(pattern);
    for (std::size_t i = 0; i < candidates.quads.size(); ++i) {
      const Quad quad = candidates.quad(i);
      if (Dataset::matches(quad, pattern)) take(quad);
    }
  }

  std::vector<TermId> links(TermId link, TermId from, bool forward) const {
    std::vector<TermId> out;
    const Quad pattern = forward ? Quad{from, link, unbound, graph_} : Quad{unbound, link, from, graph_};
    each(pattern, [&](const Quad& quad) { out.push_back(quad[forward ? 2 : 0]); });
    return out;
  }

  std::vector<TermId> others(const Path& path, TermId from, bool forward) const {
    std::vector<TermId> out;
    for (const bool inverse : {false, true}) {
      std::vector<TermId> excluded;
      for (const Path& part : path.parts) {
        const bool is_inverse = part.kind == PathKind::inverse;
        if (is_inverse == inverse) excluded.push_back(is_inverse ? part.parts[0].link : part.link);
      }
      if (excluded.empty()) continue;
      const bool ahead = forward != inverse;
      const Quad pattern = ahead ? Quad{from, unbound, unbound, graph_} : Quad{unbound, unbound, from, graph_};
      each(pattern, [&](const Quad& quad) {
        if (std::find(excluded.begin(), excluded.end(), quad[1]) == excluded.end()) out.push_back(quad[ahead ? 2 : 0]);
      });
    }
    return out;
  }

  std::vector<TermId> sequence(const Path& path, TermId from, bool forward) const {
    std::vector<TermId> nodes{from};
    for (std::size_t i = 0; i < path.parts.size(); ++i) {
      const Path& part = path.parts[forward ? i : path.parts.size() - 1 - i];
      std::vector<TermId> next;
      for (const TermId node : nodes) append(next, reach(part, node, forward));
      nodes = std::move(next);
    }
    return nodes;
  }

  std::vector<TermId> closure(const Path& step, std::vector<TermId> nodes, bool forward) const {
    absl::flat_hash_set<TermId> seen(nodes.begin(), nodes.end());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (const TermId next : reach(step, nodes[i], forward)) {
        if (seen.insert(next).second) nodes.push_back(next);
      }
    }
    return nodes;
  }

  const Dataset& data_;
  TermId graph_;
};

TermId known(const Node& node, std::span<const TermId> row) {
  return node.variable ? row[node.value] : node.value;
}

/// Gives the variable its value; false if it has another one.
bool assign(const Node& node, TermId value, std::span<TermId> row) {
  if (!node.variable) return node.value == value;
  TermId& cell = row[node.value];
  if (cell == unbound) cell = value;
  return cell == value;
}

}  // namespace

void Evaluator::check_size(const Solutions& rows) const {
  if (rows.size() <= most_rows_) return;
  throw TooManyRows(
      fmt::format("more than {} intermediate rows: some part of the query pairs everything with "
                  "everything",
                  most_rows_));
}

Solutions Evaluator::patterns(std::vector<const Element*> run, Solutions rows,
                              std::vector<const Expression*>& filters) {
  const auto is_ready = [&](const Expression* filter) {
    Variables used;
    collect_variables(*filter, used);
    return std::all_of(used.begin(), used.end(), [&](Variable v) { return rows.is_certain(v); });
  };
  while (!run.empty()) {
    std::size_t best = 0;
    double least = cost(*run[0], rows);
    for (std::size_t i = 1; i < run.size(); ++i) {
      const double c = cost(*run[i], rows);
      if (c < least) std::tie(least, best) = std::pair(c, i);
    }
    const Element& next = *run[best];
    rows = next.kind == Element::Kind::path ? path(next, rows) : triple(next, rows);
    run.erase(run.begin() + static_cast<std::ptrdiff_t>(best));
    for (std::size_t i = 0; i < filters.size();) {
      if (!is_ready(filters[i])) {
        ++i;
        continue;
      }
      rows = filtered(*filters[i], rows);
      filters.erase(filters.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  return rows;
}

/// How many rows a pattern may be expected to give for each row: the average over a few of them.
double Evaluator::cost(const Element& element, const Solutions& rows) const {
  const TriplePattern& t = element.triple;
  const bool is_path = element.kind == Element::Kind::path;
  const std::array<Node, 4> nodes{t.subject, is_path ? Node{} : t.predicate, t.object, element.graph};
  const bool connected =
      std::any_of(nodes.begin(), nodes.end(), [&](const Node& n) { return n.variable && rows.is_certain(n.value); });
  constexpr std::size_t samples = 5;
  const std::size_t step = std::max<std::size_t>(1, rows.size() / samples);
  double sum = 0;
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < rows.size() && looked_at < samples; i += step, ++looked_at) {
    Quad pattern{};
    for (std::size_t k = 0; k < 4; ++k) pattern[k] = known(nodes[k], rows[i]);
    sum += static_cast<double>(data_.count(pattern));
  }
  double n = looked_at == 0 ? 0 : sum / static_cast<double>(looked_at);
  if (is_path) n = n * 10 + 1;
  return connected || rows.size() <= 1 ? n : n * 1e6 + 1e6;
}

Solutions Evaluator::triple(const Element& element, const Solutions& rows) const {
  const TriplePattern& t = element.triple;
  const std::array<Node, 4> nodes{t.subject, t.predicate, t.object, element.graph};
  Solutions out = rows.like();
  std::vector<TermId> row(width_);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Quad pattern{};
    for (std::size_t k = 0; k < 4; ++k) pattern[k] = known(nodes[k], rows[i]);
    const auto candidates = data_.find(pattern);
    for (std::size_t c = 0; c < candidates.quads.size(); ++c) {
      const Quad quad = candidates.quad(c);
      if (!Dataset::matches(quad, pattern) || (element.graph.variable && quad[3] == default_graph)) continue;
      std::copy(rows[i].begin(), rows[i].end(), row.begin());
      bool fits = true;
      for (std::size_t k = 0; fits && k < 4; ++k) fits = assign(nodes[k], quad[k], row);
      if (fits) out.add(row);
    }
    check_size(out);
  }
  for (const Node& node : nodes) {
    if (node.variable) out.set_certain(node.value);
  }
  return out;
}

Solutions Evaluator::path(const Element& element, const Solutions& rows) const {
  const Node &subject = element.triple.subject, &object = element.triple.object;
  Solutions out = rows.like();
  std::vector<TermId> row(width_);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TermId from = known(subject, rows[i]), to = known(object, rows[i]), in = known(element.graph, rows[i]);
    for (const TermId graph : in == unbound ? data_.graphs() : std::vector<TermId>{in}) {
      const Walker walker(data_, graph);
      const bool forward = from != unbound || to == unbound;
      const std::vector<TermId> starts = from != unbound ? std::vector<TermId>{from}
                                         : to != unbound ? std::vector<TermId>{to}
                                                         : walker.nodes();
      for (const TermId start : starts) {
        for (const TermId end : walker.reach(element.path, start, forward)) {
          std::copy(rows[i].begin(), rows[i].end(), row.begin());
          if (assign(subject, forward ? start : end, row) && assign(object, forward ? end : start, row) &&
              assign(element.graph, graph, row)) {
            out.add(row);
          }
        }
      }
    }
    check_size(out);
  }
  for (const Node& node : {subject, object, element.graph}) {
    if (node.variable) out.set_certain(node.value);
  }
  return out;
}

}  // namespace depeche::sparql
