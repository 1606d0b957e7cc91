#pragma once
#include <optional>
#include <vector>

#include "extract/tree.hpp"
#include "mapping/rule.hpp"

namespace depeche::extract {

struct Knowledge;

/// Who or what stands in a function: the head token of its group. Relative pronouns are already replaced by what they
/// stand for; a possessive determiner stands for its possessor.
struct Argument {
  mapping::FunctionId function = 0;
  TokenIndex token = no_token;
  bool weak = false;  ///< hangs from a neighbour in the tree and may belong here; used if nothing better is there
};

/// A predicate with its functions. Active and passive, full and reduced, verbal and support-verb uses of one content
/// come out the same.
struct Predication {
  TokenIndex predicate = no_token;
  mapping::TriggerClass word_class = mapping::TriggerClass::verb;
  bool pronominal = false;
  bool passive = false;
  TokenIndex support = no_token;  ///< the support verb of a noun, or the noun's copula-like verb
  TokenIndex alone = no_token;  ///< one person of whom it is said, whoever is listed with him: "X et Y (*directeur* …)"
  TokenIndex clause = no_token;                   ///< the token whose verb group says tense, mood and negation
  bool support_ends = false;                      ///< the support verb ends the state ("rompre", "mettre fin à")
  std::optional<mapping::Status> support_status;  ///< status the support verb gives ("annuler une visite")
  std::vector<Argument> arguments;

  /// Tokens in this function, weak ones last.
  std::vector<TokenIndex> fillers(mapping::FunctionId function) const;
  /// True if the token only may stand in this function.
  bool holds_weakly(mapping::FunctionId function, TokenIndex token) const;
  /// True if the token stands in this function for certain.
  bool holds_directly(mapping::FunctionId function, TokenIndex token) const;
};

/// Builds the predication of the predicate at `token`, whatever its word class.
Predication make_predication(const Tree& tree, TokenIndex token, mapping::TriggerClass word_class,
                             const Knowledge& knowledge);

}  // namespace depeche::extract
