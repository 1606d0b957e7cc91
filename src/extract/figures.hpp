#pragma once
#include <vector>

#include "extract/discourse.hpp"
#include "extract/predication.hpp"
#include "recognise/quantity.hpp"

namespace depeche::extract {

/// The quantity said right behind an actor: "le Chili (31 %)", "Cuba avec 2 %", "du Pérou (12 %)". nullptr if
/// none of that unit stands before the next actor or clause.
const recognise::Quantity* quantity_behind(const Tree& tree, TokenIndex actor,
                                           const std::vector<recognise::Quantity>& quantities,
                                           recognise::Quantity::Unit unit);

/// The quantity right before an actor's preposition: "… de la Russie et 5 % de l'Ukraine".
const recognise::Quantity* quantity_before(const Tree& tree, TokenIndex actor,
                                           const std::vector<recognise::Quantity>& quantities,
                                           recognise::Quantity::Unit unit);

/// Like quantity_behind, else the first one between the actor and the next actor: "le Chili, qui occupe le premier rang
/// avec 31 %".
const recognise::Quantity* quantity_of_member(const Tree& tree, TokenIndex actor,
                                              const std::vector<recognise::Quantity>& quantities,
                                              recognise::Quantity::Unit unit);

/// The unit that a rule asks for.
recognise::Quantity::Unit unit_of(const mapping::FigureSpec& spec);

/// For "avec des parts respectives de 31 %, 12 % et 2 %, A, B et C": the quantity at the place in its list that
/// the actor has in its own; nullptr unless both lists are of one length and "respectif/respectivement" is said;
/// other figures may stand before that word ("absorbent 95 %, avec respectivement 54 % et 41 %").
const recognise::Quantity* quantity_in_order(const Tree& tree, std::size_t place, std::size_t actors,
                                             const std::vector<recognise::Quantity>& quantities,
                                             recognise::Quantity::Unit unit);

/// True if the sentence deals out its figures in the order of its names ("respectivement", "des parts respectives").
bool says_respectively(const Tree& tree);

/// The quantity nearest to the predicate among those of its clause (or inside `group` if given) that no actor's
/// bracket has taken.
const recognise::Quantity* quantity_of_clause(const Tree& tree, const Predication& predication, TokenIndex group,
                                              const std::vector<recognise::Quantity>& quantities,
                                              recognise::Quantity::Unit unit);

}  // namespace depeche::extract
