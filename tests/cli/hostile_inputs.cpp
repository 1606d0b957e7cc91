#include "hostile_inputs.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <array>

#include "workbench.hpp"

namespace depeche::cli_test {
namespace {

Hostile wrong_line(std::string what, std::string line, std::string message) {
  return {std::move(what), "in.jsonl", std::move(line), 4, std::move(message)};
}

}  // namespace

std::vector<Hostile> broken_encodings() {
  std::vector<Hostile> out;
  constexpr std::array<std::string_view, 16> sequences = {"\x80",
                                                          "\xBF",
                                                          "\xC0\xAF",
                                                          "\xC1\xBF",
                                                          "\xC3",
                                                          "\xE0\x80\xAF",
                                                          "\xE2\x82",
                                                          "\xE9",
                                                          "\xED\xA0\x80",
                                                          "\xED\xBF\xBF",
                                                          "\xF0\x80\x80\x80",
                                                          "\xF0\x9F\x98",
                                                          "\xF4\x90\x80\x80",
                                                          "\xF5\x80\x80\x80",
                                                          "\xF8\x88\x80\x80\x80",
                                                          "\xFF"};
  const std::string first = "Un été à Rome.", second = "Le ministre est là.";
  for (const std::string_view bad : sequences) {
    const auto byte = static_cast<unsigned char>(bad[0]);
    const std::string said = fmt::format("error: byte 0x{:02X} is not UTF-8 [article-invalid-utf8]", byte);
    const std::string b(bad);
    const auto text = [&](const char* where, std::string bytes, int line, int column) {
      out.push_back({fmt::format("0x{:02X} {} of a text", byte, where), "in.txt", std::move(bytes), 4,
                     fmt::format("in.txt:{}:{}: {}", line, column, said)});
    };
    text("at the beginning", b + " " + first + "\n", 1, 1);
    text("in the middle", first + "\n" + second + " " + b + " fin\n", 2, 21);
    text("at the end", first + "\n" + second + b, 2, 20);
    for (const std::size_t field : {std::size_t{0}, std::size_t{1}}) {
      const std::string line = field == 0 ? record("é" + b, "x") : record("a", "été " + b + " x");
      out.push_back({fmt::format("0x{:02X} in field {}", byte, field), "in.jsonl", record("good", visit) + line, 1,
                     fmt::format("in.jsonl:2:{}: {}", field == 0 ? 9 : 54, said)});
    }
  }
  return out;
}

std::vector<Hostile> odd_characters() {
  std::vector<Hostile> out;
  const std::string v(visit);
  const auto refused = [&](const char* what, std::string bytes, const char* message) {
    out.push_back({what, "in.txt", std::move(bytes), 4, message});
  };
  using namespace std::string_literals;
  refused("UTF-16, little end first", "\xFF\xFEL\0e\0"s, "in.txt: error: the file is UTF-16 [article-invalid-utf8]");
  refused("UTF-16, big end first", "\xFE\xFF\0L\0e"s, "in.txt: error: the file is UTF-16 [article-invalid-utf8]");
  refused("UTF-32", "\xFF\xFE\0\0L\0\0\0"s, "in.txt: error: the file is UTF-16 [article-invalid-utf8]");
  refused("NUL", "Un texte\n\0"s, "in.txt:2:1: error: a NUL byte: this is no text file [article-binary]");
  refused("NUL after letters", "été\0"s, "in.txt:1:4: error: a NUL byte: this is no text file [article-binary]");
  refused("a mark alone", "\xEF\xBB\xBF", "in.txt: error: no text, or nothing of it is left after cleaning");
  refused("blanks alone", " \u00a0\u2003\u3000\n", "in.txt: error: no text, or nothing of it is left after cleaning");
  const std::array<std::pair<const char*, std::string>, 18> odd = {{
      {"byte order mark", "\xEF\xBB\xBF" + v},
      {"no characters", v + " \uFFFE\uFFFF\U0010FFFF"},
      {"private use", v + " \uE000\U000F0000"},
      {"turned around", "\u202E" + v + "\u202C"},
      {"isolated", "\u2066" + v + "\u2069"},
      {"nothing wide", "Le\u200B ministre\u200D turc\uFEFF Mevlut\u00AD Demir"},
      {"combining marks", v + " e" +
                              std::string(600, '\xCC')
                                  .replace(0, 600,
                                           [] {
                                             std::string marks;
                                             for (int i = 0; i < 300; ++i) marks += "\u0301";
                                             return marks;
                                           }())},
      {"marks first", "\u0301\u0301 " + v},
      {"C0 controls", v + "\x01\x02\x1B[31m\x7F"},
      {"C1 controls", v + "\u0085\u009B31m"},
      {"line and paragraph separators", v + "\u2028" + v + "\u2029"},
      {"old line ends", v + "\r" + v + "\v\f"},
      {"long word", std::string(200000, 'a')},
      {"long word of accents",
       [] {
         std::string word;
         for (int i = 0; i < 50000; ++i) word += "é";
         return word;
       }()},
      {"quotes that stay open",
       [] {
         std::string quotes;
         for (int i = 0; i < 5000; ++i) quotes += "« \" ( [ { “ ";
         return quotes;
       }()},
      {"points", std::string(100000, '.')},
      {"other scripts",
       "العربية 日本語 Ελλάδα Русский 한국어 हिन्दी ไทย 𝔘𝔫 "
       "😀👩‍👩‍👧"},
      {"digits", std::string(100000, '9') + " milliards d'euros, 9" + std::string(50000, '0') + " %"},
  }};
  for (const auto& [what, text] : odd) out.push_back({what, "in.txt", text, 0, {}});
  return out;
}

std::vector<Hostile> cut_records() {
  std::vector<Hostile> out;
  const std::string whole = record("été", visit);
  for (std::size_t size = 1; size + 2 < whole.size(); size += 2) {
    out.push_back(wrong_line(fmt::format("cut after {} bytes", size), whole.substr(0, size), "in.jsonl:1:"));
  }
  return out;
}

std::vector<Hostile> wrong_records() {
  std::vector<Hostile> out;
  struct Wrong {
    const char* line;
    std::size_t column;
    const char* code;
  };
  Hostile all{"all among good ones", "in.jsonl", {}, 1, "error: "};
  constexpr std::size_t shown = 10;  // of each code at least
  std::size_t among = 0;
  for (const Wrong& w : std::vector<Wrong>{
           {"{", 2, "json-truncated"},
           {"}", 1, "json-syntax"},
           {"{]", 2, "json-syntax"},
           {"{\"text\" \"x\"}", 9, "json-syntax"},
           {"{\"text\":\"x\",}", 13, "json-syntax"},
           {"{\"text\":\"x\"},", 13, "json-syntax"},
           {"{\"text\":\"x\"}{\"text\":\"y\"}", 13, "json-syntax"},
           {"{text:\"x\"}", 2, "json-syntax"},
           {"{'text':'x'}", 2, "json-syntax"},
           {"{\"text\":x}", 9, "json-syntax"},
           {"{\"text\":tru}", 12, "json-syntax"},
           {"{\"text\":01}", 10, "json-syntax"},
           {"{\"text\":-}", 10, "json-syntax"},
           {"{\"text\":1.}", 11, "json-syntax"},
           {"{\"text\":1e}", 11, "json-syntax"},
           {"{\"text\":\"\\x\"}", 11, "json-syntax"},
           {"{\"text\":\"\\u12G4\"}", 14, "json-syntax"},
           {"{\"text\":\"\\ud800\"}", 10, "json-lone-surrogate"},
           {"{\"text\":\"\\udc00 x\"}", 10, "json-lone-surrogate"},
           {"{\"text\":\"\\ud800\\u0041\"}", 10, "json-lone-surrogate"},
           {"{\"text\":\"a\tb\"}", 11, "json-control-character"},
           {"{\"text\":\"a\x01\"}", 11, "json-control-character"},
           {"\xEF\xBB\xBF{\"text\":}", 9, "json-syntax"},
           {"NaN", 1, "json-syntax"},
           {"// {}", 1, "json-syntax"},
           {"[]", 1, "article-not-an-object"},
           {"\"text\"", 1, "article-not-an-object"},
           {"12", 1, "article-not-an-object"},
           {"null", 1, "article-not-an-object"},
           {"true", 1, "article-not-an-object"},
           {"{}", 0, "article-no-text"},
           {"{\"Text\":\"x\"}", 0, "article-no-text"},
           {"{\"text\":null}", 0, "article-"},
           {"{\"text\":12}", 0, "article-field-type"},
           {"{\"text\":{}}", 0, "article-field-type"},
           {"{\"text\":[\"x\"]}", 0, "article-field-type"},
           {"{\"text\":true}", 0, "article-field-type"},
           {"{\"text\":1e999}", 0, ""},
           {"{\"text\":123456789012345678901234567890}", 0, ""},
           {"{\"text\":\"\"}", 0, "article-"},
           {"{\"text\":\" \\n\\t \"}", 0, "article-empty"},
       }) {
    const auto place = [&](std::size_t line) {
      return w.column == 0 ? fmt::format("in.jsonl:{}: error: ", line)
                           : fmt::format("in.jsonl:{}:{}: error: ", line, w.column);
    };
    out.push_back(wrong_line(w.line, std::string(w.line) + "\n", place(1)));
    if (w.line[0] == '\xEF') continue;  // a mark is one at the beginning only
    ++among;
    if (among <= shown) all.more.push_back(place(2 * among));
    all.bytes += record(fmt::format("good {}", among), visit) + w.line + "\n";
  }
  out.push_back(std::move(all));
  return out;
}

std::vector<Hostile> wrong_dates() {
  std::vector<Hostile> out;
  for (const char* date : {"soon", "2024-13-01", "2024-02-30", "2023-02-29", "2024-00-01", "2024-01-00", "24-01-01",
                           "20240101", "2024-1-1", "17/05/2024", "2024-05-17junk", "-2024-05-17", "99999-01-01",
                           "2024-05-17T", "\\u0000", "2024\\n05", "\\\"", "\\u202e2024"}) {
    out.push_back({date, "in.jsonl", fmt::format(R"({{"id":"a","date":"{}","text":"{}"}})", date, visit) + "\n", 0,
                   "in.jsonl:1: warning: 'date' is not a date: '"});
  }
  return out;
}

std::vector<Hostile> breakouts() {
  std::vector<Hostile> out;
  const std::array<std::string_view, 14> payloads = {
      R"(\" . <http://evil.example/s> <http://evil.example/p> \"x)",
      R"(\"@fr . <http://evil.example/s> <http://evil.example/p> <http://evil.example/o> . #)",
      R"(\"\"\" . <http://evil.example/s> <http://evil.example/p> \"\"\")",
      R"(\\\" . <http://evil.example/s> <http://evil.example/p> \\\"x)",
      R"(\n<http://evil.example/s> <http://evil.example/p> <http://evil.example/o> .\n)",
      R"(\r\n<http://evil.example/s> <http://evil.example/p> <http://evil.example/o> .\r\n)",
      R"(\u2028<http://evil.example/s> <http://evil.example/p> <http://evil.example/o> .)",
      R"(> <http://evil.example/p> <http://evil.example/o> . <x)",
      R"(http://evil.example/> <http://evil.example/p> <http://evil.example/o> . #)",
      R"(} GRAPH <http://evil.example/g> { <http://evil.example/s> <http://evil.example/p> 1)",
      R"(\" } ; DROP ALL ; INSERT DATA { <http://evil.example/s> <http://evil.example/p> \")",
      R"(@prefix wd: <http://evil.example/> . wd:Q1 a wd:Q2 .)",
      R"(\\u0022 . <http://evil.example/s> <http://evil.example/p> \\u0022)",
      R"(../../../etc/passwd\u0000%00%2e%2e/)"};
  for (const std::string_view payload : payloads) {
    std::string lines;
    for (const char* field : {"id", "title", "url", "author", "publisher", "lang", "text"}) {
      const std::string text = std::string(field) == "text" ? fmt::format("{} {}", visit, payload) : std::string(visit);
      lines += fmt::format(R"({{"text":"{}","date":"2024-05-17")", text);
      if (std::string(field) != "text") lines += fmt::format(R"(,"{}":"{}")", field, payload);
      lines += "}\n";
    }
    out.push_back({std::string(payload), "in.jsonl", lines, 0, {}});
  }
  return out;
}

std::vector<Hostile> limits() {
  std::vector<Hostile> out;
  const std::string good = record("good", visit);
  const auto add = [&](std::string what, std::string file, std::string bytes, bool over, std::string message,
                       std::vector<std::string> options) {
    out.push_back({std::move(what), std::move(file), std::move(bytes), over ? 1 : 0, over ? std::move(message) : "",
                   std::move(options)});
  };
  for (const int by : {-1, 0, 1}) {
    const bool over = by > 0;
    const std::string line = record("line", other_visit);
    const std::string most = std::to_string(static_cast<int>(line.size()) - 1 - by);
    add("line " + most, "in.jsonl", good + line, over,
        fmt::format("in.jsonl:2: error: the line has more than {} bytes [article-line-too-long]", most),
        {"--max-line", most});
    const std::string text = std::to_string(static_cast<int>(other_visit.size()) - by);
    add("text " + text, "in.jsonl", record("a", "Un mot.") + line, over,
        fmt::format("in.jsonl:2: error: the text has more than {} bytes [article-too-long]", text),
        {"--max-text", text});
    const std::size_t depth = static_cast<std::size_t>(20 + by);
    add(fmt::format("nesting {}", depth), "in.jsonl",
        good + R"({"id":"n","x":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') +
            R"(,"text":"Un mot."})" + "\n",
        over, "in.jsonl:2:34: error: more than 20 objects and lists within each other [json-depth]",
        {"--max-nesting", "20"});
    std::string names = "Un mot";
    for (int i = 1; i < 20 + by; ++i)
      names += fmt::format(", Xavi{} Lo{}", std::string(static_cast<std::size_t>(i), 'a'), i % 2 == 0 ? "" : " bat");
    add(fmt::format("names {}", 2 * (20 + by) - 1), "in.jsonl", good + record("many", names), over,
        "in.jsonl:2: error: the text has more than 39 different names [article-too-many-names]", {"--max-names", "39"});
    const std::string lines = good + line, unpacked = std::to_string(static_cast<int>(lines.size()) - by);
    for (const bool gz : {true, false}) {
      const std::string file = gz ? "in.jsonl.gz" : "in.jsonl.zst";
      out.push_back(
          {"unpacked " + unpacked,
           file,
           gz ? gzip(lines) : zstd(lines),
           over ? 4 : 0,
           over ? fmt::format("{}:1: error: unpacks to more than {} bytes; the rest is not read [input-too-large]",
                              file, unpacked)
                : "",
           {"--max-unpacked", unpacked}});
    }
  }
  const std::string mebi(1U << 20U, ' ');
  for (const std::size_t size : {mebi.size() - 1, mebi.size(), mebi.size() + 1}) {
    const std::string text = std::string(visit) + mebi.substr(0, size - visit.size());
    out.push_back({fmt::format("text of {}", size), "in.txt", text, size > mebi.size() ? 4 : 0,
                   size > mebi.size() ? "in.txt: error: the text has more than 1048576 bytes [article-too-long]" : ""});
  }
  for (const char* option :
       {"--max-line", "--max-text", "--max-unpacked", "--max-ratio", "--max-nesting", "--max-names"}) {
    for (const char* value : {"0", "-1", "1.5", "x", "", "1KK", "99999999999999999999"}) {
      out.push_back({fmt::format("{} {}", option, value),
                     "in.txt",
                     std::string(visit),
                     2,
                     fmt::format("{} '{}': expected a number", option, value),
                     {fmt::format("{}={}", option, value)}});
      if (std::string_view(value).empty()) out.back().message.clear();  // the parser of options says it its own way
    }
  }
  return out;
}

std::vector<Hostile> packed() {
  std::vector<Hostile> out;
  std::string lines;
  for (int i = 0; i < 40; ++i) lines += record(fmt::format("n{}", i * 7919), i % 2 == 0 ? visit : other_visit);
  for (const bool gz : {true, false}) {
    const std::string file = gz ? "in.jsonl.gz" : "in.jsonl.zst";
    const std::string whole = gz ? gzip(lines) : zstd(lines);
    const auto fault = [&](std::string what, std::string bytes, std::string message) {
      out.push_back({what + " " + file, file, std::move(bytes), 1, file + ":" + std::move(message)});
      out.back().code = -1;  // 1 or 4: some whole records may come out of what is left
    };
    for (std::size_t tenth = 1; tenth < 10; ++tenth) {
      fault(fmt::format("cut at {}0 %", tenth), whole.substr(0, whole.size() * tenth / 10), "");
    }
    fault("the last byte gone", whole.substr(0, whole.size() - 1), "");
    fault("other bytes behind", whole + "no packed data", "");
    for (const std::size_t at : {whole.size() / 3, whole.size() / 2, whole.size() - 3}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ 0x55);
      fault(fmt::format("changed at {}", at), changed, "");
    }
    out.push_back({"packed twice " + file, file, gz ? gzip(whole) : zstd(whole), 4, file + ":1:"});
    out.push_back({"only the mark " + file, file, whole.substr(0, 4), 4, file + ":1: error: "});
    const std::string many(80U << 20U, 'x');
    out.push_back(
        {"bomb " + file, file, gz ? gzip(many) : zstd(many), 4,
         file + ":1: error: unpacks to more than 250 times its size; the rest is not read [input-too-large]"});
    out.push_back({"bomb behind a record " + file, file,
                   gz ? gzip(record("a", visit) + many) : zstd(record("a", visit) + many), 1,
                   file + ":2: error: unpacks to more than 250 times"});
  }
  return out;
}

std::vector<Hostile> wrong_iris() {
  std::vector<Hostile> out;
  for (const char* iri :
       {"x", "/relative/", "http://a b/", "http://e.org/>", "http://e.org/<", "http://e.org/\"/", "http://e.org/{}/",
        "http://e.org/|/", "http://e.org/\\/", "http://e.org/^/", "http://e.org/`/", "http://e.org/\n/",
        "http://e.org/%/", "http://e.org/%2/", "1http://e.org/", "://e.org/", "http://e.org/\xFF/"}) {
    for (const char* option : {"--base", "--facts-graph"}) {
      out.push_back({fmt::format("{} {}", option, iri),
                     "in.txt",
                     std::string(visit),
                     2,
                     fmt::format("depeche: error: {}: ", option),
                     {fmt::format("{}={}", option, iri)}});
    }
  }
  out.push_back({"a base that ends in no slash",
                 "in.txt",
                 std::string(visit),
                 2,
                 "depeche: error: --base: ",
                 {"--base=http://e.org/x"}});
  return out;
}

std::string gzip(std::string_view text) {
  std::string out(deflateBound(nullptr, static_cast<uLong>(text.size())) + 64, '\0');
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string in(text);
  z.next_in = reinterpret_cast<Bytef*>(in.data());
  z.avail_in = static_cast<uInt>(in.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);  // as the command does
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  return out;
}

}  // namespace depeche::cli_test
