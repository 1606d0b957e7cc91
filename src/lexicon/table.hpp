#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace depeche::lexicon {

/// A file of names in memory. Faults are placed by pointing into its text, so every string_view read from it must
/// still view `text`.
struct Source {
  std::string file;  ///< as the user named it
  std::string text;
  /// Tables made of another notation: from which line of `original` the text comes from each of these offsets on, in
  /// order. Faults are placed there, without a column.
  struct Origin {
    std::size_t offset = 0;
    std::uint32_t line = 0;
  };
  std::vector<Origin> origins{};
  std::string original{};
};

/// Adds a fault at `where`, which views source.text (an empty view still has a place); a default view is the whole
/// file.
void report(Diagnostics& diagnostics, const Source& source, std::string_view where, std::string_view code,
            std::string message, std::string hint = {}, Severity severity = Severity::error);

/// "did you mean 'x'?" for the nearest of `candidates`, empty if nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// One column of a table format.
struct Column {
  std::string_view name;
  bool required = false;  ///< the header must have it and no row may leave it empty
};

/// A table of tab-separated values: UTF-8 in NFC, `#` lines before the header are comments, then the column names in
/// any order, then one row a line. `-` is an empty cell; lists are separated by `|`.
class TableReader {
 public:
  TableReader(const Source& source, Diagnostics& diagnostics);

  /// Names of the header, in the order of the file; empty if there is none.
  std::span<const std::string_view> header() const { return header_; }

  /// Chooses the columns that cells are asked by. Reports unknown, double and missing columns; false if rows cannot be
  /// read because a required one is missing or the text is not UTF-8.
  bool bind(std::span<const Column> columns);

  /// The next row; false at the end. Rows with too many or too few cells are reported and passed over.
  bool next();

  /// Cell of the bound column with this index; empty if the row or the table has none.
  std::string_view cell(std::size_t column) const { return cells_[column]; }
  /// The items of a list cell. An empty item is reported and left out.
  std::vector<std::string_view> list(std::size_t column);
  /// A cell that must be one of `allowed`; the index, or `otherwise` if it is empty or (reported) something else.
  std::size_t choice(std::size_t column, std::span<const std::string_view> allowed, std::size_t otherwise);
  bool yes(std::size_t column, bool otherwise);

  void fault(std::string_view where, std::string_view code, std::string message, std::string hint = {});
  const Source& source() const { return source_; }

 private:
  void check_encoding();
  bool next_line(std::string_view& line);

  const Source& source_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;  ///< where the next line begins
  bool readable_ = true;
  std::vector<std::string_view> header_;
  std::vector<Column> columns_;          ///< bound
  std::vector<std::size_t> column_of_;   ///< bound column of each column of the file, npos for unknown ones
  std::vector<std::string_view> cells_;  ///< by bound column
};

}  // namespace depeche::lexicon
