#include "article/input/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "article/input/byte_stream.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

Diagnostic make_fault(const InputFile& file, std::string code, std::string message, std::string hint = {}) {
  Diagnostic d;
  d.code = std::move(code);
  d.file = file.path;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

Diagnostic make_fault_at(const InputFile& file, std::string_view text, std::size_t offset, std::string code,
                         std::string message, std::string hint) {
  Diagnostic d = make_fault(file, std::move(code), std::move(message), std::move(hint));
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  d.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  d.column = static_cast<std::uint32_t>(utf8::length(before.substr(line_begin)) + 1);
  return d;
}

}  // namespace

std::optional<Record> read_text_file(const InputFile& file, const ReadLimits& limits, int stop,
                                     Diagnostics& diagnostics) {
  Result<ByteStream> stream = ByteStream::open(file.path, limits, stop);
  if (!stream) {
    diagnostics.push_back(make_fault(file, "input-unreadable", stream.error().message));
    return std::nullopt;
  }
  Record record;
  std::string& text = record.text;
  constexpr std::size_t step = std::size_t{64} << 10U;
  for (std::size_t size = 0;;) {
    text.resize(size + step);
    const Result<std::size_t> count = stream->read(text.data() + size, step);
    if (!count) {
      diagnostics.push_back(make_fault(file, "input-unreadable", count.error().message));
      return std::nullopt;
    }
    size += *count;
    text.resize(size);
    if (size > limits.text_bytes) {
      diagnostics.push_back(
          make_fault(file, "article-too-long", fmt::format("the text has more than {} bytes", limits.text_bytes)));
      return std::nullopt;
    }
    if (*count == 0) break;
  }
  const std::string_view start = std::string_view(text).substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF") {
    diagnostics.push_back(make_fault(file, "article-invalid-utf8", "the file is UTF-16", "convert it to UTF-8"));
    return std::nullopt;
  }
  if (std::string_view(text).substr(0, 3) == "\xEF\xBB\xBF") text.erase(0, 3);
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    diagnostics.push_back(make_fault_at(file, text, nul, "article-binary", "a NUL byte: this is no text file", {}));
    return std::nullopt;
  }
  if (const std::size_t invalid = utf8::find_invalid(text); invalid != std::string_view::npos) {
    diagnostics.push_back(
        make_fault_at(file, text, invalid, "article-invalid-utf8",
                      fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[invalid])),
                      "convert the file to UTF-8, for instance from Windows-1252"));
    return std::nullopt;
  }
  record.id = file.name;
  record.place = file.path;
  return record;
}

}  // namespace depeche::article
