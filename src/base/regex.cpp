#include "base/regex.hpp"

#include <unicode/regex.h>

#include <utility>

namespace depeche {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::optional<std::uint32_t> flag(char c) {
  switch (c) {
    case 'i':
      return UREGEX_CASE_INSENSITIVE;
    case 's':
      return UREGEX_DOTALL;
    case 'm':
      return UREGEX_MULTILINE;
    case 'x':
      return UREGEX_COMMENTS;
    case 'q':
      return UREGEX_LITERAL;
    default:
      return std::nullopt;
  }
}

}  // namespace

struct Regex::Pattern {
  std::unique_ptr<icu::RegexPattern> compiled;
};

Regex::Regex(std::unique_ptr<Pattern> pattern) : pattern_(std::move(pattern)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::make(std::string_view pattern, std::string_view flags) {
  std::uint32_t bits = 0;
  for (const char c : flags) {
    const auto bit = flag(c);
    if (!bit) return fail("there is no flag of that name for regular expressions");
    bits |= *bit;
  }
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  std::unique_ptr<icu::RegexPattern> compiled(icu::RegexPattern::compile(wide(pattern), bits, place, status));
  if (U_FAILURE(status)) return fail("the regular expression is faulty");
  return Regex(std::make_unique<Pattern>(Pattern{std::move(compiled)}));
}

bool Regex::occurs_in(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString input = wide(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern_->compiled->matcher(input, status));
  return U_SUCCESS(status) && matcher->find(status) && U_SUCCESS(status);
}

std::optional<std::string> Regex::replace(std::string_view text, std::string_view replacement) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString input = wide(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern_->compiled->matcher(input, status));
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString replaced = matcher->replaceAll(wide(replacement), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  replaced.toUTF8String(out);
  return out;
}

}  // namespace depeche
