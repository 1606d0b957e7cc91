#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace depeche::rdf {

/// An absolute IRI (RFC 3987, section 2.2: with a scheme, a fragment is allowed). Cannot hold anything else.
class Iri {
 public:
  const std::string& text() const { return text_; }
  auto operator<=>(const Iri&) const = default;

 private:
  friend class Namespace;
  friend Result<Iri> make_iri(std::string_view text);
  explicit Iri(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// Fails if the text is not an absolute IRI, with what is wrong and where. Nothing is repaired, escaped or normalised.
Result<Iri> make_iri(std::string_view text);

/// Offset of the first byte that keeps the text from being an absolute IRI, its size if something is missing at the
/// end, npos if it is one.
std::size_t find_iri_fault(std::string_view text);

/// True for a text of ASCII letters, digits, hyphens, underscores and dots (at least one): it needs no escaping in an
/// IRI.
bool is_safe_local_name(std::string_view text);

/// The common beginning of IRIs, ending in '/' or '#'.
class Namespace {
 public:
  /// Throws std::invalid_argument if the text is not an absolute IRI that ends in '/' or '#'. For constants; a
  /// namespace that comes from a user goes through `make`.
  explicit Namespace(std::string_view text);
  static Result<Namespace> make(std::string_view text);

  const std::string& text() const { return iri_.text(); }

  /// The IRI of a local name. Throws std::invalid_argument if the name is not safe (see is_safe_local_name).
  Iri operator()(std::string_view local_name) const;

  /// The namespace of this one and a safe path below it: base("article/").
  Namespace below(std::string_view path) const;

 private:
  explicit Namespace(Iri iri) : iri_(std::move(iri)) {}
  Iri iri_;
};

}  // namespace depeche::rdf
