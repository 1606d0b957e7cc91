#include "article/source.hpp"

#include <absl/container/flat_hash_set.h>
#include <absl/numeric/int128.h>
#include <fmt/format.h>
#include <poll.h>

#include <cerrno>
#include <charconv>
#include <deque>
#include <optional>
#include <utility>

#include "article/clean.hpp"
#include "article/input/input_files.hpp"
#include "article/input/json_record.hpp"
#include "article/input/line_reader.hpp"
#include "article/input/text_file.hpp"
#include "article/name_count.hpp"
#include "base/digest.hpp"

namespace depeche::article {
namespace {

/// Ids seen, by 128 bits of their digest: 16 bytes an article however long its id.
class Ids {
 public:
  bool insert(std::string_view id) {
    const std::string digest = sha256_hex(id);
    std::uint64_t high = 0, low = 0;
    std::from_chars(digest.data(), digest.data() + 16, high, 16);
    std::from_chars(digest.data() + 16, digest.data() + 32, low, 16);
    return seen_.insert(absl::MakeUint128(high, low)).second;
  }

 private:
  absl::flat_hash_set<absl::uint128> seen_;
};

Diagnostic make_fault(std::string code, const std::string& file, std::uint32_t line, std::string message) {
  Diagnostic d;
  d.code = std::move(code);
  d.file = file;
  d.line = line;
  d.message = std::move(message);
  return d;
}

}  // namespace

class ArticleSource::Impl {
 public:
  Impl(std::vector<std::string> inputs, const Chrome& chrome, ReadLimits limits, int stop)
      : inputs_(inputs.begin(), inputs.end()), chrome_(chrome), limits_(limits), stop_(stop), json_(limits.nesting) {}

  ReadResult next() {
    for (;;) {
      if (stopped()) return EndOfInput{};
      if (!diagnostics_.empty()) {
        Diagnostic first = std::move(diagnostics_.front());
        diagnostics_.pop_front();
        return first;
      }
      if (article_) {
        Article article = std::move(*article_);
        article_.reset();
        return article;
      }
      if (lines_) {
        read_line();
      } else if (!files_.empty()) {
        begin_file();
      } else if (!inputs_.empty()) {
        Diagnostics found;
        const std::vector<InputFile> files = list_input(inputs_.front(), found);
        files_.assign(files.begin(), files.end());
        known_ += files.size();
        inputs_.pop_front();
        tell(std::move(found));
      } else {
        return EndOfInput{};
      }
    }
  }

  std::size_t begun() const { return begun_; }
  std::size_t known() const { return known_; }

 private:
  bool stopped() const {
    pollfd asked{stop_, POLLIN, 0};
    return stop_ >= 0 && ::poll(&asked, 1, 0) > 0;
  }

  void tell(Diagnostics found) {
    for (Diagnostic& d : found) diagnostics_.push_back(std::move(d));
  }

  void begin_file() {
    file_ = std::move(files_.front());
    files_.pop_front();
    ++begun_;
    if (file_.kind == InputKind::text) {
      Diagnostics found;
      std::optional<Record> record = read_text_file(file_, limits_, stop_, found);
      tell(std::move(found));
      if (record) accept(std::move(*record), 0);
      return;
    }
    Result<ByteStream> stream = ByteStream::open(file_.path, limits_, stop_);
    if (!stream) {
      diagnostics_.push_back(make_fault("input-unreadable", shown_path(), 0, stream.error().message));
      return;
    }
    lines_.emplace(std::move(*stream), limits_.line_bytes);
    records_ = 0;
  }

  std::string shown_path() const { return file_.path == "-" ? "<stdin>" : file_.path; }

  void read_line() {
    const LineReader::Outcome outcome = lines_->next();
    const std::uint32_t number = lines_->number();
    switch (outcome) {
      case LineReader::Outcome::end:
        if (records_ == 0) {
          diagnostics_.push_back(make_fault("input-empty", shown_path(), 0, "no record in this file"));
          diagnostics_.back().severity = Severity::warning;
        }
        lines_.reset();
        return;
      case LineReader::Outcome::failed:
        diagnostics_.push_back(
            make_fault(lines_->error().system_errno == EFBIG ? "input-too-large" : "input-unreadable", shown_path(),
                       number + 1, lines_->error().message));
        lines_.reset();
        return;
      case LineReader::Outcome::too_long:
        ++records_;
        diagnostics_.push_back(make_fault("article-line-too-long", shown_path(), number,
                                          fmt::format("the line has more than {} bytes", limits_.line_bytes)));
        return;
      case LineReader::Outcome::line:
        break;
    }
    std::string_view line = lines_->line();
    if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    ++records_;
    Diagnostics found;
    std::optional<Record> record = json_.read(line, shown_path(), number, found);
    tell(std::move(found));
    if (record) accept(std::move(*record), number);
  }

  /// Checks what only the run knows (size, id), then cleans.
  void accept(Record record, std::uint32_t line) {
    const std::string path = shown_path();
    if (record.text.size() > limits_.text_bytes) {
      diagnostics_.push_back(make_fault("article-too-long", path, line,
                                        fmt::format("the text has more than {} bytes", limits_.text_bytes)));
      return;
    }
    if (line != 0) record.place = fmt::format("{}:{}", path, line);
    if (record.id.empty()) record.id = fmt::format("{}:{}", file_.name, line);
    Article article = clean(std::move(record), chrome_);
    if (article.text.empty()) {
      diagnostics_.push_back(
          make_fault("article-empty", path, line, "no text, or nothing of it is left after cleaning"));
      return;
    }
    if (has_more_names(article.text, limits_.names)) {
      diagnostics_.push_back(make_fault("article-too-many-names", path, line,
                                        fmt::format("the text has more than {} different names", limits_.names)));
      return;
    }
    if (!ids_.insert(article.id)) {
      diagnostics_.push_back(make_fault("article-duplicate-id", path, line,
                                        fmt::format("another article has the id '{}' already", article.id)));
      return;
    }
    article_ = std::move(article);
  }

  std::deque<std::string> inputs_;
  const Chrome& chrome_;
  ReadLimits limits_;
  int stop_;
  std::deque<InputFile> files_;
  InputFile file_;
  std::optional<LineReader> lines_;
  JsonRecordReader json_;
  Ids ids_;
  std::deque<Diagnostic> diagnostics_;
  std::optional<Article> article_;
  std::size_t records_ = 0;  ///< of the file being read
  std::size_t begun_ = 0, known_ = 0;
};

ArticleSource::ArticleSource(std::vector<std::string> inputs, const Chrome& chrome, ReadLimits limits, int stop)
    : impl_(std::make_unique<Impl>(std::move(inputs), chrome, limits, stop)) {}
ArticleSource::ArticleSource(ArticleSource&&) noexcept = default;
ArticleSource& ArticleSource::operator=(ArticleSource&&) noexcept = default;
ArticleSource::~ArticleSource() = default;

ReadResult ArticleSource::next() {
  return impl_->next();
}
std::size_t ArticleSource::files_begun() const {
  return impl_->begun();
}
std::size_t ArticleSource::files_known() const {
  return impl_->known();
}

}  // namespace depeche::article
