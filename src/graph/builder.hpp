#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "extract/claim.hpp"
#include "graph/evidence.hpp"
#include "graph/vocabulary.hpp"
#include "mapping/ontology.hpp"
#include "rdf/statement.hpp"

namespace depeche::graph {

enum class Content : std::uint8_t {
  all,
  facts  ///< without articles, claims and sentences, and without entities that no fact speaks of
};

struct Options {
  std::string base = std::string(default_base);  ///< an IRI that ends in '/' or '#', below which instances are named
  std::string facts_graph;                       ///< IRI of the graph of the facts; empty = the default graph
  Content content = Content::all;
  Quotes quotes = Quotes::full;
};

/// What became of an article.
enum class Added : std::uint8_t {
  added,
  repeated,  ///< the same article, by identity and text, was there before: nothing was written
  renamed,   ///< another text of the same URL or id was there before: written under an IRI made of both
};

/// Counts over the run.
struct Counts {
  std::uint64_t articles = 0;  ///< written
  std::uint64_t claims = 0;
  std::uint64_t facts = 0;  ///< statements about relations, edges included
  std::uint64_t entities = 0;
};

/// Turns what was read out of articles into statements. Articles are given in the order of the input; facts and
/// entities are written with the first article that gives them, so only hashes are kept. One thread; the output
/// depends on the extractions and their order alone.
class GraphBuilder {
 public:
  /// Fails if the base or the graph of the facts is not an IRI as it should be.
  static Result<GraphBuilder> make(const std::vector<mapping::RelationType>& table, const Options& options);
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  ~GraphBuilder();

  /// The prefixes to declare in the output.
  rdf::Prefixes prefixes() const;

  /// Writes the statements of one article: new entities, new facts, then the article's graph. Every relation,
  /// sentence and entity that a claim refers to must exist (std::out_of_range otherwise).
  Added add(const extract::Extraction& extraction, rdf::StatementSink& sink);

  /// Writes everything that one article gives, as though it were the only one, under the digest that names it in its
  /// IRIs (16 hexadecimal digits). What was added before is forgotten.
  void write_alone(const extract::Extraction& extraction, std::string_view digest, rdf::StatementSink& sink);

  /// Ends the run: writes the relation table, which the caller gives (see relation_table), into its graph.
  void finish(const std::vector<rdf::Statement>& relation_table, rdf::StatementSink& sink) const;

  const Counts& counts() const;

 private:
  struct State;
  explicit GraphBuilder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What the ontology says about its relation types, their edges and key qualifiers: enough to rebuild the facts from
/// the claims by queries. Sorted; labels and definitions are left to the ontology itself.
std::vector<rdf::Statement> relation_table(const mapping::Ontology& ontology);

}  // namespace depeche::graph
