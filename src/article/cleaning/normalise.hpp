#pragma once
#include <string>
#include <string_view>

namespace depeche::article {

/// Brings scraped text to one form: HTML entities decoded (once), CRLF and the other line ends to one newline, control,
/// zero-width, soft-hyphen and direction characters removed, tabs and runs of spaces to one space, no-break hyphens to
/// hyphens, NFC. No-break spaces stay. The input has to be valid UTF-8.
std::string normalise(std::string_view raw);

}  // namespace depeche::article
