#include "article/clean.hpp"

#include <algorithm>
#include <utility>

#include "article/cleaning/folded_line.hpp"
#include "article/cleaning/normalise.hpp"
#include "article/cleaning/related.hpp"
#include "article/cleaning/steps.hpp"
#include "article/cleaning/written_date.hpp"

namespace depeche::article {
namespace {

/// A title on one line, without the name of the site behind a bar ("… | Le Journal").
std::string clean_title(std::string_view raw) {
  std::string title = normalise(raw);
  for (char& c : title) {
    if (c == '\n') c = ' ';
  }
  const std::size_t bar = title.rfind(" | ");
  constexpr std::size_t longest_site = 40;
  if (bar != std::string::npos && title.size() - bar < longest_site && bar > title.size() / 2) title.resize(bar);
  while (!title.empty() && title.back() == ' ') title.pop_back();
  return title;
}

/// The size of the beginning of a text that is at most `size` and cuts no character.
std::size_t utf8_prefix(std::string_view text, std::size_t size) {
  if (size >= text.size()) return text.size();
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return size;
}

/// "23 juin 2012. - Le ministre …": the date that opens the text.
PartialDate opening_date(const std::vector<Line>& lines, const Chrome& chrome) {
  constexpr std::size_t longest = 48;
  for (const Line& line : lines) {
    if (!is_running_text(line.text)) continue;
    const FoldedLine folded(std::string_view(line.text).substr(0, utf8_prefix(line.text, longest)));
    const std::size_t end = std::min(folded.whole().find(". -"), folded.whole().find(" - "));
    if (end == std::string_view::npos) return {};
    return read_written_date(folded.whole().substr(0, end), chrome).value_or(PartialDate{});
  }
  return {};
}

std::string clean_field(std::string_view raw) {
  return clean_title(raw);
}

}  // namespace

Article clean(Record record, const Chrome& chrome, std::vector<DroppedLine>* dropped) {
  record.title = clean_title(record.title);
  std::vector<Line> lines = split_lines(normalise(record.text));
  drop_chrome(lines, chrome, record, dropped);
  drop_related(lines, chrome, dropped);
  cut_credits(lines, chrome, dropped);
  drop_repeated(lines, record.title, dropped);
  join_wrapped(lines);
  if (record.published.year == 0) record.published = opening_date(lines, chrome);

  Article article;
  article.title = std::move(record.title);
  lay_out(lines, article);
  article.id = std::move(record.id);
  article.url = std::move(record.url);
  article.author = clean_field(record.author);
  article.publisher = clean_field(record.publisher);
  article.language = record.language.empty() ? "fr" : std::move(record.language);
  article.published = record.published;
  article.modified = record.modified;
  article.place = std::move(record.place);
  return article;
}

}  // namespace depeche::article
