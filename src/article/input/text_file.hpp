#pragma once
#include <optional>

#include "article/input/input_files.hpp"
#include "article/input/record.hpp"
#include "article/limits.hpp"
#include "base/diagnostic.hpp"

namespace depeche::article {

/// Reads a page as scraped. nullopt: rejected, the last diagnostic says why (unreadable, too large, not UTF-8, binary,
/// empty). `stop` as for ByteStream.
std::optional<Record> read_text_file(const InputFile& file, const ReadLimits& limits, int stop,
                                     Diagnostics& diagnostics);

}  // namespace depeche::article
