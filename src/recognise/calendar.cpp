#include "recognise/calendar.hpp"

#include <chrono>

namespace depeche::recognise {
namespace {

std::chrono::year_month_day to_chrono(const Date& date) {
  return std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
}

Date from_chrono(const std::chrono::year_month_day& date) {
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

Date make(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

}  // namespace

bool exists(const Date& date) {
  return to_chrono(date).ok();
}

Date add_days(const Date& date, int days) {
  return from_chrono(std::chrono::sys_days(to_chrono(date)) + std::chrono::days(days));
}

Date add_months(const Date& date, int months) {
  const int index = 12 * date.year + date.month - 1 + months;
  return make(index / 12, index % 12 + 1, 1);
}

int weekday_of(const Date& date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(to_chrono(date))).iso_encoding()) - 1;
}

int days_between(const Date& a, const Date& b) {
  return static_cast<int>((std::chrono::sys_days(to_chrono(b)) - std::chrono::sys_days(to_chrono(a))).count());
}

Date last_of_month(int year, int month) {
  return add_days(add_months(make(year, month, 1), 1), -1);
}

Period day_period(const Date& date) {
  return {date, date, TimePrecision::day};
}

Period week_of(const Date& date) {
  const Date monday = add_days(date, -weekday_of(date));
  return {monday, add_days(monday, 6), TimePrecision::day};
}

Period month_period(int year, int month) {
  return months_period(year, month, 1, TimePrecision::month);
}

Period months_period(int year, int first_month, int count, TimePrecision precision) {
  const Date first = make(year, first_month, 1);
  return {first, add_days(add_months(first, count), -1), precision};
}

Period year_period(int year) {
  return {make(year, 1, 1), make(year, 12, 31), TimePrecision::year};
}

}  // namespace depeche::recognise
