#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "sparql/term_pool.hpp"

namespace depeche::sparql {

/// Subject, predicate, object, graph.
using Quad = std::array<TermId, 4>;

/// Quads in memory, found by any of their terms. Holds a quad once. About 64 bytes a quad beside its terms.
class Dataset {
 public:
  /// Reads a document into the dataset; faults go to `diagnostics`. A document in a syntax without graphs (Turtle,
  /// N-Triples) stands in the default graph and, so that queries about graphs find it too, in a named graph with the
  /// IRI `graph`.
  void read(std::string_view text, rdf::Syntax syntax, const std::string& file, std::string_view graph,
            Diagnostics& diagnostics);
  void add(const Quad& quad) { orders_[0].push_back(quad); }

  /// Ends the loading. Nothing can be found before, nothing may be added afterwards.
  void index();

  /// Quads that agree with a pattern, in which `unbound` stands for anything. A range of candidates, sorted by one of
  /// the orders, of which those are to be taken that `matches` says.
  struct Candidates {
    std::span<const Quad> quads;
    std::array<std::uint8_t, 4> order{};  ///< quads[i][k] is the order[k]-th term of the quad
    Quad quad(std::size_t i) const {
      Quad out{};
      for (std::size_t k = 0; k < 4; ++k) out[order[k]] = quads[i][k];
      return out;
    }
  };
  Candidates find(const Quad& pattern) const;
  /// An upper bound of how many quads agree with the pattern; exact for most.
  std::size_t count(const Quad& pattern) const { return find(pattern).quads.size(); }
  static bool matches(const Quad& quad, const Quad& pattern);

  /// The named graphs, sorted by number.
  const std::vector<TermId>& graphs() const { return graphs_; }
  std::size_t size() const { return orders_[0].size(); }
  TermPool& terms() { return terms_; }
  const TermPool& terms() const { return terms_; }

 private:
  TermPool terms_;
  std::array<std::vector<Quad>, 4> orders_;
  std::vector<TermId> graphs_;
  std::uint32_t documents_ = 0;
};

}  // namespace depeche::sparql
