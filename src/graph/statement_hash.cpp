// FNV-1a taken eight bytes at a time, with the finaliser of splitmix64. Not against adversaries: a collision loses
// one fact, and among ten million there is one with a chance of three in a million.
#include "graph/statement_hash.hpp"

namespace depeche::graph {
namespace {

constexpr std::uint64_t prime = 0x00000100000001B3U;

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// Little-endian whatever the machine.
std::uint64_t word_of(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) word = (word << 8U) | static_cast<unsigned char>(bytes[i - 1]);
  return word;
}

std::uint64_t add(std::uint64_t hash, std::string_view text) {
  hash = mix(hash ^ text.size()) * prime;
  for (; !text.empty(); text.remove_prefix(text.size() < 8 ? text.size() : 8)) {
    hash = mix(hash ^ word_of(text.substr(0, 8))) * prime;
  }
  return hash;
}

constexpr std::uint64_t offset_basis = 0xCBF29CE484222325U;

}  // namespace

std::uint64_t statement_hash(std::string_view subject, std::string_view predicate, std::string_view object) {
  return add(add(add(offset_basis, subject), predicate), object);
}

std::uint64_t statement_hash(const rdf::Statement& statement) {
  const std::string &subject = statement.subject.text(), &predicate = statement.predicate.text();
  if (const auto* const iri = std::get_if<rdf::Iri>(&statement.object)) {
    return statement_hash(subject, predicate, iri->text());
  }
  const auto& literal = std::get<rdf::Literal>(statement.object);
  const std::uint64_t hash = statement_hash(subject, predicate, literal.text());
  return add(add(hash, literal.datatype_iri()), literal.language());
}

}  // namespace depeche::graph
