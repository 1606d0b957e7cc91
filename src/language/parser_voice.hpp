#pragma once
#include "language/forms.hpp"
#include "language/token.hpp"

namespace depeche::language {

/// Holds the voice that the parser chose against what the lexicon knows of the verb: verbs like devenir and arriver,
/// which always take être, have no passive ("est devenue"), and a verb with an agent is passive ("est visé par").
void settle_voice(const FormLexicon& lexicon, Sentence& sentence);

}  // namespace depeche::language
