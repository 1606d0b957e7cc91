// Queries whose answer is a graph: CONSTRUCT and DESCRIBE (SPARQL 1.1, 16.2 and 16.4).
#include "sparql/evaluate_graph.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

namespace depeche::sparql {
namespace {

using Kind = rdf::ReadTerm::Kind;
using Numbers = std::array<TermId, 3>;

bool is_triple(const Numbers& triple, const TermPool& terms) {
  if (triple[0] == unbound || triple[1] == unbound || triple[2] == unbound) return false;
  return terms[triple[0]].kind != Kind::literal && terms[triple[1]].kind == Kind::iri;
}

std::vector<Triple> in_order(const std::set<Numbers>& numbers, const TermPool& terms) {
  std::vector<Triple> out;
  for (const Numbers& n : numbers) out.push_back({terms[n[0]], terms[n[1]], terms[n[2]]});
  put_in_order(out);
  return out;
}

}  // namespace

void put_in_order(std::vector<Triple>& triples) {
  const auto key = [](const rdf::ReadTerm& t) { return std::tie(t.kind, t.text, t.datatype, t.language); };
  std::sort(triples.begin(), triples.end(), [&](const Triple& a, const Triple& b) {
    return std::tuple(key(a[0]), key(a[1]), key(a[2])) < std::tuple(key(b[0]), key(b[1]), key(b[2]));
  });
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
}

std::vector<Triple> construct(const Query& query, const Solutions& rows, Dataset& data) {
  std::set<Numbers> out;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    absl::flat_hash_map<Variable, TermId> made;  // the blank nodes of this solution
    const auto value = [&](const Node& node) {
      if (!node.variable) return node.value;
      if (!query.variables[node.value].empty()) return rows[i][node.value];
      TermId& blank = made[node.value];
      if (blank == unbound) blank = data.terms().add({Kind::blank, fmt::format("made{}", ++blanks), "", ""});
      return blank;
    };
    for (const TriplePattern& pattern : query.pattern) {
      const Numbers triple{value(pattern.subject), value(pattern.predicate), value(pattern.object)};
      if (is_triple(triple, data.terms())) out.insert(triple);
    }
  }
  return in_order(out, data.terms());
}

std::vector<Triple> describe(const Query& query, const Solutions& rows, const Dataset& data) {
  std::set<TermId> met;
  std::vector<TermId> todo;
  const auto add = [&](TermId id) {
    if (id != unbound && data.terms()[id].kind != Kind::literal && met.insert(id).second) todo.push_back(id);
  };
  for (const Node& node : query.resources) {
    if (!node.variable) add(node.value);
    for (std::size_t i = 0; node.variable && i < rows.size(); ++i) add(rows[i][node.value]);
  }
  std::set<Numbers> out;
  while (!todo.empty()) {
    const Quad pattern{todo.back(), unbound, unbound, unbound};
    todo.pop_back();
    const auto candidates = data.find(pattern);
    for (std::size_t i = 0; i < candidates.quads.size(); ++i) {
      const Quad quad = candidates.quad(i);
      if (!Dataset::matches(quad, pattern)) continue;
      out.insert({quad[0], quad[1], quad[2]});
      if (data.terms()[quad[2]].kind == Kind::blank) add(quad[2]);
    }
  }
  return in_order(out, data.terms());
}

}  // namespace depeche::sparql
