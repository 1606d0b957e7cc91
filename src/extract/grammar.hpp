#pragma once
#include <string_view>

#include "extract/tree.hpp"

namespace depeche::extract {

struct Knowledge;

bool is_verbal(const Tree& tree, TokenIndex token);     ///< verb or auxiliary
bool is_finite(const Tree& tree, TokenIndex token);     ///< conjugated verb or auxiliary
bool is_noun(const Tree& tree, TokenIndex token);       ///< common or proper
bool is_nominal(const Tree& tree, TokenIndex token);    ///< noun, or part of an actor's mention
bool is_reflexive(const Tree& tree, TokenIndex token);  ///< "se", "s'"
bool has_reflexive(const Tree& tree, TokenIndex verb);
bool is_relative(const Tree& tree, TokenIndex token);  ///< qui, que, dont, où, lequel …
bool is_resuming(const Tree& tree, TokenIndex token);  ///< "…, *ce* que Rome dément"
bool is_object_clitic(std::string_view form);          ///< le, la, les, l'
/// A name, not a demonym, capital or seat.
bool is_name(const recognise::Mention& mention);
bool is_name(const Tree& tree, TokenIndex token);  ///< part of one
bool is_ex(std::string_view title);                ///< "ex-ministre"

bool is_finite_group(const Tree& tree, TokenIndex verb);  ///< conjugated, itself or by its auxiliary
/// A group with a preposition other than a partitive de is no subject.
bool may_be_subject(const Tree& tree, TokenIndex group);

/// True if a coordinator stands between the two tokens, names aside.
bool coordinator_between(const Tree& tree, TokenIndex from, TokenIndex to);

/// The canonical preposition of a group ("à" for "aux"), empty if it has none.
std::string_view preposition_of(const Tree& tree, TokenIndex group);

/// What a relative pronoun stands for; the token itself if it is none. no_token stays no_token.
TokenIndex antecedent(const Tree& tree, TokenIndex token);

/// The name beside a common noun that it is apposed to ("le président turc Mevlut Demir", "le président turc,
/// Mevlut Demir,"); no_token if none.
TokenIndex name_behind(const Tree& tree, TokenIndex noun);

/// "le ministre *nommé* par Rome": a participle that the parser took for the verb of a relative clause.
bool is_reduced_relative(const Tree& tree, TokenIndex verb);

/// True if the verb stands in the passive, with or without its auxiliary: être + participle of a transitive verb that
/// takes avoir, or the bare participle.
bool is_passive(const Tree& tree, TokenIndex verb, const Knowledge& knowledge);

/// The subject with which the verb agrees, explicit or understood (control, coordination, participles): that of a
/// passive is its deep object. no_token if none.
TokenIndex surface_subject(const Tree& tree, TokenIndex verb, const Knowledge& knowledge, int depth = 0);

/// Who does what the verb says: the surface subject, of a passive the agent. no_token if none.
TokenIndex deep_subject(const Tree& tree, TokenIndex verb, const Knowledge& knowledge, int depth = 0);

}  // namespace depeche::extract
