#pragma once
#include <string>

#include "article/article.hpp"

namespace depeche::article {

/// What a source says about an article, before cleaning.
struct Record {
  std::string id, url, title, author, publisher, language;
  PartialDate published, modified;
  std::string text;
  std::string place;
};

}  // namespace depeche::article
