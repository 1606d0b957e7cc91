#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace depeche::article {

/// The first place at which a text stops being one JSON value.
struct JsonFault {
  std::size_t offset = 0;  ///< bytes
  std::string code;  ///< "json-truncated", "json-syntax", "json-lone-surrogate", "json-control-character", "json-depth"
  std::string message;
};

/// Reads strictly after RFC 8259, and no deeper than `nesting` objects and lists. For lines that the fast parser has
/// refused without saying where; nullopt where nothing is wrong. The text has to be valid UTF-8.
std::optional<JsonFault> find_json_fault(std::string_view text, std::size_t nesting);

}  // namespace depeche::article
