#pragma once
#include "extract/knowledge.hpp"
#include "extract/tree.hpp"

namespace depeche::extract {

/// The word that negates a clause, wherever the parser hung it; no_token if none does. "ne … que" and "pas seulement"
/// negate nothing.
TokenIndex find_negator(const Tree& tree, TokenIndex clause, const Knowledge& knowledge);

/// "Ce n'est pas Rome qui a signé": the word that negates the clause in which a relative clause says the rest; no_token
/// if the noun is not set off like this.
TokenIndex find_negator_of_cleft(const Tree& tree, TokenIndex noun, const Knowledge& knowledge);

}  // namespace depeche::extract
