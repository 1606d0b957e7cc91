#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/byte_sink.hpp"
#include "rdf/prefixes.hpp"
#include "rdf/statement.hpp"

namespace depeche::rdf {

enum class Syntax : std::uint8_t { turtle, trig, ntriples, nquads };

/// By the name a user gives: "turtle", "trig", "ntriples", "nquads".
std::optional<Syntax> find_syntax(std::string_view name);
/// By the end of a file's name: .ttl, .trig, .nt, .nq.
std::optional<Syntax> syntax_of_file(std::string_view path);
bool has_graphs(Syntax syntax);

/// Writes statements as they come, in constant memory. Turtle and TriG declare the prefixes at the top and join
/// neighbours with the same graph, subject and predicate; whoever wants readable output gives them in that order.
/// Turtle and N-Triples leave the graph out. Output depends on the statements alone.
class Writer final : public StatementSink {
 public:
  /// The sink must live as long as the writer. Its failures are its own: the writer has none.
  Writer(Syntax syntax, const Prefixes& prefixes, ByteSink& sink);
  ~Writer() override;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  using StatementSink::write;
  void write(const Iri& subject, const Iri& predicate, const Term& object, const Iri* graph) override;

  /// Ends the document. Nothing may be written afterwards.
  void finish();

  std::uint64_t statements() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace depeche::rdf
