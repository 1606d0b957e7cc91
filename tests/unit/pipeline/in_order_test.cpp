#include "pipeline/in_order.hpp"

#include <atomic>
#include <stdexcept>

#include <gtest/gtest.h>

namespace depeche::pipeline {
namespace {

struct Number {
  int value = 0;
  int square = 0;
};

/// Stages that square the numbers below `count` and append them to `out`; the later ones are done sooner.
Stages<Number> squares(int count, int& read, std::vector<int>& out) {
  Stages<Number> stages;
  stages.read = [&read, count] { return read == count ? nullptr : std::make_unique<Number>(Number{read++, 0}); };
  stages.size = [](const Number&) { return std::size_t{1000}; };
  stages.work = [](Number& n) {
    if (n.value % 5 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    n.square = n.value * n.value;
  };
  stages.write = [&out](const Number& n) { out.push_back(n.square); };
  stages.go_on = [] { return true; };
  return stages;
}

TEST(InOrder, WritesInTheOrderOfReading) {
  for (const std::size_t threads : {1, 2, 7}) {
    int read = 0;
    std::vector<int> out;
    run_in_order(threads, squares(200, read, out));
    ASSERT_EQ(out.size(), 200u) << threads;
    for (int i = 0; i < 200; ++i) EXPECT_EQ(out[static_cast<std::size_t>(i)], i * i) << threads;
  }
}

TEST(InOrder, IsBoundedBySize) {
  int read = 0;
  std::vector<int> out;
  Stages<Number> stages = squares(30, read, out);
  stages.size = [](const Number&) { return std::size_t{100} << 20U; };  // each fills the bounds alone
  std::atomic<int> begun{0}, ended{0}, most{0};
  const auto work = stages.work;
  stages.work = [&](Number& n) {
    most = std::max(most.load(), ++begun - ended);
    work(n);
  };
  const auto write = stages.write;
  stages.write = [&](Number& n) {
    ++ended;
    write(n);
  };
  run_in_order(4, stages);
  EXPECT_EQ(out.size(), 30u);
  EXPECT_LE(most, 2);  // one that is being written, one that was let in meanwhile
}

TEST(InOrder, StopsWhenAsked) {
  for (const std::size_t threads : {1, 3}) {
    int read = 0;
    std::vector<int> out;
    Stages<Number> stages = squares(1'000'000, read, out);
    stages.go_on = [&] { return out.size() < 10; };
    run_in_order(threads, stages);
    EXPECT_EQ(out.size(), 10u);
    EXPECT_LT(read, 100);
  }
}

TEST(InOrder, ThrowsOnWhatReadOrWriteThrows) {
  for (const std::size_t threads : {1, 3}) {
    int read = 0;
    std::vector<int> out;
    Stages<Number> stages = squares(100, read, out);
    stages.write = [&](const Number& n) {
      if (n.value == 50) throw std::runtime_error("full");
      out.push_back(n.square);
    };
    EXPECT_THROW(run_in_order(threads, stages), std::runtime_error);
    EXPECT_EQ(out.size(), 50u);
    stages.read = []() -> std::unique_ptr<Number> { throw std::runtime_error("torn"); };
    EXPECT_THROW(run_in_order(threads, stages), std::runtime_error);
  }
}

TEST(InOrder, EndsWithoutJobs) {
  int read = 0;
  std::vector<int> out;
  run_in_order(3, squares(0, read, out));
  EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace depeche::pipeline
