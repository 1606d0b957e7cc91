#include "article/cleaning/written_date.hpp"

#include <array>
#include <string>

#include "article/input/iso_date.hpp"

namespace depeche::article {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

PartialDate make_date(int year, int month, int day) {
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day)};
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && is_date(date) ? date : PartialDate{};
}

/// Numbers and words of a stretch in order; punctuation only tells "12/03/2024" from "12 03 2024".
class Reader {
 public:
  Reader(std::string_view text, const Chrome& chrome) : text_(text), chrome_(chrome) {}

  std::optional<PartialDate> run() {
    while (at_ < text_.size()) {
      if (is_digit(text_[at_])) {
        if (!number()) return std::nullopt;
      } else if (is_word_byte(text_[at_])) {
        if (!word()) return std::nullopt;
      } else {
        ++at_;
      }
    }
    return date_;
  }

 private:
  int digits(std::size_t& count) {
    int value = 0;
    for (count = 0; at_ < text_.size() && is_digit(text_[at_]); ++at_, ++count) {
      if (count < 8) value = 10 * value + (text_[at_] - '0');
    }
    return value;
  }

  void set(const PartialDate& date) {
    if (date_.year == 0) date_ = date;
  }

  /// A figure date, the day before a month, the year behind it, or the figure of a time.
  bool number() {
    std::size_t count = 0;
    const int first = digits(count);
    if (count > 4) return false;
    if (month_ != 0 && count == 4) {
      set(make_date(first, month_, day_));
      month_ = 0;
      return true;
    }
    const char separator = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]) ? text_[at_] : ' ';
    if (separator == '/' || separator == '.' || separator == '-') {
      const std::size_t start = at_;
      std::size_t second_count = 0, third_count = 0;
      ++at_;
      const int second = digits(second_count);
      if (at_ + 1 < text_.size() && text_[at_] == separator && is_digit(text_[at_ + 1])) {
        ++at_;
        const int third = digits(third_count);
        if (count == 4) set(make_date(first, second, third));
        if (third_count == 4) set(make_date(third, second, first));
        if (third_count == 2) set(make_date(2000 + third, second, first));
        return true;
      }
      at_ = start;
    }
    day_ = first;
    if (text_.substr(at_, 2) == "er") at_ += 2;
    return true;
  }

  bool word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    const std::string_view word = text_.substr(start, at_ - start);
    if (const auto month = chrome_.month(word)) {
      month_ = *month;
      return true;
    }
    return chrome_.date_words.contains(word) || word == "t" || word == "z";
  }

  std::string_view text_;
  const Chrome& chrome_;
  std::size_t at_ = 0;
  int day_ = 0, month_ = 0;
  PartialDate date_;
};

}  // namespace

std::optional<PartialDate> read_written_date(std::string_view folded, const Chrome& chrome) {
  return Reader(folded, chrome).run();
}

}  // namespace depeche::article
