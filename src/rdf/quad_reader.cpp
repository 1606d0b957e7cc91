#include "rdf/quad_reader.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <optional>

#include "rdf/reader.hpp"

namespace depeche::rdf {
namespace {

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

struct FreeReader {
  void operator()(SerdReader* dead) const { serd_reader_free(dead); }
};
struct FreeEnvironment {
  void operator()(SerdEnv* dead) const { serd_env_free(dead); }
};

std::string_view text_of(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

/// One pass over a document. serd tells no place with a statement, so it is fed byte by byte and lines are counted.
class Pass {
 public:
  Pass(const ByteSource& source, const std::string& file, const std::function<void(Statement)>& take,
       Diagnostics& diagnostics)
      : source_(source), file_(file), take_(take), diagnostics_(diagnostics) {}

  Result<void> run(Syntax syntax) {
    env_.reset(serd_env_new(nullptr));
    const std::unique_ptr<SerdReader, FreeReader> reader(
        serd_reader_new(serd_syntax(syntax), this, nullptr, &on_base, &on_prefix, &on_statement, nullptr));
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), &on_error, this);
    const SerdStatus status = serd_reader_read_source(reader.get(), &next_byte, &failed, this,
                                                      reinterpret_cast<const std::uint8_t*>(file_.c_str()), 1);
    if (failure_) return tl::unexpected<Error>(*failure_);
    // serd takes a line it does not understand for the end of the document, without a word.
    if (status > SERD_FAILURE || !at_end_) report("rdf-syntax", line_, "this is not a statement");
    return {};
  }

 private:
  static std::size_t next_byte(void* buffer, std::size_t, std::size_t, void* self) {
    Pass& pass = *static_cast<Pass*>(self);
    if (pass.faulty_ || pass.failure_) return 0;
    if (pass.at_ == pass.filled_) {
      auto filled = pass.source_(pass.buffer_.data(), pass.buffer_.size());
      if (!filled) pass.failure_ = filled.error();
      pass.at_ = 0;
      pass.filled_ = filled.value_or(0);
      pass.at_end_ = pass.filled_ == 0;
      if (pass.at_end_) return 0;
    }
    if (pass.newline_) ++pass.line_;
    const char c = pass.buffer_[pass.at_++];
    pass.newline_ = c == '\n';
    *static_cast<char*>(buffer) = c;
    return 1;
  }

  static int failed(void* self) { return static_cast<Pass*>(self)->failure_ ? 1 : 0; }

  static SerdStatus on_base(void* self, const SerdNode* uri) {
    return serd_env_set_base_uri(static_cast<Pass*>(self)->env_.get(), uri);
  }
  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* uri) {
    return serd_env_set_prefix(static_cast<Pass*>(self)->env_.get(), name, uri);
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    Pass& pass = *static_cast<Pass*>(self);
    std::array<char, 256> message{};
    std::vsnprintf(message.data(), message.size(), error->fmt, *error->args);
    std::string_view text = message.data();
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    pass.report("rdf-syntax", error->line, std::string(text));
    return SERD_SUCCESS;
  }

  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode* graph, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    Pass& pass = *static_cast<Pass*>(self);
    if (!pass.faulty_) pass.take(graph, *subject, *predicate, *object, datatype, language);
    return pass.faulty_ ? SERD_ERR_BAD_SYNTAX : SERD_SUCCESS;
  }

  void take(const SerdNode* graph, const SerdNode& subject, const SerdNode& predicate, const SerdNode& object,
            const SerdNode* datatype, const SerdNode* language) {
    ReadTriple triple;
    if (!resolve(subject, triple.subject) || !resolve(predicate, triple.predicate) || !resolve(object, triple.object)) {
      return;
    }
    ReadTerm term;
    if (datatype != nullptr && datatype->buf != nullptr) {
      if (!resolve(*datatype, term)) return;
      triple.object.datatype = std::move(term.text);
    }
    if (language != nullptr && language->buf != nullptr) triple.object.language = text_of(*language);
    auto statement = make_statement(triple);
    if (!statement) return report("rdf-bad-term", line_, statement.error().message);
    if (graph != nullptr && graph->buf != nullptr) {
      if (!resolve(*graph, term)) return;
      auto iri = make_iri(term.text);
      if (!iri) return report("rdf-bad-term", line_, iri.error().message);
      statement->graph = *std::move(iri);
    }
    take_(*std::move(statement));
  }

  bool resolve(const SerdNode& node, ReadTerm& term) {
    term.kind = node.type == SERD_LITERAL ? ReadTerm::Kind::literal : ReadTerm::Kind::iri;
    if (node.type == SERD_BLANK) {
      report("rdf-blank-node", line_, "a blank node, which has no name to compare it by");
      return false;
    }
    if (node.type != SERD_CURIE) {
      term.text = text_of(node);
      return true;
    }
    SerdNode expanded = serd_env_expand_node(env_.get(), &node);
    if (expanded.buf == nullptr) {
      report("rdf-undefined-prefix", line_, "the prefix of '" + std::string(text_of(node)) + "' is not declared");
      return false;
    }
    term.text = text_of(expanded);
    serd_node_free(&expanded);
    return true;
  }

  void report(const char* code, std::uint32_t line, std::string message) {
    if (std::exchange(faulty_, true)) return;
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = file_;
    diagnostic.line = line;
    diagnostic.message = std::move(message);
    diagnostics_.push_back(std::move(diagnostic));
  }

  const ByteSource& source_;
  const std::string& file_;
  const std::function<void(Statement)>& take_;
  Diagnostics& diagnostics_;
  std::unique_ptr<SerdEnv, FreeEnvironment> env_;
  std::array<char, 65536> buffer_{};
  std::size_t at_ = 0, filled_ = 0;
  std::uint32_t line_ = 1;
  bool newline_ = false, at_end_ = false, faulty_ = false;
  std::optional<Error> failure_;
};

}  // namespace

Result<void> read_statements(const ByteSource& source, Syntax syntax, const std::string& file,
                             const std::function<void(Statement)>& take, Diagnostics& diagnostics) {
  return std::make_unique<Pass>(source, file, take, diagnostics)->run(syntax);
}

void read_statements(std::string_view text, Syntax syntax, const std::string& file,
                     const std::function<void(Statement)>& take, Diagnostics& diagnostics) {
  const ByteSource source = [&text](char* out, std::size_t size) -> Result<std::size_t> {
    const std::size_t n = std::min(size, text.size());
    std::copy_n(text.data(), n, out);
    text.remove_prefix(n);
    return n;
  };
  static_cast<void>(read_statements(source, syntax, file, take, diagnostics));  // memory never fails
}

}  // namespace depeche::rdf
