#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace depeche::cli {

/// Columns of text for people: a head, a line below it, and rows. Cells are cut to fit into `width` columns of the
/// terminal (0: never), the widest first; line ends inside cells become blanks.
std::string format_table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows,
                         std::size_t width);

/// Columns of the terminal that standard output is, 0 if it is none.
std::size_t terminal_width();

}  // namespace depeche::cli
