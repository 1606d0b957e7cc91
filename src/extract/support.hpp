#pragma once
#include <optional>

#include "extract/tree.hpp"
#include "mapping/governors.hpp"
#include "mapping/rule.hpp"

namespace depeche::extract {

struct Knowledge;

/// A noun in use with a support verb.
struct SupportUse {
  TokenIndex verb = no_token;
  bool subject_is_object = false;
  bool ends = false;
  std::optional<mapping::Status> status;
};

/// The support verb of a noun predicate: the verb whose object, passive subject or prepositional object it is
/// ("effectuer une visite", "un accord a été signé", "procéder à une frappe"), or the participle or relative clause
/// that modifies it ("l'accord conclu avec Rome", "les sanctions que Rome a imposées"). Empty if none fits.
SupportUse find_support_use(const Tree& tree, TokenIndex noun, const Knowledge& knowledge);

/// What is done by the verb with "pour" and an infinitive ("a pris la parole pour critiquer"); nullptr if the purpose
/// may have failed.
const mapping::Governor* find_purpose_governor(const Tree& tree, TokenIndex verb, const Knowledge& knowledge);

/// The governor entry under which `complement` stands below `head`, or nullptr.
const mapping::Governor* find_governor(const Tree& tree, TokenIndex head, TokenIndex complement,
                                       const Knowledge& knowledge);

/// The token that an infinitive below `governor` takes as its subject; no_token if it cannot be told.
TokenIndex controller(const Tree& tree, TokenIndex infinitive, TokenIndex governor, const Knowledge& knowledge,
                      int depth);

}  // namespace depeche::extract
