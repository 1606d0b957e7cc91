#pragma once
#include <string_view>

#include "language/token.hpp"

namespace depeche::language {

/// The names under which people know the tags: "noun", "nsubj:pass".
std::string_view name_of(WordClass word_class);
std::string_view name_of(Dependency dependency);

}  // namespace depeche::language
