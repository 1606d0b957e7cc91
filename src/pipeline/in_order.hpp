#pragma once
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "pipeline/ordered_jobs.hpp"

namespace depeche::pipeline {

/// What is done with jobs, one after the other.
template <class Job>
struct Stages {
  std::function<std::unique_ptr<Job>()> read;   ///< nullptr at the end
  std::function<std::size_t(const Job&)> size;  ///< bytes, for the bounds
  std::function<void(Job&)> work;               ///< may run on many threads at a time; must not throw
  std::function<void(Job&)> write;              ///< in the order of reading, on one thread
  std::function<bool()> go_on;                  ///< asked before each write; false ends the run
};

/// Reads, works on and writes jobs. With one thread one after the other, so that a job is written before the next is
/// read. With several, that many work while the calling thread reads and one more writes: what is written is the same,
/// and at most eight jobs a thread or 16 MiB are on the way. What `read` or `write` throws is thrown on when all
/// threads have ended.
template <class Job>
void run_in_order(std::size_t threads, const Stages<Job>& stages) {
  if (threads <= 1) {
    while (stages.go_on()) {
      const auto job = stages.read();
      if (job == nullptr) return;
      stages.work(*job);
      stages.write(*job);
    }
    return;
  }
  OrderedJobs<Job> jobs(8 * threads, std::size_t{16} << 20U);
  std::exception_ptr fault;  // of the writer; looked at when it has ended
  std::vector<std::thread> crew;
  for (std::size_t i = 0; i < threads; ++i) {
    crew.emplace_back([&] {
      while (Job* const job = jobs.take()) {
        stages.work(*job);
        jobs.finish(job);
      }
    });
  }
  crew.emplace_back([&] {
    try {
      while (const auto job = jobs.next()) {
        if (!stages.go_on()) break;
        stages.write(*job);
      }
    } catch (...) {
      fault = std::current_exception();
    }
    jobs.stop();
  });
  std::exception_ptr fault_of_reader;
  try {
    for (bool wanted = true; wanted;) {
      auto job = stages.read();
      if (job == nullptr) break;
      const std::size_t bytes = stages.size(*job);
      wanted = jobs.put(std::move(job), bytes);
    }
    jobs.close();
  } catch (...) {
    fault_of_reader = std::current_exception();
    jobs.stop();
  }
  for (std::thread& thread : crew) thread.join();
  if (fault != nullptr) std::rethrow_exception(fault);
  if (fault_of_reader != nullptr) std::rethrow_exception(fault_of_reader);
}

}  // namespace depeche::pipeline
