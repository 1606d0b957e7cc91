#include "lexicon/table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace depeche::lexicon {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Cuts off what stands before `separator`; the rest views the same text. False when nothing is left to cut.
bool cut(std::string_view& rest, bool& done, char separator, std::string_view& piece) {
  if (done) return false;
  const std::size_t end = rest.find(separator);
  piece = rest.substr(0, end);
  done = end == npos;
  rest = done ? rest.substr(rest.size()) : rest.substr(end + 1);
  return true;
}

std::string joined(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

void report(Diagnostics& diagnostics, const Source& source, std::string_view where, std::string_view code,
            std::string message, std::string hint, Severity severity) {
  Diagnostic fault;
  fault.severity = severity;
  fault.code = code;
  fault.file = source.file;
  fault.message = std::move(message);
  fault.hint = std::move(hint);
  if (where.data() != nullptr && !source.origins.empty()) {
    const auto offset = static_cast<std::size_t>(where.data() - source.text.data());
    const auto behind = std::upper_bound(source.origins.begin(), source.origins.end(), offset,
                                         [](std::size_t at, const Source::Origin& o) { return at < o.offset; });
    fault.line = behind == source.origins.begin() ? 0 : (behind - 1)->line;
    fault.source_line = line_of(source.original, fault.line);
  } else if (where.data() != nullptr) {
    const std::string_view text = source.text;
    const std::string_view before = text.substr(0, static_cast<std::size_t>(where.data() - text.data()));
    const std::size_t line_begin = before.rfind('\n') == npos ? 0 : before.rfind('\n') + 1;
    fault.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    const std::string_view left = before.substr(line_begin);
    // Counting continuation bytes out also gives a column in text that is not valid UTF-8.
    fault.column = static_cast<std::uint32_t>(
        std::count_if(left.begin(), left.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }) +
        1);
    fault.source_line = line_of(text, fault.line);
  }
  diagnostics.push_back(std::move(fault));
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view nearest = nearest_word(word, candidates);
  return nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest);
}

TableReader::TableReader(const Source& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {
  check_encoding();
  std::string_view line;
  while (readable_ && next_line(line)) {
    if (line.empty() || line.front() == '#') continue;
    bool done = false;
    for (std::string_view name; cut(line, done, '\t', name);) header_.push_back(name);
    break;
  }
}

void TableReader::check_encoding() {
  const std::string_view text = source_.text;
  if (const std::size_t bad = utf8::find_invalid(text); bad != npos) {
    fault(text.substr(bad, 1), "names-not-utf8", "the text is not valid UTF-8 here; the file is not read");
    readable_ = false;
    return;
  }
  if (const std::size_t bad = text.find('\r'); bad != npos) {
    fault(text.substr(bad, 1), "names-carriage-return", "lines must end with LF alone; the file is not read");
    readable_ = false;
    return;
  }
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return;
  const std::string composed = utf8::nfc(text);
  if (composed == text) return;
  const auto [bad, other] = std::mismatch(text.begin(), text.end(), composed.begin(), composed.end());
  fault(text.substr(static_cast<std::size_t>(bad - text.begin()), 0), "names-not-nfc",
        "the text is not in Unicode normalisation form C; the file is not read");
  readable_ = false;
}

bool TableReader::next_line(std::string_view& line) {
  const std::string_view text = source_.text;
  if (at_ >= text.size()) return false;
  const std::size_t end = std::min(text.find('\n', at_), text.size());
  line = text.substr(at_, end - at_);
  at_ = end + 1;
  return true;
}

bool TableReader::bind(std::span<const Column> columns) {
  if (!readable_) return false;
  if (header_.empty()) {
    fault({}, "names-no-header", "the table has no header line with column names");
    return false;
  }
  columns_.assign(columns.begin(), columns.end());
  cells_.assign(columns.size(), {});
  std::vector<std::string_view> known;
  for (const Column& column : columns) known.push_back(column.name);
  std::vector<bool> seen(columns.size(), false);
  for (const std::string_view name : header_) {
    const auto found = std::find(known.begin(), known.end(), name);
    std::size_t index = npos;
    if (found == known.end()) {
      fault(name, "names-unknown-column", fmt::format("unknown column '{}', expected one of {}", name, joined(known)),
            did_you_mean(name, known));
    } else {
      index = static_cast<std::size_t>(found - known.begin());
      if (seen[index])
        fault(name, "names-duplicate-column", fmt::format("column '{}' stands here a second time", name));
      seen[index] = true;
    }
    column_of_.push_back(index);
  }
  bool complete = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].required || seen[i]) continue;
    fault(header_.front(), "names-missing-column", fmt::format("column '{}' is missing", columns[i].name));
    complete = false;
  }
  return complete;
}

bool TableReader::next() {
  std::string_view line;
  while (next_line(line)) {
    if (line.empty()) continue;
    std::fill(cells_.begin(), cells_.end(), std::string_view(line.data(), 0));
    const std::string_view whole = line;
    std::size_t count = 0;
    bool done = false;
    for (std::string_view cell; cut(line, done, '\t', cell); ++count) {
      if (count >= column_of_.size() || column_of_[count] == npos) continue;
      cells_[column_of_[count]] = cell == "-" ? cell.substr(0, 0) : cell;
    }
    if (count != column_of_.size()) {
      fault(
          whole, "names-cell-count",
          fmt::format("the row has {} cells, the header {} (an empty cell is written '-')", count, column_of_.size()));
      continue;
    }
    bool complete = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].required || !cells_[i].empty()) continue;
      fault(cells_[i], "names-missing-value", fmt::format("column '{}' may not be empty", columns_[i].name));
      complete = false;
    }
    if (complete) return true;
  }
  return false;
}

std::vector<std::string_view> TableReader::list(std::size_t column) {
  std::vector<std::string_view> items;
  std::string_view rest = cells_[column];
  bool done = rest.empty();
  for (std::string_view item; cut(rest, done, '|', item);) {
    if (item.empty() || item.front() == ' ' || item.back() == ' ') {
      fault(item, "names-bad-item",
            fmt::format("empty or space-padded item in the list of column '{}'", columns_[column].name));
    } else {
      items.push_back(item);
    }
  }
  return items;
}

std::size_t TableReader::choice(std::size_t column, std::span<const std::string_view> allowed, std::size_t otherwise) {
  const std::string_view value = cells_[column];
  if (value.empty()) return otherwise;
  const auto found = std::find(allowed.begin(), allowed.end(), value);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  fault(value, "names-bad-value",
        fmt::format("'{}' in column '{}', expected one of {}", value, columns_[column].name, joined(allowed)),
        did_you_mean(value, {allowed.begin(), allowed.end()}));
  return otherwise;
}

bool TableReader::yes(std::size_t column, bool otherwise) {
  static constexpr std::array<std::string_view, 2> answers = {"no", "yes"};
  return choice(column, answers, otherwise ? 1 : 0) == 1;
}

void TableReader::fault(std::string_view where, std::string_view code, std::string message, std::string hint) {
  report(diagnostics_, source_, where, code, std::move(message), std::move(hint));
}

}  // namespace depeche::lexicon
