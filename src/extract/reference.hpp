#pragma once
#include <cstdint>
#include <string_view>

#include "language/token.hpp"

namespace depeche::extract {

struct Knowledge;

/// Whom a word may stand for that is named elsewhere in the article.
enum class OpenReference : std::uint8_t {
  nobody,
  anybody,  ///< "elle", "son"
  person,   ///< "le ministre", "son homologue"
  country,  ///< "le pays"
  two       ///< "les deux pays", "les deux dirigeants"
};

/// Going by form, class and lemma: Discourse finds nobody outside the sentence for a word with `nobody`.
OpenReference open_reference(std::string_view form, const language::Token& token, const Knowledge& knowledge);

}  // namespace depeche::extract
