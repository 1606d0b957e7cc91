#pragma once
#include <string_view>

#include "language/token.hpp"

namespace depeche::extract {

struct Knowledge;

/// False if the word can stand for nobody who is named elsewhere in the article, going by form, class and lemma. True
/// for "elle", "son", "le ministre", "le pays", "les deux dirigeants".
bool may_refer_back(std::string_view form, const language::Token& token, const Knowledge& knowledge);

}  // namespace depeche::extract
