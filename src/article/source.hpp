#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "article/article.hpp"
#include "article/chrome.hpp"
#include "article/limits.hpp"
#include "base/diagnostic.hpp"

namespace depeche::article {

struct EndOfInput {};

/// An article; or a diagnostic: an error for a record or file that is left out, a warning for what is odd about the
/// article that comes next; or the end.
using ReadResult = std::variant<Article, Diagnostic, EndOfInput>;

/// Reads articles one by one from files and folders: *.txt (one article as scraped each), *.jsonl and *.ndjson, plain,
/// .gz or .zst (one JSON object a line), "-" (JSON Lines on standard input). Folders are read with all below them, in
/// the order of names' bytes; other files in them are passed over. Memory is bounded by the largest record.
/// A fault concerns its record only; the others still come out. Ids are unique: a second record with the same id is
/// an error. A record without an id is called "<file name>:<line>", a text file by its stem (inside a folder: path
/// below the folder without ".txt").
class ArticleSource {
 public:
  /// `chrome` must outlive the source. `stop` is a descriptor that becomes readable when reading is to end early, also
  /// in the middle of waiting for a pipe: there is no further article then. -1 = none.
  ArticleSource(std::vector<std::string> inputs, const Chrome& chrome, ReadLimits limits = {}, int stop = -1);
  ArticleSource(ArticleSource&&) noexcept;
  ArticleSource& operator=(ArticleSource&&) noexcept;
  ~ArticleSource();

  ReadResult next();

  /// Where reading stands, for progress: files begun so far, and known to come (grows as folders are opened).
  std::size_t files_begun() const;
  std::size_t files_known() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace depeche::article
