#include "article/source.hpp"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "french_chrome.hpp"
#include "temporary_folder.hpp"

namespace depeche::article {
namespace {

/// What came out in order: ids, and codes in brackets.
std::string read_all(std::vector<std::string> inputs, ReadLimits limits = {}) {
  ArticleSource source(std::move(inputs), french_chrome(), limits);
  std::string out;
  for (;;) {
    const ReadResult result = source.next();
    if (std::holds_alternative<EndOfInput>(result)) return out;
    if (!out.empty()) out += ' ';
    if (const auto* article = std::get_if<Article>(&result)) out += article->id;
    if (const auto* fault = std::get_if<Diagnostic>(&result)) {
      out += "[" + fault->code + ":" + std::to_string(fault->line) + ":" + std::to_string(fault->column) + "]";
    }
  }
}

std::string record(std::string_view id) {
  return R"({"id":")" + std::string(id) +
         R"(","title":"Riga","date":"2024-05-17","text":"Le port de Riga a fermé mardi."})" + "\n";
}

TEST(ArticleSource, JsonLines) {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "a.jsonl",
      R"({"id":"a","title":"T &amp; U","date":"2024-05-17T08:00:00Z","text":"Le port a fermé.","url":"https://example.org/a",)"
      R"("author":"Ana","publisher":"La Gazette","lang":"fr-FR","dateModified":"2024-05-18","other":{"x":[1]}})"
      "\n");
  ArticleSource source({path}, french_chrome());
  const ReadResult result = source.next();
  ASSERT_TRUE(std::holds_alternative<Article>(result));
  const auto& article = std::get<Article>(result);
  EXPECT_EQ(article.id, "a");
  EXPECT_EQ(article.title, "T & U");
  EXPECT_EQ(article.text, "T & U\nLe port a fermé.");
  EXPECT_EQ(article.url, "https://example.org/a");
  EXPECT_EQ(article.author, "Ana");
  EXPECT_EQ(article.publisher, "La Gazette");
  EXPECT_EQ(article.language, "fr-FR");
  EXPECT_EQ(article.published, (PartialDate{2024, 5, 17}));
  EXPECT_EQ(article.modified, (PartialDate{2024, 5, 18}));
  EXPECT_EQ(article.place, path + ":1");
  EXPECT_TRUE(std::holds_alternative<EndOfInput>(source.next()));
  EXPECT_TRUE(std::holds_alternative<EndOfInput>(source.next()));
}

TEST(ArticleSource, BadRecordsAreToldAndTheOthersComeOut) {
  const TemporaryFolder folder;
  const std::string lines = record("a") + "{\"id\":\"b\",\"text\":\"x\n" + "{\"id\":\"c\"}\n" + "[1]\n" + "\n" +
                            "{\"id\":\"d\",\"text\":3}\n" + "{\"id\":\"e\",\"text\":\"\xFF\"}\n" +
                            "{\"id\":\"f\",\"text\":\"x\\ud83d\"}\n" + "{\"id\":\"g\",\"text\":\"x\\ude00\"}\n" +
                            record("a") + "{\"id\":\"h\",\"text\":\"Publicité\"}\n" + record("z");
  EXPECT_EQ(
      read_all({folder.write("x.jsonl", lines)}),
      "a [json-truncated:2:20] [article-no-text:3:0] [article-not-an-object:4:1] [article-field-type:6:0] "
      "[article-invalid-utf8:7:19] [json-lone-surrogate:8:20] [json-lone-surrogate:9:20] [article-duplicate-id:10:0] "
      "[article-empty:11:0] z");
}

TEST(ArticleSource, OddFieldsAreWarnedOf) {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("x.jsonl", R"({"id":7,"title":null,"date":"hier","author":[1],"text":"Le port de Riga a fermé."})"
                              "\n");
  EXPECT_EQ(read_all({path}), "[article-date:1:0] [article-field-type:1:0] 7");
}

TEST(ArticleSource, RecordsWithoutIdAreCalledByTheirPlace) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_all({folder.write(
                "x.jsonl", "\xEF\xBB\xBF{\"text\":\"Le port a fermé.\"}\r\n{\"text\":\"Le port a rouvert.\"}")}),
            "x.jsonl:1 x.jsonl:2");
}

TEST(ArticleSource, LongLinesAndTextsAreRejected) {
  const TemporaryFolder folder;
  ReadLimits limits;
  limits.line_bytes = 600;
  limits.text_bytes = 300;
  const std::string long_text = R"({"id":"t","text":")" + std::string(400, 'x') + "\"}\n";
  const std::string long_line = R"({"id":"l","text":")" + std::string(1000000, 'x') + "\"}\n";
  EXPECT_EQ(
      read_all({folder.write("x.jsonl", record("a") + long_line + long_text + record("b") + long_line.substr(0, 999))},
               limits),
      "a [article-line-too-long:2:0] [article-too-long:3:0] b [article-line-too-long:5:0]");
  EXPECT_EQ(read_all({folder.write("x.txt", std::string(400, 'x'))}, limits), "[article-too-long:0:0]");
}

TEST(ArticleSource, WhatIsNestedTooDeeplyIsRejected) {
  const TemporaryFolder folder;
  const auto nested = [](std::size_t depth) {  // the record itself is the first
    return R"({"id":"n)" + std::to_string(depth) + R"(","x":)" + std::string(depth - 1, '[') +
           std::string(depth - 1, ']') + R"(,"text":"Un texte."})" + "\n";
  };
  const std::string wide = R"({"id":"w","x":")" + std::string(200000, 'x') + R"(","text":"Un texte."})" + "\n";
  EXPECT_EQ(read_all({folder.write("x.jsonl", nested(64) + nested(65) + wide + nested(63) + nested(66))}),
            "n64 [json-depth:2:80] w n63 [json-depth:5:80]");
}

TEST(ArticleSource, DevicesAreNotRead) {
  const TemporaryFolder folder;
  folder.write("a.jsonl", record("a"));
  std::filesystem::create_symlink("/dev/zero", folder.path("zero.jsonl"));
  EXPECT_EQ(read_all({folder.path("zero.jsonl"), folder.path("a.jsonl")}), "[input-unreadable:0:0] a");
}

TEST(ArticleSource, FoldersInOrderAndOnlyArticles) {
  const TemporaryFolder folder;
  folder.write("b.txt", "Le port de Riga a fermé.");
  folder.write("a.jsonl", record("r1") + record("r2"));
  folder.write("c/b.txt", "Le port de Riga a rouvert.");
  folder.write("note.md", "rien");
  EXPECT_EQ(read_all({folder.path()}), "r1 r2 b c/b");
}

TEST(ArticleSource, FaultsOfFiles) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path("empty"));
  EXPECT_EQ(read_all({folder.path("none.txt")}), "[input-missing:0:0]");
  EXPECT_EQ(read_all({folder.path("empty")}), "[input-empty-folder:0:0]");
  EXPECT_EQ(read_all({folder.write("x.pdf", "x")}), "[input-kind:0:0]");
  EXPECT_EQ(read_all({folder.write("x.jsonl", "")}), "[input-empty:0:0]");
  EXPECT_EQ(read_all({folder.write("e.txt", "")}), "[article-empty:0:0]");
  EXPECT_EQ(read_all({folder.write("b.txt", std::string("ab\n\0c", 5))}), "[article-binary:2:1]");
  EXPECT_EQ(read_all({folder.write("l.txt", "été\nd\xE9j\xE0")}), "[article-invalid-utf8:2:2]");
  EXPECT_EQ(read_all({folder.write("u.txt", "\xFF\xFEx")}), "[article-invalid-utf8:0:0]");
  if (::geteuid() != 0) {
    const std::string locked = folder.write("locked.txt", "x");
    std::filesystem::permissions(locked, std::filesystem::perms::none);
    EXPECT_EQ(read_all({locked}), "[input-unreadable:0:0]");
  }
}

TEST(ArticleSource, TheSameFileTwiceIsADuplicate) {
  const TemporaryFolder folder;
  const std::string path = folder.write("x.txt", "Le port de Riga a fermé.");
  EXPECT_EQ(read_all({path, path}), "x [article-duplicate-id:0:0]");
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

/// Enough records that unpacking takes more than one chunk.
std::string many_records(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += record("n" + std::to_string(i));
  return out;
}

TEST(ArticleSource, CompressedFiles) {
  const TemporaryFolder folder;
  const std::string lines = many_records(20000);
  const std::string plain = read_all({folder.write("p.jsonl", lines)});
  EXPECT_EQ(read_all({folder.write("x.jsonl.gz", gzip(lines))}), plain);
  EXPECT_EQ(read_all({folder.write("x.jsonl.zst", zstd(lines))}), plain);
  EXPECT_EQ(read_all({folder.write("two.jsonl.gz", gzip(record("a")) + gzip(record("b")))}), "a b");
}

TEST(ArticleSource, UnpackedBeyondTheLimitEndsTheFileOnly) {
  const TemporaryFolder folder;
  const std::string lines = record("a") + record("b") + std::string(100000, 'x') + "\n" + record("c");
  ReadLimits limits;
  limits.unpacked_bytes = lines.size();
  EXPECT_EQ(read_all({folder.write("x.jsonl.gz", gzip(lines))}, limits), "a b [json-syntax:3:1] c");
  limits.unpacked_bytes = lines.size() - 1;
  const std::string other = folder.write("y.jsonl", record("y"));
  for (const std::string& packed :
       {folder.write("x.jsonl.gz", gzip(lines)), folder.write("x.jsonl.zst", zstd(lines))}) {
    const std::string read = read_all({packed, other}, limits);
    EXPECT_NE(read.find("[input-too-large:"), std::string::npos) << read;
    EXPECT_TRUE(read.ends_with(" y")) << read;
  }
}

TEST(ArticleSource, ABombIsKnownByItsRatio) {
  const TemporaryFolder folder;
  const std::string lines = record("a") + std::string(ReadLimits::ratio_begins + 1000000, 'x') + "\n" + record("b");
  for (const std::string& packed :
       {folder.write("x.jsonl.gz", gzip(lines)), folder.write("x.jsonl.zst", zstd(lines))}) {
    EXPECT_EQ(read_all({packed}), "a [input-too-large:2:0]");
  }
  ReadLimits generous;
  generous.ratio = 1000000;
  EXPECT_EQ(read_all({folder.path("x.jsonl.zst")}, generous), "a [article-line-too-long:2:0] b");
}

TEST(ArticleSource, DamagedCompressionEndsTheFileOnly) {
  const TemporaryFolder folder;
  const std::string packed = gzip(record("a") + many_records(50));
  const std::string cut = read_all(
      {folder.write("c.jsonl.gz", packed.substr(0, packed.size() - 12)), folder.write("z.jsonl", record("z"))});
  EXPECT_NE(cut.find("[input-unreadable"), std::string::npos) << cut;
  EXPECT_TRUE(cut.ends_with(" z")) << cut;
  std::string damaged = zstd(many_records(50));
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  const std::string broken = read_all({folder.write("d.jsonl.zst", damaged), folder.write("y.jsonl", record("y"))});
  EXPECT_TRUE(broken.ends_with(" y")) << broken;
}

TEST(ArticleSource, StandardInput) {
  const TemporaryFolder folder;
  const std::string path = folder.write("x.jsonl", record("a") + "{\n");
  const int kept = ::dup(STDIN_FILENO);
  ASSERT_NE(std::freopen(path.c_str(), "r", stdin), nullptr);
  EXPECT_EQ(read_all({"-"}), "a [json-truncated:2:2]");
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
}

}  // namespace
}  // namespace depeche::article
