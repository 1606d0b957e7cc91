#include "rdf/reader.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <memory>

#include "base/utf8.hpp"

namespace depeche::rdf {
namespace {

struct ReaderDeleter {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
struct EnvDeleter {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};

std::string_view text_of(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

/// Characters that the grammar of IRIs excludes everywhere (RFC 3987); serd lets them pass.
bool has_forbidden_iri_character(std::string_view iri) {
  return std::any_of(iri.begin(), iri.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || std::string_view("<>\"{}|^`\\").find(c) != std::string_view::npos;
  });
}

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

/// One document being read. serd reports no position with a statement, so the text is handed over byte by byte and
/// the line is that of the last byte taken.
class Document {
 public:
  Document(std::string_view text, Syntax syntax, const std::string& file, const std::function<void(ReadQuad&&)>& take,
           Diagnostics& diagnostics)
      : text_(text), syntax_(syntax), file_(file), take_(take), diagnostics_(diagnostics) {}

  void read() {
    const std::size_t reported = diagnostics_.size();
    const SerdNode base = serd_node_from_string(SERD_URI, reinterpret_cast<const std::uint8_t*>("file:///"));
    env_.reset(serd_env_new(&base));
    const std::unique_ptr<SerdReader, ReaderDeleter> reader(
        serd_reader_new(serd_syntax(syntax_), this, nullptr, &on_base, &on_prefix, &on_statement, nullptr));
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), &on_error, this);
    const SerdStatus status = serd_reader_read_source(reader.get(), &next_byte, &never_fails, this,
                                                      reinterpret_cast<const std::uint8_t*>(file_.c_str()), 1);
    if (status > SERD_FAILURE && diagnostics_.size() == reported) {  // SERD_FAILURE: there was nothing to read
      report("rdf-syntax", line(), 0, "the document could not be read");
    }
  }

 private:
  static std::size_t next_byte(void* buffer, std::size_t, std::size_t, void* self) {
    auto& document = *static_cast<Document*>(self);
    if (document.at_ == document.text_.size()) return 0;
    // The byte before this one is now fully behind the reader: serd looks one byte ahead.
    if (document.at_ > 0 && document.text_[document.at_ - 1] == '\n') ++document.line_;
    *static_cast<char*>(buffer) = document.text_[document.at_++];
    return 1;
  }

  static int never_fails(void*) { return 0; }

  static SerdStatus on_base(void* self, const SerdNode* uri) {
    return serd_env_set_base_uri(static_cast<Document*>(self)->env_.get(), uri);
  }

  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* uri) {
    return serd_env_set_prefix(static_cast<Document*>(self)->env_.get(), name, uri);
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    auto& document = *static_cast<Document*>(self);
    char message[256];
    std::vsnprintf(message, sizeof message, error->fmt, *error->args);
    std::string trimmed = message;
    while (!trimmed.empty() && trimmed.back() == '\n') trimmed.pop_back();
    document.report("rdf-syntax", error->line, document.column(error->line, error->col),
                    document.with_whole_characters(std::move(trimmed)));
    return SERD_SUCCESS;
  }

  /// serd counts bytes.
  std::uint32_t column(std::uint32_t at_line, std::uint32_t bytes) const {
    const std::string_view before = line_of(text_, at_line).substr(0, bytes);
    return static_cast<std::uint32_t>(utf8::length(before) + (bytes - before.size()));
  }

  /// serd shows the byte at which it stopped, which may be a piece of a character: that is put in its place.
  std::string with_whole_characters(std::string message) const {
    for (std::size_t bad = 0; (bad = utf8::find_invalid(message)) != std::string::npos;) {
      std::size_t end = at_ - std::min<std::size_t>(at_, 1);
      const std::size_t begin = end;
      const bool starts_here = begin < text_.size() && text_[begin] == message[bad] && (message[bad] & 0x40) != 0;
      if (starts_here) utf8::next(text_, end);
      message.replace(bad, 1, starts_here ? text_.substr(begin, end - begin) : "?");
    }
    return message;
  }

  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode* graph, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    auto& document = *static_cast<Document*>(self);
    ReadQuad quad;
    quad.line = document.line();
    if (document.resolve(*subject, quad.subject) && document.resolve(*predicate, quad.predicate) &&
        document.resolve(*object, quad.object) &&
        (graph == nullptr || graph->buf == nullptr || document.resolve(*graph, quad.graph))) {
      ReadTerm type;
      if (datatype && datatype->buf && document.resolve(*datatype, type)) quad.object.datatype = std::move(type.text);
      if (language && language->buf) quad.object.language = text_of(*language);
      document.take_(std::move(quad));
    }
    return SERD_SUCCESS;
  }

  bool resolve(const SerdNode& node, ReadTerm& term) {
    if (node.type == SERD_LITERAL) {
      term.kind = ReadTerm::Kind::literal;
      term.text = text_of(node);
      return true;
    }
    if (node.type == SERD_BLANK) {
      term.kind = ReadTerm::Kind::blank;
      term.text = text_of(node);
      return true;
    }
    SerdNode expanded = serd_env_expand_node(env_.get(), &node);
    if (!expanded.buf) {
      report("rdf-undefined-prefix", line(), 0, "the prefix of '" + std::string(text_of(node)) + "' is not declared");
      return false;
    }
    term.kind = ReadTerm::Kind::iri;
    term.text = text_of(expanded);
    serd_node_free(&expanded);
    if (!has_forbidden_iri_character(term.text)) return true;
    report("rdf-bad-iri", line(), 0, "<" + term.text + "> holds a character that no IRI may hold");
    return false;
  }

  void report(const char* code, std::uint32_t at_line, std::uint32_t column, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = file_;
    diagnostic.line = at_line;
    diagnostic.column = column;
    diagnostic.message = std::move(message);
    diagnostic.source_line = line_of(text_, at_line);
    diagnostics_.push_back(std::move(diagnostic));
  }

  std::uint32_t line() const { return line_; }

  std::string_view text_;
  Syntax syntax_;
  const std::string& file_;
  const std::function<void(ReadQuad&&)>& take_;
  Diagnostics& diagnostics_;
  std::unique_ptr<SerdEnv, EnvDeleter> env_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

void read_quads(std::string_view text, Syntax syntax, const std::string& file,
                const std::function<void(ReadQuad&&)>& take, Diagnostics& diagnostics) {
  const std::size_t bad = utf8::find_invalid(text);
  if (bad != std::string_view::npos) {
    Diagnostic diagnostic;
    diagnostic.code = "rdf-bad-utf8";
    diagnostic.file = file;
    const std::string_view before = text.substr(0, bad);
    diagnostic.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    diagnostic.message = "the file is not valid UTF-8";
    diagnostics.push_back(std::move(diagnostic));
    return;
  }
  Document(text, syntax, file, take, diagnostics).read();
}

std::vector<ReadTriple> read_turtle(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  std::vector<ReadTriple> triples;
  read_quads(
      text, Syntax::turtle, file, [&](ReadQuad&& quad) { triples.push_back(std::move(quad)); }, diagnostics);
  return triples;
}

std::vector<ReadTriple> read_nquads(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  std::vector<ReadTriple> triples;
  read_quads(
      text, Syntax::nquads, file, [&](ReadQuad&& quad) { triples.push_back(std::move(quad)); }, diagnostics);
  return triples;
}

}  // namespace depeche::rdf
