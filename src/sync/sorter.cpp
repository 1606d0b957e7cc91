#include "sync/sorter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace depeche::sync {

/// A sorted stretch on the disk.
class Sorter::Run {
 public:
  Run(const Folder& folder, const std::string& name, const std::vector<std::string>& lines)
      : path_(folder.path() + "/" + name), file_(folder.create(name)) {
    folder.remove(name);
    std::string block;
    for (const std::string& line : lines) {
      block.append(line).push_back('\n');
      if (block.size() >= block_size) write(block);
    }
    write(block);
    file_.seek(0, path_);
    advance();
  }

  const std::string& line() const { return line_; }
  bool done() const { return done_; }

  void advance() {
    std::size_t end = buffer_.find('\n', begin_);
    while (end == std::string::npos) {
      buffer_.erase(0, begin_);
      begin_ = 0;
      const std::size_t before = buffer_.size();
      const std::size_t size = std::min(block_size, size_);  // of a short stretch the whole at once
      buffer_.resize(before + size);
      const std::size_t count = file_.read(buffer_.data() + before, size, path_);
      buffer_.resize(before + count);
      if (count == 0) {
        if (!buffer_.empty()) fail_on_disk(fmt::format("cannot read the whole of '{}'", path_), EIO);
        done_ = true;
        return;
      }
      end = buffer_.find('\n', before);
    }
    line_.assign(buffer_, begin_, end - begin_);
    begin_ = end + 1;
  }

 private:
  static constexpr std::size_t block_size = std::size_t{1} << 16U;

  void write(std::string& block) {
    file_.write(block, path_);
    size_ += block.size();
    block.clear();
  }

  std::string path_;
  OpenFile file_;
  std::string buffer_, line_;
  std::size_t begin_ = 0, size_ = 0;
  bool done_ = false;
};

Sorter::Sorter(const Folder& folder, std::string name, std::size_t memory)
    : folder_(folder), name_(std::move(name)), memory_(memory) {}
Sorter::~Sorter() = default;

void Sorter::add(std::string line) {
  used_ += line.size() + sizeof(std::string);
  lines_.push_back(std::move(line));
  if (used_ > memory_) spill();
}

void Sorter::spill() {
  std::sort(lines_.begin(), lines_.end());
  runs_.push_back(std::make_unique<Run>(folder_, fmt::format(".{}.{}.tmp", name_, runs_.size()), lines_));
  lines_.clear();
  used_ = 0;
}

namespace {

constexpr auto later = [](const auto& a, const auto& b) { return a->line() > b->line(); };

}  // namespace

void Sorter::sort() {
  if (!runs_.empty() && !lines_.empty()) spill();
  std::sort(lines_.begin(), lines_.end());
  std::make_heap(runs_.begin(), runs_.end(), later);
}

const std::string* Sorter::peek() const {
  if (!runs_.empty()) return &runs_.front()->line();
  return next_ < lines_.size() ? &lines_[next_] : nullptr;
}

void Sorter::pop() {
  if (runs_.empty()) {
    std::string().swap(lines_[next_++]);
    return;
  }
  std::pop_heap(runs_.begin(), runs_.end(), later);
  runs_.back()->advance();
  if (runs_.back()->done()) {
    runs_.pop_back();
  } else {
    std::push_heap(runs_.begin(), runs_.end(), later);
  }
}

}  // namespace depeche::sync
