#include "sparql/term_pool.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "sparql/names.hpp"

namespace depeche::sparql {
namespace {

/// What makes a term itself. The kinds are told apart by the first byte, the parts by one that no IRI or tag has.
std::string key_of(const rdf::ReadTerm& term) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(term.kind)));
  key += term.language;
  key += '\x1f';
  key += term.datatype;
  key += '\x1f';
  key += term.text;
  return key;
}

}  // namespace

TermPool::TermPool() : terms_(2) {}

TermId TermPool::add(rdf::ReadTerm term) {
  if (term.datatype == xsd::string) term.datatype.clear();
  if (!term.language.empty()) {
    term.language = utf8::lower(term.language);
    term.datatype.clear();
  }
  const auto [at, is_new] = ids_.try_emplace(key_of(term), static_cast<TermId>(terms_.size()));
  if (is_new) terms_.push_back(std::move(term));
  return at->second;
}

TermId TermPool::find_iri(std::string_view iri) const {
  const auto at = ids_.find(key_of({rdf::ReadTerm::Kind::iri, std::string(iri), {}, {}}));
  return at == ids_.end() ? unbound : at->second;
}

TermId TermPool::add_iri(std::string_view iri) {
  return add({rdf::ReadTerm::Kind::iri, std::string(iri), {}, {}});
}

}  // namespace depeche::sparql
