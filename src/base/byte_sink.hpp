#pragma once
#include <string>
#include <string_view>

namespace depeche {

/// Where bytes go. Writing never fails on the spot: a sink keeps its first failure and reports it when it is closed.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void write(std::string_view bytes) = 0;
};

/// Collects the bytes in memory.
class StringSink final : public ByteSink {
 public:
  void write(std::string_view bytes) override { text_ += bytes; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace depeche
