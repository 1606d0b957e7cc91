#include "article/input/json_record.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "article/input/iso_date.hpp"
#include "article/input/json_fault.hpp"
#include "article/input/line_reader.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);

constexpr std::size_t longest_shown = 160;

/// One line of a file under reading: where its faults are told.
struct Line {
  std::string_view text;
  const std::string& file;
  std::uint32_t number;
  Diagnostics& diagnostics;

  void report(Severity severity, std::string code, std::size_t offset, std::string message,
              std::string hint = {}) const {
    Diagnostic d;
    d.severity = severity;
    d.code = std::move(code);
    d.file = file;
    d.line = number;
    d.message = std::move(message);
    d.hint = std::move(hint);
    if (offset != std::string_view::npos) {
      d.column = static_cast<std::uint32_t>(utf8::length(text.substr(0, offset)) + 1);
      if (text.size() <= longest_shown && utf8::find_invalid(text) == std::string_view::npos) d.source_line = text;
    }
    diagnostics.push_back(std::move(d));
  }
  void reject(std::string code, std::size_t offset, std::string message, std::string hint = {}) const {
    report(Severity::error, std::move(code), offset, std::move(message), std::move(hint));
  }
};

void reject_syntax(const Line& line, simdjson::error_code error, std::size_t nesting) {
  const std::size_t invalid = utf8::find_invalid(line.text);
  if (invalid != std::string_view::npos) {
    line.reject("article-invalid-utf8", invalid,
                fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(line.text[invalid])),
                "JSON Lines has to be UTF-8; convert the file, for instance from Windows-1252");
  } else if (const auto fault = find_json_fault(line.text, nesting)) {
    line.reject(fault->code, fault->offset, fault->message);
  } else {
    line.reject("json-syntax", std::string_view::npos, simdjson::error_message(error));
  }
}

/// A string, or a number that stands for one (ids, years); none for null.
std::optional<std::string> as_text(simdjson::dom::element value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(value.get_string().value_unsafe());
    case simdjson::dom::element_type::INT64:
      return fmt::format("{}", value.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
      return fmt::format("{}", value.get_uint64().value_unsafe());
    case simdjson::dom::element_type::NULL_VALUE:
      return std::string();
    default:
      return std::nullopt;
  }
}

/// The first 40 code points.
std::string_view beginning(std::string_view text) {
  std::size_t end = 0;
  for (int i = 0; i < 40 && end < text.size(); ++i) utf8::next(text, end);
  return text.substr(0, end);
}

void read_date(const Line& line, std::string_view key, const std::string& text, PartialDate& out) {
  if (const auto date = parse_iso_date(text)) {
    out = *date;
    return;
  }
  line.report(Severity::warning, "article-date", std::string_view::npos,
              fmt::format("'{}' is not a date: '{}'; the article is read without it", key, beginning(text)),
              "dates are written as 2024, 2024-05, 2024-05-17 or 2024-05-17T08:00:00Z");
}

void set_field(const Line& line, std::string_view key, std::string value, Record& record) {
  if (key == "date") return read_date(line, key, value, record.published);
  if (key == "dateModified") return read_date(line, key, value, record.modified);
  if (key == "id") record.id = std::move(value);
  if (key == "title") record.title = std::move(value);
  if (key == "text") record.text = std::move(value);
  if (key == "url") record.url = std::move(value);
  if (key == "author") record.author = std::move(value);
  if (key == "publisher") record.publisher = std::move(value);
  if (key == "lang") record.language = std::move(value);
}

bool is_known(std::string_view key) {
  for (const std::string_view known :
       {"id", "title", "date", "text", "url", "author", "publisher", "lang", "dateModified"}) {
    if (key == known) return true;
  }
  return false;
}

}  // namespace

struct JsonRecordReader::Parser {
  explicit Parser(std::size_t most) : nesting(most) { allocate(0); }

  /// Room for a line; the parser's own way to make it would forget the nesting.
  bool allocate(std::size_t size) {
    if (size <= dom.capacity() && dom.max_depth() == nesting) return true;
    return dom.allocate(std::max(size, first_capacity), nesting) == simdjson::SUCCESS;
  }

  static constexpr std::size_t first_capacity = std::size_t{64} << 10U;
  std::size_t nesting;
  simdjson::dom::parser dom;
};

JsonRecordReader::JsonRecordReader(std::size_t nesting) : parser_(std::make_unique<Parser>(nesting)) {}
JsonRecordReader::~JsonRecordReader() = default;

std::optional<Record> JsonRecordReader::read(std::string_view text, const std::string& file, std::uint32_t number,
                                             Diagnostics& diagnostics) {
  const Line line{text, file, number, diagnostics};
  simdjson::dom::element root;
  parser_->allocate(text.size());
  if (const auto error = parser_->dom.parse(text.data(), text.size(), false).get(root)) {
    reject_syntax(line, error, parser_->nesting);
    return std::nullopt;
  }
  simdjson::dom::object object;
  if (root.get_object().get(object) != simdjson::SUCCESS) {
    line.reject("article-not-an-object", 0, "expected a JSON object {\"id\", \"title\", \"date\", \"text\"}");
    return std::nullopt;
  }
  Record record;
  bool has_text = false;
  for (const auto& [key, value] : object) {
    if (!is_known(key)) continue;
    std::optional<std::string> field = as_text(value);
    if (!field || (key == "text" && !value.is_string())) {
      line.report(key == "text" ? Severity::error : Severity::warning, "article-field-type", std::string_view::npos,
                  fmt::format("'{}' has to be a string", key));
      if (key == "text") return std::nullopt;
      continue;
    }
    // The parser lets a lone second half of a surrogate pair pass and writes what is not UTF-8.
    if (utf8::find_invalid(*field) != std::string_view::npos) {
      reject_syntax(line, simdjson::STRING_ERROR, parser_->nesting);
      return std::nullopt;
    }
    has_text = has_text || key == "text";
    set_field(line, key, std::move(*field), record);
  }
  if (!has_text) {
    line.reject("article-no-text", std::string_view::npos, "the record has no 'text'");
    return std::nullopt;
  }
  return record;
}

}  // namespace depeche::article
