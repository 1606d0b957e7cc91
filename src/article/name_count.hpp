#pragma once
#include <cstddef>
#include <string_view>

namespace depeche::article {

/// True if valid UTF-8 has more than `most` different names: words that begin with a capital letter, each together
/// with the one right before it. No analysis tells more persons and places apart than this.
bool has_more_names(std::string_view text, std::size_t most);

}  // namespace depeche::article
