#pragma once
#include "extract/tree.hpp"

namespace depeche::extract {

struct Knowledge;

// What single groups of a sentence say of the truth of what stands in or below them.

/// The token of a verb group that is conjugated: the first auxiliary, else the verb.
TokenIndex conjugated(const Tree& tree, TokenIndex clause);

/// "un accord", "toute visite": perhaps there is none yet.
bool is_indefinite(const Tree& tree, TokenIndex noun);

bool is_condition(const Tree& tree, TokenIndex clause, const Knowledge& knowledge);   ///< led in by "si" and its like
bool has_condition(const Tree& tree, TokenIndex clause, const Knowledge& knowledge);  ///< such a clause goes with it

/// "dit que si Rome livre …": no question, unlike "demande si Rome livre …".
bool is_condition_behind_que(const Tree& tree, TokenIndex clause);

/// "il veut visiter les villes tenues par Rome", "en Cisjordanie, territoire occupé par": what the participle
/// `participle` says of the definite noun `noun` holds whatever becomes of the clause around it.
bool is_given_participle(const Tree& tree, TokenIndex participle, TokenIndex noun);

/// A quotation of a few words inside the journalist's own clause ("dénonce le « jeu dangereux » de Rome").
bool quotes_a_few_words(const Tree& tree, TokenIndex clause);

/// The noun above that is about the beginning or time of the one with "de" below it: "la *reprise* des négociations",
/// "à l'*issue* d'une rencontre", "*lors* d'une visite"; no_token if there is none.
TokenIndex carrier(const Tree& tree, TokenIndex noun, const Knowledge& knowledge);

/// "lors", "au cours", "à l'issue": what becomes of the clause around a noun that is carried by such a word leaves it
/// true.
bool is_occasion(const Tree& tree, TokenIndex carrier, TokenIndex noun, const Knowledge& knowledge);

}  // namespace depeche::extract
