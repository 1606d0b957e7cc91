// The readers of articles: files as scraped, and JSON Lines, packed or not.
#include "article/source.hpp"
#include "base/utf8.hpp"
#include "targets.hpp"

namespace depeche::fuzz {
namespace {

/// Small, so that inputs of a few kilobytes meet them.
constexpr article::ReadLimits limits = {
    .line_bytes = 2048, .text_bytes = 1024, .unpacked_bytes = 16384, .ratio = 250, .nesting = 16, .names = 50};

void require_sound(const article::Article& article) {
  require(!article.id.empty() && !article.text.empty() && !article.place.empty(), "an article has id, text and place");
  for (const std::string* text : {&article.id, &article.url, &article.title, &article.author, &article.publisher,
                                  &article.language, &article.text}) {
    require(utf8::find_invalid(*text) == std::string_view::npos, "an article is UTF-8");
  }
  std::uint32_t end = 0;
  for (const article::Block& block : article.blocks) {
    require(block.begin >= end && block.begin < block.end && block.end <= article.text.size(),
            "blocks lie in the text and in order");
    end = block.end;
  }
}

void read(const std::string& path) {
  article::ArticleSource source({path}, resources().chrome(), limits);
  for (;;) {
    const article::ReadResult next = source.next();
    if (std::holds_alternative<article::EndOfInput>(next)) return;
    if (const auto* fault = std::get_if<Diagnostic>(&next)) {
      require_told({*fault});
    } else {
      require_sound(std::get<article::Article>(next));
    }
  }
}

}  // namespace

void read_json_lines(std::string_view bytes) {
  read(write_input("news.jsonl", bytes));
}

void read_scraped_text(std::string_view bytes) {
  read(write_input("page.txt", bytes));
}

}  // namespace depeche::fuzz
