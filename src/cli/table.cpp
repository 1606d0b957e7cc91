#include "cli/table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"

namespace depeche::cli {
namespace {

constexpr std::size_t narrowest = 8;
constexpr std::size_t gap = 2;

/// Control characters would move the cursor, or worse; text that somebody else wrote is shown without them.
std::string printable(const std::string& cell) {
  std::string out;
  for (std::size_t at = 0; at < cell.size();) {
    const char32_t c = utf8::next(cell, at);
    utf8::append(out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U' ' : c);
  }
  return out;
}

std::string cut(const std::string& cell, std::size_t width) {
  if (utf8::length(cell) <= width) return cell;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < width; ++i) utf8::next(cell, at);
  return cell.substr(0, at) + "…";
}

/// Makes the widest columns narrower until all fit.
void shrink(std::vector<std::size_t>& widths, std::size_t room) {
  for (;;) {
    const std::size_t all = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (all <= room || *widest <= narrowest) return;
    *widest -= 1;
  }
}

std::string line_of_cells(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const std::string cell = cut(cells[c], widths[c]);
    line += cell + std::string(widths[c] - utf8::length(cell) + gap, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string format_table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows,
                         std::size_t width) {
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : rows) {
    cells.emplace_back();
    for (const std::string& cell : row) cells.back().push_back(printable(cell));
  }
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < head.size(); ++c) {
    widths.push_back(utf8::length(head[c]));
    for (const auto& row : cells) widths[c] = std::max(widths[c], utf8::length(row[c]));
  }
  if (width > 0 && !widths.empty()) shrink(widths, width);
  std::vector<std::string> rule;
  for (const std::size_t w : widths) {
    rule.emplace_back();
    for (std::size_t i = 0; i < w; ++i) rule.back() += "─";
  }
  std::string out = line_of_cells(head, widths) + line_of_cells(rule, widths);
  for (const auto& row : cells) out += line_of_cells(row, widths);
  return out;
}

std::size_t terminal_width() {
  if (::isatty(STDOUT_FILENO) != 1) return 0;
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace depeche::cli
