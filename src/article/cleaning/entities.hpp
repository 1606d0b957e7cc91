#pragma once
#include <cstddef>
#include <string_view>

namespace depeche::article {

/// Reads the HTML character reference at the beginning of a text ("&amp;", "&#39;", "&#x2019;"): gives its code point
/// and sets `size` to its length; 0 if none stands there. Named: those of Latin-1 and the common typographic ones.
char32_t read_entity(std::string_view text, std::size_t& size);

}  // namespace depeche::article
