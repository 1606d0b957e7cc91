#pragma once
#include <string>
#include <string_view>

namespace depeche {

/// SHA-256 in lower-case hexadecimal (64 digits).
std::string sha256_hex(std::string_view bytes);

/// The first 16 (8) hexadecimal digits of SHA-256: the h16 (h8) of the data model.
std::string h16(std::string_view bytes);
std::string h8(std::string_view bytes);

}  // namespace depeche
