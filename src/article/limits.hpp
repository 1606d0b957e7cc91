#pragma once
#include <cstddef>
#include <cstdint>

namespace depeche::article {

/// What may be read. What is beyond a limit is reported and left out; everything else still comes out. Reading and
/// analysis take time and memory in proportion to these sizes (telling persons apart: to text times names), so they
/// bound both, and the same input is judged alike on every machine.
struct ReadLimits {
  std::size_t line_bytes = std::size_t{16} << 20U;          ///< of a file of JSON Lines
  std::size_t text_bytes = std::size_t{1} << 20U;           ///< of an article, before cleaning
  std::uint64_t unpacked_bytes = std::uint64_t{64} << 30U;  ///< that a packed file may unpack to
  std::uint64_t ratio = 250;  ///< unpacked to packed bytes; counted once a file has given ratio_begins bytes
  std::size_t nesting = 64;   ///< of objects and lists in a JSON record
  std::size_t names = 4000;   ///< different names in an article, as has_more_names counts

  static constexpr std::uint64_t ratio_begins = std::uint64_t{64} << 20U;
};

}  // namespace depeche::article
