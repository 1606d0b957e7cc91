#include "rdf/statement.hpp"

#include "rdf/reader.hpp"

namespace depeche::rdf {
namespace {

Result<Iri> checked_iri(const ReadTerm& term) {
  if (term.kind != ReadTerm::Kind::iri) return fail("'" + term.text + "' stands where an IRI is expected");
  return make_iri(term.text);
}

Result<Literal> checked_literal(const ReadTerm& term) {
  if (!term.language.empty()) return make_language_string(term.text, term.language);
  if (term.datatype.empty()) return make_string(term.text);
  const auto datatype = make_iri(term.datatype);
  if (!datatype) return tl::unexpected<Error>(datatype.error());
  return make_typed(term.text, *datatype);
}

Result<Term> checked_term(const ReadTerm& term) {
  if (term.kind == ReadTerm::Kind::literal) {
    return checked_literal(term).map([](Literal literal) { return Term(std::move(literal)); });
  }
  return checked_iri(term).map([](Iri iri) { return Term(std::move(iri)); });
}

}  // namespace

Result<Statement> make_statement(const ReadTriple& triple) {
  auto subject = checked_iri(triple.subject);
  if (!subject) return tl::unexpected<Error>(subject.error());
  auto predicate = checked_iri(triple.predicate);
  if (!predicate) return tl::unexpected<Error>(predicate.error());
  auto object = checked_term(triple.object);
  if (!object) return tl::unexpected<Error>(object.error());
  return Statement{*std::move(subject), *std::move(predicate), *std::move(object), std::nullopt};
}

}  // namespace depeche::rdf
