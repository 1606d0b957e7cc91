#pragma once
#include "article/article.hpp"
#include "recognise/time.hpp"

namespace depeche::recognise {

// Days of the Gregorian calendar. Nothing here asks what day it is.

bool exists(const Date& date);
Date add_days(const Date& date, int days);
Date add_months(const Date& date, int months);  ///< the first of the month
/// 0 is Monday.
int weekday_of(const Date& date);
/// Signed number of days from a to b.
int days_between(const Date& a, const Date& b);
Date last_of_month(int year, int month);

/// A stretch of days, both inclusive.
struct Period {
  Date from, to;
  TimePrecision precision = TimePrecision::day;
};

Period day_period(const Date& date);
Period week_of(const Date& date);  ///< Monday to Sunday
Period month_period(int year, int month);
Period months_period(int year, int first_month, int count, TimePrecision precision);
Period year_period(int year);

}  // namespace depeche::recognise
