#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace depeche::pipeline {

/// Jobs on their way from one thread that reads them, through several that work on them in any order, to one that gets
/// them back in the order in which they were read. Bounded by number and size: whoever reads too far ahead waits.
template <class Job>
class OrderedJobs {
 public:
  /// One job is let in however large it is.
  OrderedJobs(std::size_t most_jobs, std::size_t most_bytes) : most_jobs_(most_jobs), most_bytes_(most_bytes) {}

  /// Waits for room. False if the jobs were stopped: nothing more is wanted.
  bool put(std::unique_ptr<Job> job, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    room_.wait(lock,
               [&] { return stopped_ || all_.empty() || (all_.size() < most_jobs_ && bytes_ + bytes <= most_bytes_); });
    if (stopped_) return false;
    bytes_ += bytes;
    all_.push_back({std::move(job), bytes, false});
    lock.unlock();
    work_.notify_one();
    return true;
  }

  /// Nothing more will be put.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    notify_all();
  }

  /// Everybody gives up; jobs that are being worked on are finished and thrown away.
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    notify_all();
  }

  /// The next job that nobody works on, to be given back by `finish`. Waits; nullptr when there will be none.
  Job* take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return stopped_ || closed_ || taken_ < all_.size(); });
    if (stopped_ || taken_ == all_.size()) return nullptr;
    return all_[taken_++].job.get();
  }

  void finish(const Job* job) {
    const std::lock_guard lock(mutex_);
    for (Entry& entry : all_) {
      if (entry.job.get() == job) entry.done = true;
    }
    if (all_.front().done) result_.notify_one();
  }

  /// The next job in order, finished. Waits; nullptr when there will be none.
  std::unique_ptr<Job> next() {
    std::unique_lock lock(mutex_);
    result_.wait(lock, [&] { return stopped_ || (all_.empty() ? closed_ : all_.front().done); });
    if (stopped_ || all_.empty()) return nullptr;
    Entry entry = std::move(all_.front());
    all_.pop_front();
    --taken_;
    bytes_ -= entry.bytes;
    lock.unlock();
    room_.notify_one();
    return std::move(entry.job);
  }

 private:
  struct Entry {
    std::unique_ptr<Job> job;
    std::size_t bytes;
    bool done;
  };

  void notify_all() {
    room_.notify_all();
    work_.notify_all();
    result_.notify_all();
  }

  const std::size_t most_jobs_, most_bytes_;
  std::mutex mutex_;
  std::condition_variable room_, work_, result_;
  std::deque<Entry> all_;  ///< in order; the first `taken_` are worked on or done
  std::size_t taken_ = 0;
  std::size_t bytes_ = 0;
  bool closed_ = false;
  bool stopped_ = false;
};

}  // namespace depeche::pipeline
