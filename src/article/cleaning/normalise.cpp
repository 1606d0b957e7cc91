#include "article/cleaning/normalise.hpp"

#include "article/cleaning/entities.hpp"
#include "base/utf8.hpp"

namespace depeche::article {
namespace {

/// Soft hyphen, zero-width and direction marks, byte order mark, variation selectors.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x180E;
}

void put(std::string& out, char32_t c) {
  const bool line_end = c == U'\n' || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C;
  if (line_end) {
    out += '\n';
  } else if (c == U' ' || c == U'\t') {
    if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
  } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_invisible(c)) {
    return;
  } else if (c == 0x2011) {
    out += '-';
  } else {
    utf8::append(out, c);
  }
}

/// Bytes that are copied as they are: printable ASCII but space and ampersand, and the letters led by 0xC3 and 0xC5.
bool is_plain(unsigned char byte) {
  return byte > 0x20 && byte < 0x7F && byte != '&';
}

}  // namespace

std::string normalise(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    std::size_t end = at;
    while (end < raw.size()) {
      const auto byte = static_cast<unsigned char>(raw[end]);
      if (is_plain(byte)) {
        ++end;
      } else if (byte == 0xC3 || byte == 0xC5) {
        end += 2;
      } else {
        break;
      }
    }
    out.append(raw.substr(at, end - at));
    at = end;
    if (at == raw.size()) break;
    if (raw[at] == '\r') {
      out += '\n';
      at += raw.substr(at, 2) == "\r\n" ? 2U : 1U;
    } else if (raw[at] == '&') {
      std::size_t size = 0;
      const char32_t c = read_entity(raw.substr(at), size);
      if (c == 0) {
        out += '&';
        ++at;
      } else {
        put(out, c);
        at += size;
      }
    } else {
      put(out, utf8::next(raw, at));
    }
  }
  return utf8::nfc(out);
}

}  // namespace depeche::article
