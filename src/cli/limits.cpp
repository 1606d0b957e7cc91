#include "cli/limits.hpp"

#include <charconv>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"

namespace depeche::cli {

namespace po = boost::program_options;

namespace {

constexpr std::uint64_t kibi = 1024, mebi = kibi * kibi, gibi = kibi * mebi;

/// "600", "16M": bytes, or units of 1024, 1024², 1024³ bytes behind K, M, G. 0 where it is nothing of the kind.
std::uint64_t parse_size(std::string_view text) {
  std::uint64_t unit = 1;
  if (!text.empty()) {
    const char last = text.back();
    unit = last == 'K' ? kibi : last == 'M' ? mebi : last == 'G' ? gibi : 1;
    if (unit != 1) text.remove_suffix(1);
  }
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > UINT64_MAX / unit) return 0;
  return number * unit;
}

/// `fallback` if the option is not given.
std::uint64_t read_limit(const po::variables_map& values, const char* option, std::uint64_t most,
                         std::uint64_t fallback) {
  if (values.count(option) == 0) return fallback;
  const std::string text = values[option].as<std::string>();
  const std::uint64_t limit = parse_size(text);
  if (limit == 0 || limit > most) {
    throw UsageError(
        fmt::format("--{} '{}': expected a number from 1 to {}; K, M and G may stand behind it", option, text, most));
  }
  return limit;
}

}  // namespace

void add_limit_options(po::options_description& options) {
  options.add_options()  //
      ("max-line", po::value<std::string>()->value_name("SIZE"),
       "bytes that a line of JSON Lines may have; default 16M (units K, M, G)")  //
      ("max-text", po::value<std::string>()->value_name("SIZE"),
       "bytes that the text of an article may have; default 1M")  //
      ("max-unpacked", po::value<std::string>()->value_name("SIZE"),
       "bytes that a packed file may unpack to; default 64G")  //
      ("max-ratio", po::value<std::string>()->value_name("N"),
       "how many times its size a packed file may unpack to, once that is more than 64M; default 250")  //
      ("max-nesting", po::value<std::string>()->value_name("N"),
       "how many objects and lists a record may have within each other; default 64")  //
      ("max-names", po::value<std::string>()->value_name("N"),
       "how many different names an article may have; default 4000");
}

article::ReadLimits read_limits(const po::variables_map& values) {
  article::ReadLimits limits;
  limits.line_bytes = read_limit(values, "max-line", 2 * gibi, limits.line_bytes);  // the JSON parser counts to 4 GiB
  limits.text_bytes = read_limit(values, "max-text", gibi, limits.text_bytes);      // offsets have 32 bits
  limits.unpacked_bytes = read_limit(values, "max-unpacked", UINT64_MAX, limits.unpacked_bytes);
  limits.ratio = read_limit(values, "max-ratio", UINT64_MAX, limits.ratio);
  limits.nesting = read_limit(values, "max-nesting", 1024, limits.nesting);
  limits.names = read_limit(values, "max-names", UINT64_MAX, limits.names);
  return limits;
}

}  // namespace depeche::cli
