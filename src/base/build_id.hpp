#pragma once
#include <string_view>

namespace depeche {

/// The build id that the linker gave the running program: the same bytes for the same program only, whatever it is
/// called. Empty where it has none.
std::string_view build_id();

}  // namespace depeche
