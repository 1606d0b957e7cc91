#include "article/clean.hpp"

#include <utility>

#include "article/cleaning/normalise.hpp"
#include "article/cleaning/related.hpp"
#include "article/cleaning/steps.hpp"

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
