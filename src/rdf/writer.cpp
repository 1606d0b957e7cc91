// The pen is serd 0.30. What it does not check was checked when the terms were made; what it does badly is avoided:
// - It abbreviates only IRIs whose local name is letters and digits, so abbreviated names are made here and given to
//   it as CURIEs.
// - Nodes must end in NUL, or rdf:type is not written as `a` and a decimal is quoted.
// - No node carries the flags of quotes and newlines: serd would write """long strings""", of which its own reader
//   misreads some. Short strings with escapes are read alike by everybody.
#include "rdf/writer.hpp"

#include <serd/serd.h>

#include <stdexcept>

namespace depeche::rdf {
namespace {

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

SerdSyntax serd_syntax(Syntax syntax) {
  switch (syntax) {
    case Syntax::turtle:
      return SERD_TURTLE;
    case Syntax::trig:
      return SERD_TRIG;
    case Syntax::ntriples:
      return SERD_NTRIPLES;
    case Syntax::nquads:
      break;
  }
  return SERD_NQUADS;
}

/// A node on a text that ends in NUL and outlives it.
SerdNode make_node(SerdType type, const char* text, std::size_t size) {
  return {reinterpret_cast<const std::uint8_t*>(text), size, size, 0, type};
}

SerdNode make_node(SerdType type, const std::string& text) {
  return make_node(type, text.c_str(), text.size());
}

std::size_t pass_on(const void* bytes, std::size_t size, void* sink) {
  static_cast<ByteSink*>(sink)->write({static_cast<const char*>(bytes), size});
  return size;
}

SerdStatus keep_quiet(void*, const SerdError*) {
  return SERD_SUCCESS;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::optional<Syntax> find_syntax(std::string_view name) {
  if (name == "turtle") return Syntax::turtle;
  if (name == "trig") return Syntax::trig;
  if (name == "ntriples") return Syntax::ntriples;
  if (name == "nquads") return Syntax::nquads;
  return std::nullopt;
}

std::optional<Syntax> syntax_of_file(std::string_view path) {
  if (ends_with(path, ".ttl")) return Syntax::turtle;
  if (ends_with(path, ".trig")) return Syntax::trig;
  if (ends_with(path, ".nt")) return Syntax::ntriples;
  if (ends_with(path, ".nq")) return Syntax::nquads;
  return std::nullopt;
}

bool has_graphs(Syntax syntax) {
  return syntax == Syntax::trig || syntax == Syntax::nquads;
}

struct Writer::State {
  struct FreeEnvironment {
    void operator()(SerdEnv* dead) const { serd_env_free(dead); }
  };
  struct FreeWriter {
    void operator()(SerdWriter* dead) const { serd_writer_free(dead); }
  };
  /// An IRI and its abbreviated form in one place of the statement: neighbours repeat it more often than not.
  struct Slot {
    std::string iri, curie;
    bool abbreviated = false;
  };

  Syntax syntax = Syntax::turtle;
  Prefixes prefixes;
  ByteSink* sink = nullptr;
  bool abbreviates = false;
  std::uint64_t count = 0;
  std::unique_ptr<SerdEnv, FreeEnvironment> env;
  std::unique_ptr<SerdWriter, FreeWriter> writer;
  Slot subject, predicate, object, datatype;
  std::string open_graph;  ///< TriG: IRI of the block being written, empty for the default graph

  /// serd's TriG breaks its indentation, so a block is written as a Turtle document of its own between braces.
  void open_writer() {
    const int style = SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK;
    const SerdSyntax pen = syntax == Syntax::trig ? SERD_TURTLE : serd_syntax(syntax);
    writer.reset(serd_writer_new(pen, static_cast<SerdStyle>(style), env.get(), nullptr, pass_on, sink));
    serd_writer_set_error_sink(writer.get(), keep_quiet, nullptr);
  }

  void close_writer() {
    if (!writer) return;
    serd_writer_finish(writer.get());
    writer.reset();
    if (!open_graph.empty()) sink->write("}\n\n");
    open_graph.clear();
  }

  void switch_to_graph(const std::string& graph) {
    if (writer && graph == open_graph) return;
    close_writer();
    if (!graph.empty()) {
      std::string name;
      sink->write(prefixes.abbreviate(graph, name) ? name : "<" + graph + ">");
      sink->write(" {\n\n");
    }
    open_writer();
    open_graph = graph;
  }

  SerdNode iri_node(std::string_view iri, Slot& slot) const {
    if (slot.iri != iri) {
      slot.iri = iri;
      slot.abbreviated = abbreviates && iri != rdf_type && prefixes.abbreviate(iri, slot.curie);
    }
    return slot.abbreviated ? make_node(SERD_CURIE, slot.curie) : make_node(SERD_URI, slot.iri);
  }

  SerdNode datatype_node(const Literal& literal) {
    const std::string_view iri = literal.datatype_iri();
    switch (literal.datatype()) {
      case Datatype::string:
      case Datatype::language_string:
        return SERD_NODE_NULL;
      // serd writes these three bare, by their IRI, which is a constant that ends in NUL.
      case Datatype::boolean:
      case Datatype::integer:
      case Datatype::decimal:
        return make_node(SERD_URI, iri.data(), iri.size());
      default:
        return iri_node(iri, datatype);
    }
  }
};

Writer::Writer(Syntax syntax, const Prefixes& prefixes, ByteSink& sink) : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.syntax = syntax;
  state.prefixes = prefixes;
  state.sink = &sink;
  state.abbreviates = syntax == Syntax::turtle || syntax == Syntax::trig;
  state.env.reset(serd_env_new(nullptr));
  if (!state.abbreviates) return;
  for (const Prefixes::Entry& entry : prefixes.entries()) {
    sink.write("@prefix " + entry.name + ": <" + entry.space.text() + "> .\n");
  }
  if (!prefixes.entries().empty()) sink.write("\n");
}

Writer::~Writer() = default;

void Writer::write(const Iri& subject, const Iri& predicate, const Term& object, const Iri* graph) {
  static const std::string default_graph;
  State& state = *state_;
  state.switch_to_graph(graph != nullptr && state.syntax == Syntax::trig ? graph->text() : default_graph);
  const SerdNode s = state.iri_node(subject.text(), state.subject);
  const SerdNode p = state.iri_node(predicate.text(), state.predicate);
  SerdNode g = SERD_NODE_NULL, o = SERD_NODE_NULL, datatype = SERD_NODE_NULL, language = SERD_NODE_NULL;
  if (graph != nullptr && state.syntax == Syntax::nquads) g = make_node(SERD_URI, graph->text());
  if (const Iri* const iri = std::get_if<Iri>(&object)) {
    o = state.iri_node(iri->text(), state.object);
  } else {
    const Literal& literal = std::get<Literal>(object);
    o = make_node(SERD_LITERAL, literal.text());
    datatype = state.datatype_node(literal);
    // A language is a view of a whole std::string, which ends in NUL.
    if (const auto tag = literal.language(); !tag.empty()) language = make_node(SERD_LITERAL, tag.data(), tag.size());
  }
  const auto given = [](const SerdNode& node) { return node.buf == nullptr ? nullptr : &node; };
  if (serd_writer_write_statement(state.writer.get(), 0, given(g), &s, &p, &o, given(datatype), given(language)) !=
      SERD_SUCCESS) {
    throw std::logic_error("serd refused a statement of checked terms");
  }
  ++state.count;
}

void Writer::finish() {
  state_->close_writer();
}
std::uint64_t Writer::statements() const {
  return state_->count;
}

}  // namespace depeche::rdf
