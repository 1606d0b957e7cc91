#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace depeche::article {

/// A calendar date known to some precision. month/day 0 = not known.
struct PartialDate {
  std::int16_t year = 0;  ///< 0 = no date at all
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  bool operator==(const PartialDate&) const = default;
};

enum class BlockKind : std::uint8_t { title, standfirst, paragraph, subhead, caption };

/// A stretch of the text: one line or paragraph. Bytes, end exclusive.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  BlockKind kind = BlockKind::paragraph;
};

/// One news article after cleaning. `text` is valid UTF-8 in NFC without chrome and related links; the title is its
/// first block where there is one; blocks are separated by one newline. All offsets of later stages refer to it.
struct Article {
  std::string id;   ///< id of the input record, or the file's stem
  std::string url;  ///< these may be empty
  std::string title;
  std::string author;
  std::string publisher;
  std::string language;  ///< BCP 47, "fr" where the source does not say
  PartialDate published;
  PartialDate modified;
  std::string text;
  std::vector<Block> blocks;
  std::string place;  ///< where it was read: "file.jsonl:12" or a path, for messages
};

}  // namespace depeche::article
