#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "article/input/record.hpp"
#include "base/diagnostic.hpp"

namespace depeche::article {

/// Reads one line of JSON Lines into a record. Keys: id, title, date, text, url, author, publisher, lang,
/// dateModified; others are ignored. A record needs a text; everything else may be missing, null or of no use.
class JsonRecordReader {
 public:
  /// `nesting`: how many objects and lists a record may have within each other.
  explicit JsonRecordReader(std::size_t nesting);
  ~JsonRecordReader();

  /// `line` must have LineReader::padding readable bytes behind it. nullopt: the record is rejected, the last
  /// diagnostic (an error) says why. Warnings tell of fields that were left out.
  std::optional<Record> read(std::string_view line, const std::string& file, std::uint32_t number,
                             Diagnostics& diagnostics);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace depeche::article
